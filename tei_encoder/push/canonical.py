"""Whether two documents are the same: Canonical XML, and where they part."""

from hashlib import sha256
from itertools import zip_longest

from lxml import etree

from tei_encoder.errors import ReadError
from tei_encoder.tei.names import local_name
from tei_encoder.tei.place import place_of
from tei_encoder.tei.text import is_element

#: characters shown before and after the place where two texts part
_AROUND = 20


def canonical_digest(root: etree._Element) -> str:
    """Give the SHA-256 of a document in Canonical XML 1.0 with comments.

    What stands before and after the root element counts, white space between
    attributes and the way of quoting do not (W3C REC-xml-c14n, section 1.1).
    Raises `ReadError` for what has no canonical form.
    """
    try:
        data = etree.tostring(root.getroottree(), method="c14n", with_comments=True)
    except etree.LxmlError as error:
        raise ReadError(
            f"the document has no canonical form: {error}",
            remedy="write out entities, and give namespaces as absolute addresses",
        ) from error
    return sha256(data).hexdigest()


def first_difference(sent: etree._Element, found: etree._Element) -> str:
    """Say where a document that came back parts from the one that was sent."""
    for one, other in zip_longest(sent.iter(), found.iter()):
        if other is None:
            return f"{_name(one)} is missing at {_place(one)}"
        if one is None:
            return f"{_name(other)} was not sent at {_place(other)}"
        if difference := _between(one, other):
            return f"{difference} at {_place(one)}"
    return "outside of the root element, or in a declaration of a namespace"


def _between(one: etree._Element, other: etree._Element) -> str:
    """Give the difference between two nodes, children aside; empty where none is."""
    if one.tag != other.tag:
        return f"{_name(one)} was sent, {_name(other)} came back,"
    if attribute := _attribute(one, other):
        return attribute
    if (one.text or "") != (other.text or ""):
        return f"{_parted(one.text or '', other.text or '')} in {_name(one)}"
    if (one.tail or "") != (other.tail or ""):
        return f"{_parted(one.tail or '', other.tail or '')} after {_name(one)}"
    return ""


def _attribute(one: etree._Element, other: etree._Element) -> str:
    for name in sorted({*map(str, one.attrib), *map(str, other.attrib)}):
        sent, found = one.get(name), other.get(name)
        if sent != found:
            return f"@{local_name(name)} {sent!r} was sent, {found!r} came back,"
    return ""


def _parted(sent: str, found: str) -> str:
    pairs = zip(sent, found, strict=False)
    same = next(
        (n for n, (a, b) in enumerate(pairs) if a != b), min(len(sent), len(found))
    )
    return f"{_around(sent, same)!r} was sent, {_around(found, same)!r} came back,"


def _around(text: str, place: int) -> str:
    start, end = max(0, place - _AROUND), place + _AROUND
    before, after = "…" if start else "", "…" if end < len(text) else ""
    return f"{before}{text[start:end]}{after}"


def _name(node: etree._Element) -> str:
    name = local_name(node.tag)
    return f"<{name}>" if name else "a comment or an instruction"


def _place(node: etree._Element) -> str:
    while not is_element(node):
        parent = node.getparent()
        if parent is None:
            return "/"
        node = parent
    place = place_of(node)
    return f"{place.xpath}, line {place.line}" if place.line else place.xpath
