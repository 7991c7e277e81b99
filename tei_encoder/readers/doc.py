"""DOC: the binary format of Word 6 to 2003, through LibreOffice."""

from typing import Final

from tei_encoder.errors import ReadError
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.source import Source
from tei_encoder.readers.office.converted import read_converted

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read(data: bytes, uri: str, *, encoding: str | None = None) -> Outcome[Source]:
    """Read an old Word file; it says itself what it is encoded in.

    Raises `ReadError` where it is none, or LibreOffice is missing or cannot read it.
    """
    del encoding
    if not data.startswith(_OLE):
        raise ReadError(
            "is no old Word file: its first bytes are others",
            place=uri,
            remedy="leave out `--from doc`, so that its content decides",
        )
    return read_converted(data, uri, reader="doc")
