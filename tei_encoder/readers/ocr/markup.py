"""Parses what recognition writes as XML: no document type, no entity, bounded depth."""

from lxml import etree

from tei_encoder.errors import ReadError
from tei_encoder.readers.pages.sheet import Box

_REMEDY = "export the file again from the program that recognized the pages"


def parsed(data: bytes, name: str, root: str) -> etree._Element:
    """Parse a file whose root element is called `root`, and give that element.

    The parser's own limits hold: 256 levels, 10 million bytes in one text node.
    Raises `ReadError` where the file is not well-formed, exceeds them, declares a
    document type (neither format has one), or is something else.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        collect_ids=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        element = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise ReadError(
            f"not well-formed XML, or nested too deep: {error.msg}",
            place=f"{name}:{line}:{column}",
            remedy=_REMEDY,
        ) from error
    if element.getroottree().docinfo.internalDTD is not None:
        raise ReadError(
            "declares a document type, which is not read", place=name, remedy=_REMEDY
        )
    if local(element) != root:
        raise ReadError(
            f"the root element is <{local(element)}>, not <{root}>",
            place=name,
            remedy="name the format of the file with --from",
        )
    return element


def local(element: etree._Element) -> str:
    """Give the local name of an element; empty for what is none."""
    tag: object = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: etree._Element, *names: str) -> list[etree._Element]:
    """Give the children of some names, in any namespace."""
    return [child for child in element if local(child) in names]


def first(element: etree._Element, name: str) -> etree._Element | None:
    """Give the first child of a name, in any namespace."""
    return next(iter(children(element, name)), None)


def number(text: str | None) -> float | None:
    """Give a number that a file states; None for anything else, infinity included."""
    try:
        value = float(text) if text else None
    except ValueError:
        return None
    return value if value is not None and abs(value) < 1e9 else None  # noqa: PLR2004 - no page is so wide; NaN fails too


def share(text: str | None) -> float | None:
    """Give a confidence from 0 to 1; some programs count to 100."""
    value = number(text)
    if value is None or value < 0:
        return None
    return min(value if value <= 1 else value / 100, 1.0)


def box_of(points: list[tuple[float, float]]) -> Box | None:
    """Give the box around points."""
    if not points:
        return None
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))
