"""The text that a TEI file encodes, where it lies beside the file or was named."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Final

from tei_encoder import readers
from tei_encoder.batch.inputs import Input
from tei_encoder.cli.render import SourceText
from tei_encoder.errors import TeiEncoderError

_SUFFIXES: Final = (".txt", ".text")


def source_text(data: bytes, item: Input, given: Path | None) -> SourceText | None:
    """Give the text that the bytes of a TEI file encode, if it is at hand.

    It is the file `given`, or of its name in the folder `given`, or beside the TEI.
    It counts only if the TEI records its SHA-256, as received or as read: the places
    in another text would mean nothing.
    """
    for path in _candidates(item, given):
        try:
            content = path.read_bytes()
            text = readers.read(content, path.name, format="text").value.text
        except (OSError, TeiEncoderError):
            continue
        digests = (sha256(content), sha256(text.encode("utf-8", "replace")))
        if any(digest.hexdigest().encode() in data for digest in digests):
            return SourceText(str(path), text)
    return None


def _candidates(item: Input, given: Path | None) -> Iterator[Path]:
    if given and not given.is_dir():
        yield given
        return
    names = (item.name, PurePosixPath(item.name.name)) if given else ()
    stems = [given / name for name in names] if given else [item.path]
    for stem in filter(None, stems):
        yield from (stem.with_suffix(suffix) for suffix in _SUFFIXES)
