"""A web page as a tree."""

from typing import Final

from lxml import etree

from tei_encoder.errors import ReadError

#: elements that are not text, whatever they hold
PROGRAM: Final = frozenset({"script", "style", "template", "head", "title", "meta"})


def parse_page(text: str, name: str) -> etree._Element:
    """Parse a page as browsers do, mending what is not well-formed.

    Raises `ReadError` where it nests deeper than the parser goes, or holds nothing.
    """
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise _unreadable(str(error.msg), name) from error
    fatal = [e for e in parser.error_log if e.level == etree.ErrorLevels.FATAL]
    if root is None or fatal:
        raise _unreadable(fatal[0].message if fatal else "no element", name)
    body = root.find("body")
    return root if body is None else body


def classes(element: etree._Element) -> frozenset[str]:
    """Give the classes of an element."""
    return frozenset(element.get("class", "").split())


def words_of(element: etree._Element) -> str:
    """Give the text inside an element, comments left out."""
    return etree.tostring(element, method="text", encoding=str, with_tail=False)


def local(element: etree._Element) -> str:
    """Give the name of an element, which the parser lowers; empty for a comment."""
    tag: object = element.tag
    return tag if isinstance(tag, str) else ""


def _unreadable(message: str, name: str) -> ReadError:
    return ReadError(
        f"no readable web page: {message.lower()}",
        place=name,
        remedy="open it in a browser, save it again, or save it as plain text",
    )
