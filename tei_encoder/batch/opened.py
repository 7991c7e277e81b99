"""Opens archives, and mails with attachments, once for all their members."""

from functools import lru_cache
from pathlib import Path

from tei_encoder.errors import ReadError
from tei_encoder.readers.members import Members, is_archive, open_members


def members_of(path: Path) -> Members | None:
    """Open the file at `path`; None where it holds no others.

    Raises `ReadError` where it is damaged, and `OSError`.
    """
    status = path.stat()
    return _opened(path, status.st_mtime_ns, status.st_size)


def member_bytes(path: Path, member: str) -> bytes:
    """Give the bytes of a member; raises `ReadError` and `OSError`.

    An archive within an archive is not opened: bombs are made that way.
    """
    members = members_of(path)
    place = f"{path}/{member}"
    if members is None or member not in members.names():
        raise ReadError("is gone", place=place, remedy="convert the file again")
    data = members.read(member)
    if is_archive(data):
        raise ReadError(
            "an archive within an archive is not opened",
            place=place,
            remedy="unpack the outer one first",
        )
    return data


@lru_cache(maxsize=1)
def _opened(path: Path, modified: int, size: int) -> Members | None:
    """Open a file; the last one stays open, for its members come one by one."""
    del modified, size  # a changed file is another one
    return open_members(path.read_bytes(), path.name)
