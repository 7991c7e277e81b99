"""A TEI file made ready for export."""

from tei_encoder.decode.catalogue import entry_of
from tei_encoder.decode.record import decode
from tei_encoder.model.catalogue import CatalogueEntry
from tei_encoder.model.decoded import Decoded
from tei_encoder.model.holding import Holding
from tei_encoder.tei.document import parse


def read_entry(data: bytes, name: str) -> CatalogueEntry:
    """Read the description of a TEI file alone; `name` is the stem of its file name.

    Raises `ReadError` where the bytes are not well-formed XML.
    """
    return entry_of(parse(data, name), name)


def holding_of(data: bytes, name: str, entry: CatalogueEntry | None = None) -> Holding:
    """Read a TEI file for export; its body is read when an exporter asks for it.

    `name` is the stem of the file's name in packages; `entry` is given where it was
    read before, or completed with what people know.
    Raises `ReadError` where the bytes are not well-formed XML.
    """
    root = parse(data, name)

    def reading() -> Decoded:
        return decode(root).value

    return Holding(name, data, entry or entry_of(root, name), reading)
