"""Plain text: the reading text is the file, exactly as decoded."""

import re
from codecs import lookup
from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from tei_encoder.errors import ReadError
from tei_encoder.model.diagnostic import Diagnostic, Outcome
from tei_encoder.model.source import Source, Span
from tei_encoder.readers import rules
from tei_encoder.readers.binary import SAMPLE, TEXT_SHARE, refuse_binary
from tei_encoder.readers.decoding import Decoded, Ground, decode

#: typographic marks and accented letters in UTF-8, read as a Western code page
_MOJIBAKE: Final = re.compile("â€[\u0080-\u00bf\u0152-\u2122]|Ã[\u0080-\u00bf]")


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
    return Outcome(source, (*_on_encoding(decoded, encoding), *_damage(decoded.text)))


def _on_encoding(decoded: Decoded, asked: str | None) -> Iterator[Diagnostic]:
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


def _damage(text: str) -> Iterator[Diagnostic]:
    if lost := text.count("\ufffd"):
        first = text.index("\ufffd")
        yield Diagnostic(
            rules.REPLACEMENT_CHARACTER,
            f"the text holds U+FFFD ({lost} in all)",
            span=Span(first, first + 1),
            source="readers",
        )
    if wrong := list(_MOJIBAKE.finditer(text)):
        yield Diagnostic(
            rules.MOJIBAKE,
            f"UTF-8 was read as a Western code page ({len(wrong)} places)",
            span=Span(*wrong[0].span()),
            source="readers",
        )
