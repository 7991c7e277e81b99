"""Bytes to text: what the bytes say, what the user says, and only then a guess."""

import codecs
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tei_encoder.errors import ReadError, UnknownNameError
from tei_encoder.readers.binary import CODE_PAGE_SHARE, refuse_binary
from tei_encoder.readers.guess import LATIN, guessed

#: byte order marks; the longer ones first, for UTF-32 begins like UTF-16
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

#: escape sequences that switch character sets (ISO/IEC 2022, RFC 1468, RFC 1557)
_SWITCHES: Final = (
    (b"\x1b$)C", "iso2022_kr"),
    (b"\x1b$B", "iso2022_jp"),
    (b"\x1b$@", "iso2022_jp"),
)


class Ground(StrEnum):
    """Why an encoding was used."""

    BYTES = "bytes"
    ASKED = "asked"
    GUESS = "guess"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding that gave it, and why that one."""

    text: str
    encoding: str
    ground: Ground


def decode(data: bytes, name: str, *, encoding: str | None = None) -> Decoded:
    """Decode the bytes of the file called `name`, strictly.

    A byte order mark is part of the encoding, not of the text (Unicode, 23.8).
    Valid UTF-8 beyond ASCII is UTF-8 whatever `encoding` says; ASCII bytes alone
    prove nothing, so there `encoding` holds (UTF-16, ISO 2022).
    Raises `ReadError` with the offset of the first byte that cannot be decoded.
    """
    asked = _codec(encoding) if encoding else None
    if marked := _marked(data):
        return Decoded(_strict(data, marked, name), marked, Ground.BYTES)
    seven_bit = data.isascii()
    if not seven_bit and (text := _try(data, "utf-8")) is not None:
        return Decoded(text, "utf-8", Ground.BYTES)
    if asked:
        return Decoded(_strict(data, asked, name), asked, Ground.ASKED)
    return _seven_bit(data) if seven_bit else _guessed(data, name)


def _codec(encoding: str) -> str:
    """Give the codec's own name for an encoding that was asked for."""
    try:
        found = codecs.lookup(encoding)
    except (LookupError, ValueError):
        found = None
    if found is None or not found._is_text_encoding:  # noqa: SLF001 - no public way
        raise UnknownNameError(
            f"there is no encoding {encoding!r}",
            place="--encoding",
            remedy="name one such as " + ", ".join(LATIN[:4]),
        )
    return found.name


def _marked(data: bytes) -> str | None:
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
        text.encode("utf-8")  # some codecs let lone surrogates pass
    except UnicodeError as error:
        raise _undecodable(data, name, _offset(error, data), encoding) from error
    return text


def _offset(error: UnicodeError, data: bytes) -> int:
    """Give the offset in the file: some codecs count from after the mark."""
    if not isinstance(error, UnicodeDecodeError):
        return 0
    return error.start + len(data) - len(error.object)


def _seven_bit(data: bytes) -> Decoded:
    for switch, encoding in _SWITCHES:
        if switch in data and (text := _try(data, encoding)) is not None:
            return Decoded(text, encoding, Ground.GUESS)
    for encoding in ("utf-16-le", "utf-16-be"):
        if (text := _wide(data, encoding)) is not None:
            return Decoded(text, encoding, Ground.GUESS)
    return Decoded(data.decode("ascii"), "utf-8", Ground.BYTES)


def _wide(data: bytes, encoding: str) -> str | None:
    """Decode UTF-16 without a mark: every second byte of Latin text is NUL."""
    high = data[1::2] if encoding == "utf-16-le" else data[::2]
    if len(data) % 2 or high.count(0) < len(high) * 0.9 or data.count(0) > len(high):
        return None
    return _try(data, encoding)


def _guessed(data: bytes, name: str) -> Decoded:
    refuse_binary(data, name, CODE_PAGE_SHARE)
    encoding = guessed(data)
    if encoding is None:
        return Decoded(_strict(data, "utf-8", name), "utf-8", Ground.BYTES)
    return Decoded(_strict(data, encoding, name), encoding, Ground.GUESS)


def _undecodable(data: bytes, name: str, offset: int, encoding: str) -> ReadError:
    return ReadError(
        f"byte 0x{data[offset]:02X} at offset {offset} is not {encoding}",
        place=name,
        remedy="mend the file there, or name its encoding, e.g. `--encoding cp1251`",
    )
