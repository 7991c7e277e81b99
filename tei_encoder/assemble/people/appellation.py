"""Reads what somebody is called: the words of the name, an office, an honorific."""

import re
from dataclasses import dataclass
from enum import StrEnum

from tei_encoder.assemble.people.lexicon import Lexicon, fold
from tei_encoder.assemble.people.nobody import is_anonymous, is_group, leaves_open
from tei_encoder.assemble.people.wording import Token, Wording, read_wording, tokens
from tei_encoder.model.source import Span

ROUND = re.compile(r"\(([^()]*)(?:\)|$)")
SQUARE = re.compile(r"\[[^\[\]]*(?:\]|$)")


class Nature(StrEnum):
    """What a label tells about who speaks."""

    PERSON = "person"
    OFFICE = "office"
    GROUP = "group"
    ANONYMOUS = "anonymous"
    INTERPRETER = "interpreter"


@dataclass(frozen=True, slots=True)
class Appellation:
    """A label or listed name, read.

    `words` and `initials` are those of the name, folded; `name` is the range of
    `printed` where the name stands, `office_span` that of the office.
    `qualifiers` are what parentheses add that is no office (a party, a constituency).
    """

    printed: str
    nature: Nature
    words: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    office: str = ""
    address: str = ""
    qualifiers: tuple[str, ...] = ()
    name: Span | None = None
    office_span: Span | None = None

    @property
    def name_text(self) -> str:
        """The name as printed, without honorific and office; else all of it."""
        return self.name.of(self.printed) if self.name else self.printed


def read_appellation(
    printed: str, lexicon: Lexicon, known: frozenset[str] = frozenset()
) -> Appellation:
    """Read a label; `known` are folded words that are names elsewhere on the page."""
    plain = _blanked(SQUARE, printed)
    head = _head(plain)
    found = tokens(head)
    asides = tuple(Span(*m.span(1)).trimmed(plain) for m in ROUND.finditer(plain))
    if is_anonymous(head, found, lexicon) or any(
        leaves_open(tokens(plain, aside), lexicon) for aside in asides
    ):
        return Appellation(printed, Nature.ANONYMOUS)
    if is_group(found, lexicon, known):
        return Appellation(printed, Nature.GROUP)
    wording = read_wording(found, lexicon, known)
    return _with_asides(printed, wording, asides, lexicon, known)


def _head(plain: str) -> str:
    """Give the label without what stands in and, after a name, behind parentheses."""
    first = ROUND.search(plain)
    if first is None or not plain[: first.start()].strip():
        return _blanked(ROUND, plain)
    return plain[: first.start()]


def _with_asides(
    printed: str,
    wording: Wording,
    asides: tuple[Span, ...],
    lexicon: Lexicon,
    known: frozenset[str],
) -> Appellation:
    qualifiers: list[str] = []
    for aside in asides:
        found = tokens(printed, aside)
        inner = read_wording(found, lexicon, known)
        if _names_holder(wording, inner, lexicon, known) and not is_anonymous(
            aside.of(printed), found, lexicon
        ):
            wording = inner.with_office(wording)
        elif inner.office and not inner.name:
            wording = wording.with_office(inner)
        elif aside.of(printed)[:1].isupper():
            qualifiers.append(fold(aside.of(printed)))
    return Appellation(
        printed,
        _nature(wording, lexicon),
        words=wording.words,
        initials=wording.initials,
        office=lexicon.same_office(wording.office_text),
        address=wording.address,
        qualifiers=tuple(qualifiers),
        name=_extent(wording.name),
        office_span=_extent(wording.office),
    )


def _names_holder(
    head: Wording, aside: Wording, lexicon: Lexicon, known: frozenset[str]
) -> bool:
    """Tell whether a parenthesis names the holder of the office before it.

    It does if no name stands before it, or a word that is no name elsewhere, while the
    parenthesis holds a full name that the page has elsewhere (any language's office).
    A remark in small letters (`(translated from French)`) names nobody.
    """
    if not aside.name or not _is_written_as_name(aside.name, lexicon):
        return False
    if not head.name:
        return True
    return (
        len(aside.words) > 1
        and known >= set(aside.words)
        and not known & set(head.words)
    )


def _is_written_as_name(name: tuple[Token, ...], lexicon: Lexicon) -> bool:
    first = next((t for t in name if t.folded not in lexicon.particles), name[0])
    return not first.text[:1].islower()


def _nature(wording: Wording, lexicon: Lexicon) -> Nature:
    if wording.name:
        return Nature.PERSON
    if any(token.folded in lexicon.interpreters for token in wording.office):
        return Nature.INTERPRETER
    return Nature.OFFICE


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda m: " " * len(m.group()), text)


def _extent(found: tuple[Token, ...]) -> Span | None:
    if not found:
        return None
    return Span(min(t.start for t in found), max(t.end for t in found))
