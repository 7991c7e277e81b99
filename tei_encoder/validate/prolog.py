"""What a file says before its root element, without reading the rest."""

from typing import NoReturn
from xml.parsers import expat

_CHUNK = 1 << 16


class _RootReached(Exception):  # noqa: N818 - no error: the prolog has been read
    """The parser came to the root element."""


def model_instructions(data: bytes) -> tuple[str, ...] | None:
    """Give the content of each `<?xml-model?>`, in order; None where unreadable.

    Nothing is loaded from outside, and no entity is expanded before the root.
    """
    found: list[str] = []
    parser = expat.ParserCreate()

    def note(target: str, content: str) -> None:
        if target == "xml-model":
            found.append(content)

    parser.ProcessingInstructionHandler = note
    parser.StartElementHandler = _reached
    try:
        for start in range(0, len(data), _CHUNK):
            parser.Parse(data[start : start + _CHUNK], False)  # noqa: FBT003 - expat takes no keyword
    except _RootReached:
        return tuple(found)
    except (expat.ExpatError, LookupError, ValueError):
        return None
    return None


def _reached(*_: object) -> NoReturn:
    raise _RootReached
