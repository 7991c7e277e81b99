"""Reads a file to be validated, safely: nothing from outside, nothing without bound."""

import re
from typing import Final

from lxml import etree

from tei_encoder.errors import ReadError

#: files above this size are refused (bytes)
LARGEST: Final = 1 << 30

#: an entity declaration, in any encoding in which letters are single bytes or UTF-16
_ENTITY = re.compile(rb"<\0?!\0?E\0?N\0?T\0?I\0?T\0?Y")


class NotWellFormedError(ReadError):
    """The file is not well-formed XML; `line` and `column` count from 1."""

    def __init__(self, message: str, name: str, line: int, column: int) -> None:
        """Keep the place of the fatal error in numbers."""
        super().__init__(
            message,
            place=f"{name}:{line}:{column}",
            remedy="mend the file at that place",
        )
        self.line = line
        self.column = column


def read_tree(data: bytes, name: str, *, largest: int = LARGEST) -> etree._Element:
    """Parse XML for validation and give its root.

    Entities that the file itself declares are replaced, as a validator must; none is
    loaded from outside, nothing is fetched, XInclude is left alone.
    libxml2 refuses elements nested more than 2,048 deep and, in files that declare
    entities, also text that grows out of proportion.
    Raises `NotWellFormedError` with the place, `ReadError` for a file too large.
    """
    if len(data) > largest:
        raise ReadError(
            f"{len(data):,} bytes are more than the {largest:,} allowed",
            place=name,
            remedy="split the file, for example with XInclude",
        )
    parser = etree.XMLParser(
        resolve_entities="internal",  # type: ignore[arg-type]  # the stubs are of lxml 4
        load_dtd=False,
        no_network=True,
        # without bounds a file with entities of its own could grow beyond memory
        huge_tree=not _ENTITY.search(data),
        collect_ids=False,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        message = f"not well-formed XML: {_plain(error.msg or 'empty file')}"
        raise NotWellFormedError(message, name, line, column) from error


def _plain(message: str) -> str:
    """Cut libxml2's own place, which is told apart, and its advice to programmers."""
    message = re.sub(r",? ?line \d+, column \d+.*", "", message, flags=re.DOTALL)
    return re.sub(r", use XML_PARSE_HUGE option|, see xmlCtxt\w+\.?", "", message)
