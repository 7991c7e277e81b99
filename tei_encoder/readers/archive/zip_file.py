"""The members of a zip archive."""

from dataclasses import dataclass

from tei_encoder.readers.archive.names import checked
from tei_encoder.readers.zip_members import ZipMembers, open_zip


@dataclass(frozen=True, slots=True)
class ZipArchive:
    """A zip archive that is no document of its own."""

    members: ZipMembers
    is_record: bool = False

    def names(self) -> tuple[str, ...]:
        """Give the names of the members; raises `ReadError` for unsafe ones."""
        return tuple(checked(self.members.names(), self.members.place))

    def read(self, name: str) -> bytes:
        """Give the bytes of a member; raises `ReadError`."""
        return self.members.read(name)


def open_archive(data: bytes, place: str) -> ZipArchive:
    """Open a zip archive; raises `ReadError` where it is damaged or too large."""
    return ZipArchive(open_zip(data, place))
