"""Plain text: the reading text is the file, exactly as decoded."""

from codecs import lookup
from collections.abc import Iterator
from hashlib import sha256

from tei_encoder.errors import ReadError
from tei_encoder.model.diagnostic import Diagnostic, Outcome
from tei_encoder.model.source import Source
from tei_encoder.readers import rules
from tei_encoder.readers.binary import SAMPLE, TEXT_SHARE, refuse_binary
from tei_encoder.readers.decoding import Decoded, Ground, decode


def read(data: bytes, uri: str, *, encoding: str | None = None) -> Outcome[Source]:
    """Read plain text; NUL and other control characters are kept as they are.

    A tenth of the first 65,536 characters may be such; with more, the data count as
    binary.
    Raises `ReadError` where there is no text, the data are binary or the bytes
    cannot be decoded.
    """
    if not data:
        raise ReadError("the file is empty", place=uri, remedy="give a file with text")
    decoded = decode(data, uri, encoding=encoding)
    sample = decoded.text[:SAMPLE].encode("latin-1", "replace")
    refuse_binary(sample, uri, TEXT_SHARE)
    if not decoded.text.strip():
        raise ReadError(
            "the file holds white space only",
            place=uri,
            remedy="give a file with text",
        )
    source = Source(
        uri=uri,
        text=decoded.text,
        bytes_sha256=sha256(data).hexdigest(),
        text_sha256=sha256(decoded.text.encode()).hexdigest(),
        encoding=decoded.encoding,
        reader="text",
    )
    return Outcome(source, tuple(on_encoding(decoded, encoding)))


def on_encoding(decoded: Decoded, asked: str | None) -> Iterator[Diagnostic]:
    """Say what was guessed, and what was asked for in vain."""
    if decoded.ground is Ground.GUESS:
        yield Diagnostic(
            rules.GUESSED_ENCODING,
            f"encoding guessed: {decoded.encoding}",
            help=f"check the letters; confirm with --encoding {decoded.encoding}",
            source="readers",
        )
    elif asked and decoded.ground is Ground.BYTES and not _same(asked, decoded):
        message = f"read as {decoded.encoding}, not as {asked}"
        yield Diagnostic(rules.ENCODING_NOT_NEEDED, message, source="readers")


def _same(asked: str, decoded: Decoded) -> bool:
    return decoded.encoding.startswith(lookup(asked).name)
