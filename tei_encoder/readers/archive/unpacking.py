"""Unpacks gzip, bzip2 and xz up to a limit."""

import bz2
import lzma
import zlib
from collections.abc import Iterator
from typing import Any, Final

from tei_encoder.errors import ReadError

#: bytes that may be unpacked from one file, and at a time
LIMIT: Final = 256 * 2**20
_CHUNK: Final = 2**20
#: memory that an xz file may ask for
_MEMORY: Final = 2**28
_BROKEN: Final = (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError)


def unpacked(data: bytes, place: str) -> bytes:
    """Unpack what is packed; give anything else back as it is.

    Raises `ReadError` where it is damaged, or larger than the limit.
    """
    try:
        pieces = list(_pieces(data, place))
    except _BROKEN as error:
        raise ReadError(
            f"damaged archive: {error}",
            place=place,
            remedy="fetch or save the file again",
        ) from error
    return b"".join(pieces)


def _pieces(data: bytes, place: str) -> Iterator[bytes]:
    size = 0
    rest = data
    while rest:
        unpacker = _unpacker(data)
        if unpacker is None:
            yield rest if rest is data else b""
            return
        while not unpacker.eof:
            piece = unpacker.decompress(rest, _CHUNK)
            rest = _left(unpacker)
            if not piece and not rest and not unpacker.eof:
                raise EOFError("it ends too early")
            size += len(piece)
            if size > LIMIT:
                raise _too_large(place)
            yield piece
        rest = (
            unpacker.unused_data if unpacker.unused_data.startswith(data[:3]) else b""
        )


def _unpacker(data: bytes) -> Any:  # noqa: ANN401 - three classes of one shape
    if data.startswith(b"\x1f\x8b"):
        return zlib.decompressobj(31)
    if data.startswith(b"BZh"):
        return bz2.BZ2Decompressor()
    if data.startswith(b"\xfd7zXZ\x00"):
        return lzma.LZMADecompressor(memlimit=_MEMORY)
    return None


def _left(unpacker: Any) -> bytes:  # noqa: ANN401 - see above
    """Give what of the input is to be handed in again (zlib alone asks for it)."""
    return getattr(unpacker, "unconsumed_tail", b"")


def _too_large(place: str) -> ReadError:
    return ReadError(
        f"would unpack to more than {LIMIT} bytes: refused",
        place=place,
        remedy="unpack it yourself, and give the files that you trust",
    )
