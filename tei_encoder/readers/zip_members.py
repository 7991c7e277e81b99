"""The members of a zip container, read within limits: no bomb, no password."""

import struct
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from tei_encoder.errors import ReadError

#: bit 0 of the general purpose flags: the member is encrypted (APPNOTE.TXT, 4.4.4)
_ENCRYPTED: Final = 0x1
#: the signature of an entry of the central directory (APPNOTE.TXT, 4.3.12)
_ENTRY: Final = b"PK\x01\x02"
#: what the standard library raises about broken containers
_BROKEN: Final = (
    BadZipFile, zlib.error, struct.error, EOFError, KeyError, NotImplementedError,
    OSError, OverflowError, RuntimeError, UnicodeError, ValueError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a container may hold; sizes in bytes, unpacked.

    `ratio` is that of unpacked to packed size, of members larger than `trusted`.
    """

    members: int = 10_000
    member: int = 128 * 2**20
    total: int = 512 * 2**20
    ratio: int = 200
    trusted: int = 4 * 2**20


LIMITS: Final = Limits()


@dataclass(frozen=True, slots=True)
class ZipMembers:
    """An open container; `place` names it in errors."""

    place: str
    infos: dict[str, ZipInfo]
    archive: ZipFile
    limits: Limits

    def __contains__(self, name: str) -> bool:
        """Tell whether there is a member of that name."""
        return name in self.infos

    def names(self) -> tuple[str, ...]:
        """Give the names of all members that are no folders, in their own order."""
        return tuple(name for name in self.infos if not name.endswith("/"))

    def read(self, name: str) -> bytes:
        """Unpack one member.

        Raises `ReadError` where it is missing, damaged, encrypted, packed by another
        method than deflate, or larger than the limits allow.
        """
        place = f"{self.place}:{name}"
        info = self.infos.get(name)
        if info is None:
            raise ReadError("is missing", place=place, remedy="save the file again")
        _check(info, place, self.limits)
        try:
            return self.archive.read(info)
        except _BROKEN as error:
            raise _damaged(place, error) from error


def open_zip(data: bytes, place: str, limits: Limits = LIMITS) -> ZipMembers:
    """Open a container; nothing is unpacked yet.

    Of members of the same name the last one counts.
    Raises `ReadError` where it is damaged, or holds more than the limits allow.
    """
    if data.count(_ENTRY) > limits.members:
        raise _too_much(place, f"more than {limits.members} members")
    try:
        archive = ZipFile(BytesIO(data))
        infos = {info.filename: info for info in archive.infolist()}
    except _BROKEN as error:
        raise _damaged(place, error) from error
    total = sum(info.file_size for info in infos.values())
    if total > limits.total:
        raise _too_much(place, f"{total} bytes (at most {limits.total})")
    return ZipMembers(place, infos, archive, limits)


def _check(info: ZipInfo, place: str, limits: Limits) -> None:
    if info.flag_bits & _ENCRYPTED:
        raise ReadError(
            "is protected by a password", place=place, remedy="save it without one"
        )
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise ReadError(
            f"is packed by method {info.compress_type}, which is not read",
            place=place,
            remedy="pack it again with deflate",
        )
    if info.file_size > limits.member:
        raise _too_much(place, f"{info.file_size} bytes (at most {limits.member})")
    packed = max(1, info.compress_size)
    if info.file_size > limits.trusted and info.file_size > packed * limits.ratio:
        raise _too_much(place, f"{info.file_size} bytes in {packed}")


def _too_much(place: str, what: str) -> ReadError:
    return ReadError(
        f"would unpack to {what}: refused",
        place=place,
        remedy="unpack it yourself, and give the files that you trust",
    )


def _damaged(place: str, error: Exception) -> ReadError:
    return ReadError(
        f"damaged zip container: {error}",
        place=place,
        remedy="fetch or save the file again",
    )
