"""Tells what a file is by its content, where the content says so."""

import bz2
import lzma
import zlib
from collections.abc import Callable, Iterator
from typing import Final

from tei_encoder.readers.likeness import Likeness
from tei_encoder.readers.signature_text import text_likeness
from tei_encoder.readers.signature_zip import zip_likeness

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIPS: Final = (b"PK\x03\x04", b"PK\x05\x06")
_PICTURE: Final = "recognize its text first (OCR), and give hOCR, ALTO or PAGE XML"
_SOUND: Final = "transcribe it first, and give WebVTT, SRT or the JSON of Whisper"

#: first bytes of files, and what such files are
SIGNATURES: Final = (
    (b"%PDF-", Likeness("pdf", "a PDF file")),
    (b"{\\rtf", Likeness("rtf", "an RTF file")),
    (b"7z\xbc\xaf\x27\x1c", Likeness("", "a 7-Zip file", "unpack it first")),
    (b"Rar!\x1a\x07", Likeness("", "a RAR file", "unpack it first")),
    (b"\x89PNG\r\n\x1a\n", Likeness("", "a PNG image", _PICTURE)),
    (b"\xff\xd8\xff", Likeness("", "a JPEG image", _PICTURE)),
    (b"II*\x00", Likeness("", "a TIFF image", _PICTURE)),
    (b"MM\x00*", Likeness("", "a TIFF image", _PICTURE)),
    (b"GIF8", Likeness("", "a GIF image", _PICTURE)),
    (b"AT&TFORM", Likeness("", "a DjVu file", _PICTURE)),
    (b"\x7fELF", Likeness("", "a program", "give a record")),
    (b"SQLite format 3\x00", Likeness("", "an SQLite database", "export its rows")),
    (b"ID3", Likeness("", "an MP3 recording", _SOUND)),
    (b"OggS", Likeness("", "an Ogg recording", _SOUND)),
    (b"fLaC", Likeness("", "a FLAC recording", _SOUND)),
    (b"RIFF", Likeness("", "a recording or image (RIFF)", _SOUND)),
)

_PACKED: Final[tuple[tuple[bytes, str, Callable[[bytes], bytes]], ...]] = (
    (b"\x1f\x8b", "a gzip file", lambda d: zlib.decompressobj(31).decompress(d, 512)),
    (b"BZh", "a bzip2 file", lambda d: bz2.BZ2Decompressor().decompress(d, 512)),
    (
        b"\xfd7zXZ\x00",
        "an xz file",
        lambda d: lzma.LZMADecompressor(memlimit=1 << 28).decompress(d, 512),
    ),
)

#: streams of the old Office formats, by the names in their directory
_STREAMS: Final = (
    (
        "EncryptedPackage",
        Likeness("", "an Office file with a password", "save it without one"),
    ),
    ("WordDocument", Likeness("doc", "an old Word file")),
    ("Workbook", Likeness("", "an old Excel file", "save it as xlsx or csv")),
)


def likeness(data: bytes) -> Likeness | None:
    """Say what the bytes are; None where nothing in them says so (plain text)."""
    return next(_likenesses(data), None)


def _likenesses(data: bytes) -> Iterator[Likeness]:
    for signature, found in SIGNATURES:
        if data.startswith(signature):
            yield found
    if data.startswith(_ZIPS):
        yield zip_likeness(data)
    if data.startswith(_OLE):
        yield _ole(data)
    yield from _packed(data)
    if _is_tar(data):
        yield Likeness("tar", "a tar archive")
    if found_text := text_likeness(data):
        yield found_text


def _ole(data: bytes) -> Likeness:
    for name, found in _STREAMS:
        if name.encode("utf-16-le") in data:
            return found
    return Likeness("", "an old Office file", "save it as docx")


def _packed(data: bytes) -> Iterator[Likeness]:
    for signature, words, opened in _PACKED:
        if data.startswith(signature):
            try:
                begin = opened(data)
            except (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError):
                begin = b""
            name = "tar" if _is_tar(begin) else ""
            yield Likeness(name, words, "unpack it first")


def _is_tar(data: bytes) -> bool:
    """Tell a tar archive (POSIX.1-1988 ustar, GNU) by the magic of its first header."""
    return data[257:262] == b"ustar"
