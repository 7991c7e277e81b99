"""Parses the XML of office files: no document type, no entity, bounded depth."""

from typing import Final

from lxml import etree

from tei_encoder.errors import ReadError

#: how many tags and attributes a part may have: some hundred bytes of memory each
_MOST_MARKS: Final = 3_000_000


def parse_part(data: bytes, place: str) -> etree._Element:
    """Parse a part and give its root; comments and instructions are left out.

    The parser's own limits hold: 256 levels, 10 million bytes in one text node, and
    no entity grows; office files come nowhere near them, bombs do.
    Raises `ReadError` where the part is not well-formed, exceeds these limits or
    `_MOST_MARKS`, or declares a document type, which neither format may
    (ECMA-376, part 2, 8.1.4).
    """
    if data.count(b"<") + data.count(b"=") > _MOST_MARKS:
        raise ReadError(
            f"holds more than {_MOST_MARKS:,} tags and attributes: refused",
            place=place,
            remedy="part the file in its word processor",
        )
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise ReadError(
            f"not well-formed XML, or nested too deep: {error.msg}",
            place=f"{place}:{line}:{column}",
            remedy="open the file in its word processor and save it again",
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ReadError(
            "declares a document type, which is not read",
            place=place,
            remedy="open the file in its word processor and save it again",
        )
    return root


def plain(element: etree._Element) -> str:
    """Give the character data of an element, without white space at its ends."""
    return "".join(map(str, element.itertext())).strip()


def _parser() -> etree.XMLParser:
    """Give a new parser: a shared one would serialize threads."""
    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        collect_ids=False,
        remove_comments=True,
        remove_pis=True,
    )
