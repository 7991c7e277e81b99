"""Finds notes: references that lead to a note on the same page, and the way back."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote

from lxml import etree

from tei_encoder.model.layout import NoteKind
from tei_encoder.readers.html.tree import classes, local, words_of

#: a printed mark of a note: a number, a letter or signs, perhaps in brackets
_MARK: Final = re.compile(
    r"[\[(]?(?:[0-9]{1,4}|[A-Za-z]|[ivxlc]{1,6}|[*†‡§¶#]{1,4})[\])]?"
)
_STATED: Final = frozenset({"doc-noteref", "noteref"})
#: elements that hold a note whole
_HOLDERS: Final = frozenset({"li", "p", "div", "aside", "section", "td", "dd", "tr"})


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a page: each body with its reference, and the links back.

    `backs` maps a link back to the body that it stands in.
    """

    bodies: Mapping[etree._Element, etree._Element] = field(default_factory=dict)
    backs: Mapping[etree._Element, etree._Element] = field(default_factory=dict)

    @property
    def watched(self) -> frozenset[etree._Element]:
        """Give all elements whose place in the text is wanted."""
        return frozenset((*self.bodies, *self.bodies.values(), *self.backs))

    @property
    def holders(self) -> frozenset[etree._Element]:
        """Give all elements that are or hold a note, or its reference."""
        found = {*self.bodies, *self.bodies.values()}
        return frozenset(found.union(*(e.iterancestors() for e in found)))


def find_notes(body: etree._Element) -> Notes:
    """Find the notes of a page by their links.

    A reference is a link to a place on the page that is printed as a mark, or stated
    to be one (DPUB-ARIA `doc-noteref`, EPUB `noteref`); its note either links back or
    is referred to by a raised or stated mark.
    """
    links = [a for a in body.iter("a") if a.get("href", "").startswith("#")]
    if not links:
        return Notes()
    targets = _targets(body)
    found: dict[etree._Element, etree._Element] = {}
    backs: dict[etree._Element, etree._Element] = {}
    for link in links:
        target = targets.get(_fragment(link))
        if link in backs or target is None or not _is_mark(link):
            continue
        note = _holder(target)
        if note is None or note in found or link in note.iterdescendants():
            continue
        returning = list(_returning(note, link, targets))
        if returning or _is_raised(link):
            found[note] = link
            backs.update(dict.fromkeys(returning, note))
    return Notes(found, backs)


def kind_of(note: etree._Element) -> NoteKind:
    """Tell an endnote by the name of its class, as word processors write it."""
    names = classes(note).union(*(classes(e) for e in note.iter() if local(e)))
    if any("endnote" in name.lower() for name in names):
        return NoteKind.ENDNOTE
    return NoteKind.FOOTNOTE


def _targets(body: etree._Element) -> dict[str, etree._Element]:
    found: dict[str, etree._Element] = {}
    for element in body.iter():
        for key in (element.get("id"), element.get("name")) if local(element) else ():
            if key:
                found.setdefault(key, element)
    return found


def _fragment(link: etree._Element) -> str:
    return unquote(link.get("href", "")[1:])


def _is_mark(link: etree._Element) -> bool:
    words = words_of(link).strip()
    return bool(_MARK.fullmatch(words)) or (_is_stated(link) and bool(words))


def _is_stated(link: etree._Element) -> bool:
    types = (link.get("role"), link.get("epub:type"), link.get("type"))
    return any(kind in _STATED for kind in types)


def _is_raised(link: etree._Element) -> bool:
    near = (link, link.getparent(), *link.iterdescendants())
    return _is_stated(link) or any(e is not None and local(e) == "sup" for e in near)


def _holder(target: etree._Element) -> etree._Element | None:
    """Give the element that holds the whole note of which `target` is the address."""
    found = target
    while local(found) not in _HOLDERS:
        parent = found.getparent()
        if parent is None or local(parent) in {"body", "html", "main", "article"}:
            return None
        found = parent
    parent = found.getparent()
    if found is not target and parent is not None and parent.get("id"):
        alone = parent[0] is found and local(parent) in {"div", "aside", "li"}
        found = parent if alone else found
    return found


def _returning(
    note: etree._Element,
    link: etree._Element,
    targets: Mapping[str, etree._Element],
) -> Iterator[etree._Element]:
    """Give the links in a note that lead back to its reference, or near it."""
    near = {link, link.getparent(), *link.iterdescendants()}
    for back in note.iter("a"):
        if not back.get("href", "").startswith("#"):
            continue
        target = targets.get(_fragment(back))
        if target is not None and (target in near or target in _neighbours(link)):
            yield back


def _neighbours(link: etree._Element) -> tuple[etree._Element | None, ...]:
    """Give the anchors that some programs set beside the reference."""
    return link.getprevious(), link.getnext()
