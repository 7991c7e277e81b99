"""The members of a tar archive, packed or not."""

import struct
import tarfile
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from tei_encoder.errors import ReadError
from tei_encoder.readers.archive.names import checked
from tei_encoder.readers.archive.unpacking import unpacked

#: how many members an archive may have
_MEMBERS: Final = 10_000
_BROKEN: Final = (
    tarfile.TarError, EOFError, OSError, OverflowError, ValueError, struct.error,
    UnicodeError, RecursionError, TypeError, KeyError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TarArchive:
    """A tar archive: its regular files alone; links and devices are none."""

    place: str
    infos: dict[str, tarfile.TarInfo]
    archive: tarfile.TarFile
    is_record: bool = False

    def names(self) -> tuple[str, ...]:
        """Give the names of the members; raises `ReadError` for unsafe ones."""
        return tuple(checked(self.infos, self.place))

    def read(self, name: str) -> bytes:
        """Give the bytes of a member; raises `ReadError`."""
        info = self.infos[name]
        try:
            stream = self.archive.extractfile(info)
            data = stream.read() if stream else b""
        except _BROKEN as error:
            raise _damaged(f"{self.place}:{name}", error) from error
        if len(data) != info.size:
            raise _damaged(f"{self.place}:{name}", EOFError("it ends too early"))
        return data


def open_archive(data: bytes, place: str) -> TarArchive:
    """Open a tar archive, unpacked from gzip, bzip2 or xz where it is packed.

    Of members of the same name the last one counts.
    Raises `ReadError` where it is damaged, or larger than the limits.
    """
    plain = unpacked(data, place)
    infos: dict[str, tarfile.TarInfo] = {}
    try:
        archive = tarfile.open(fileobj=BytesIO(plain), mode="r:")  # noqa: SIM115 - kept open
        for number, info in enumerate(archive):
            if number >= _MEMBERS:
                raise tarfile.TarError(f"more than {_MEMBERS} members")
            # a sparse file may claim any size
            if info.isreg() and not info.issparse():
                infos[info.name.removeprefix("./")] = info
    except _BROKEN as error:
        raise _damaged(place, error) from error
    return TarArchive(place, infos, archive)


def _damaged(place: str, error: Exception) -> ReadError:
    return ReadError(
        f"damaged archive: {error}",
        place=place,
        remedy="fetch or save the file again",
    )
