"""The names of members of archives: which are safe, and which are meant."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath, PureWindowsPath

from tei_encoder.errors import ReadError


def checked(names: Iterable[str], place: str) -> Iterator[str]:
    """Give the names of members that a user sees: nothing hidden.

    Raises `ReadError` for a name that leads out of the archive, or is none.
    """
    for name in names:
        if not _is_safe(name):
            raise ReadError(
                f"the member {name[:80]!r} would lie outside of the archive",
                place=place,
                remedy="unpack it yourself, and give the files that you trust",
            )
        steps = PurePosixPath(name).parts
        if not any(step.startswith((".", "__MACOSX")) for step in steps):
            yield name


def _is_safe(name: str) -> bool:
    """Tell a relative path that goes nowhere up, on any system."""
    windows = PureWindowsPath(name)
    unrooted = not (windows.drive or windows.root or PurePosixPath(name).is_absolute())
    # a colon would name a drive or a stream of a file
    return unrooted and name.isprintable() and ".." not in windows.parts and bool(name)
