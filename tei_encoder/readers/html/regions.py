"""Tells the record on a page from the furniture of the site, by evidence."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from lxml import etree

from tei_encoder.readers.html.appearance import BLOCKS
from tei_encoder.readers.html.measure import Measure, measured
from tei_encoder.readers.html.tree import PROGRAM, classes, local

#: share of the page's words, links aside, that the element of the content holds
_MOST: Final = 0.5
#: share of the words above which nothing counts as furniture by its name
_RECORD: Final = 0.5
#: share of linked characters, and number of links, from which on a part is navigation
_LINKED, _LINKS = 0.8, 3
_WORD: Final = re.compile(r"[A-Za-z]+")


def regions(body: etree._Element) -> Mapping[etree._Element, str]:
    """Give the outermost elements that are not the record, each with its reason."""
    sizes = measured(body)
    content = _content(body, sizes)
    found: dict[etree._Element, str] = {}
    kept = {ancestor for element in content for ancestor in element.iterancestors()}
    for element in _outermost(body, kept, set(content)):
        found[element] = _reason(element, sizes, sizes[body]) or "furniture"
    for element in content:
        found.update(_within(element, sizes, main=element is not body))
    return found


def _content(
    body: etree._Element, sizes: Mapping[etree._Element, Measure]
) -> tuple[etree._Element, ...]:
    """Give the elements that hold the record: those that say so, if they hold most."""
    plain = sizes[body].plain
    for names in (_mains, _articles):
        found = tuple(_unnested(names(body)))
        if found and sum(sizes[element].plain for element in found) > plain * _MOST:
            return found
    return (body,)


def _mains(body: etree._Element) -> Iterator[etree._Element]:
    yield from body.iterfind(".//main")
    yield from body.iterfind(".//*[@role='main']")


def _articles(body: etree._Element) -> Iterator[etree._Element]:
    yield from body.iterfind(".//article")
    yield from body.iterfind(".//*[@itemprop='articleBody']")


def _unnested(elements: Iterable[etree._Element]) -> Iterator[etree._Element]:
    found = list(elements)
    for element in found:
        if not any(other in found for other in element.iterancestors()):
            yield element


def _outermost(
    body: etree._Element,
    kept: set[etree._Element],
    content: set[etree._Element],
) -> Iterator[etree._Element]:
    """Give what lies beside the content: the siblings of it and of its ancestors."""
    for parent in body.iter():
        if parent in kept:
            yield from (c for c in parent if c not in kept | content and local(c))


def _within(
    content: etree._Element, sizes: Mapping[etree._Element, Measure], *, main: bool
) -> Iterator[tuple[etree._Element, str]]:
    """Give the parts of the content that are furniture, outermost first."""
    walk = etree.iterwalk(content, events=("start",))
    for _, element in walk:
        if element is content or not sizes[element].all:
            continue
        reason = _reason(element, sizes, sizes[content], main=main)
        if reason:
            walk.skip_subtree()
            yield element, reason


def _reason(
    element: etree._Element,
    sizes: Mapping[etree._Element, Measure],
    whole: Measure,
    *,
    main: bool = False,
) -> str | None:
    """Say why an element is not the record; None where nothing says so."""
    size = sizes[element]
    name = local(element)
    if name in PROGRAM:
        return None
    if not main and name in {"header", "footer"} and not _opens_record(element):
        return "furniture"
    if size.plain > whole.plain * _RECORD:
        return None
    named = bool(element.keys())
    for reason, tables in _names().items():
        if name in tables["elements"] or element.get("role") in tables["roles"]:
            return reason
        if named and not main and _words(element) & tables["words"]:
            return reason
    linked = size.linked > size.all * _LINKED and size.links >= _LINKS
    return "navigation" if linked and not main and name in BLOCKS else None


def _opens_record(element: etree._Element) -> bool:
    """Tell a header or footer that belongs to the record: it holds title or notes."""
    title = element.find(".//h1") is not None and element.find(".//nav") is None
    return title or element.find(".//*[@role='doc-endnotes']") is not None


def _words(element: etree._Element) -> frozenset[str]:
    """Give the words of an element's classes and id."""
    names = (*classes(element), element.get("id", ""))
    return frozenset(w.lower() for name in names for w in _WORD.findall(name))


@cache
def _names() -> Mapping[str, Mapping[str, frozenset[str]]]:
    """Load the names of furniture, by reason and by what bears the name."""
    data = files("tei_encoder.readers.html").joinpath("furniture.toml").read_bytes()
    tables = tomllib.loads(data.decode("utf-8"))
    return {
        reason: {key: frozenset(table[reason]) for key, table in tables.items()}
        for reason in ("navigation", "furniture")
    }
