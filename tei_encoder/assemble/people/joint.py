"""Parts labels that name several speakers at once (`A and B:`, `A/B:`)."""

import re
from collections.abc import Iterator, Sequence

from tei_encoder.assemble.people.appellation import (
    Appellation,
    Nature,
    read_appellation,
)
from tei_encoder.assemble.people.identity import Mention
from tei_encoder.assemble.people.lexicon import Lexicon
from tei_encoder.assemble.people.name_index import NameIndex
from tei_encoder.assemble.people.pieces import is_name
from tei_encoder.assemble.people.sameness import sameness
from tei_encoder.assemble.people.wording import tokens
from tei_encoder.model.source import Span

STROKE = re.compile("/")


def joint_names(
    text: str,
    names: Sequence[Span],
    others: Sequence[Mention],
    lexicon: Lexicon,
    known: frozenset[str],
) -> dict[Span, tuple[Span, ...]]:
    """Give the names in each label: one, or several.

    Each of several is one that the page also has apart, or a full name.
    """
    parts = {name: _parts(text, name, lexicon) for name in names}
    apart = _Apart()
    for mention in others:
        apart.add(mention.appellation)
    for name in names:
        if len(parts[name]) == 1:
            apart.add(read_appellation(name.of(text), lexicon, known))

    def are_speakers(name: Span) -> bool:
        read = [read_appellation(p.of(text), lexicon, known) for p in parts[name]]
        if all(apart.has(one) for one in read):
            return True
        return _is_joined(text, name, lexicon) and all(
            apart.has(one) or _shows_itself(one, lexicon) for one in read
        )

    return {name: parts[name] if are_speakers(name) else (name,) for name in names}


def _shows_itself(one: Appellation, lexicon: Lexicon) -> bool:
    """Tell whether words show that they name somebody, by size or honorific."""
    return one.nature is Nature.GROUP or (
        is_name(one, lexicon)
        and (len(one.words) > 1 or bool(one.initials) or bool(one.address))
    )


def _is_joined(text: str, name: Span, lexicon: Lexicon) -> bool:
    """Tell whether a joiner or a stroke joins names; a comma may stand within one."""
    found = tokens(text, name)
    return "/" in name.of(text) or any(
        token.text == "&" or token.folded in lexicon.joiners for token in found
    )


class _Apart:
    """The speakers that a page names one by one."""

    def __init__(self) -> None:
        self.persons: NameIndex[Appellation] = NameIndex()
        self.others: set[tuple[Nature, str]] = set()

    def add(self, one: Appellation) -> None:
        if one.nature is Nature.PERSON:
            self.persons.add(one, one)
        else:
            self.others.add(_key(one))

    def has(self, one: Appellation) -> bool:
        if one.nature is not Nature.PERSON:
            return _key(one) in self.others
        return any(
            (sameness(one, other) or sameness(other, one)) is not None
            for other in self.persons.sharing(one)
        )


def _key(one: Appellation) -> tuple[Nature, str]:
    words = one.office if one.nature is Nature.OFFICE else one.printed
    return one.nature, words


def _parts(text: str, name: Span, lexicon: Lexicon) -> tuple[Span, ...]:
    parts: list[Span] = []
    start = name.start
    for stroke in [m.start() for m in STROKE.finditer(text, name.start, name.end)]:
        parts += _joined_parts(text, Span(start, stroke), lexicon)
        start = stroke + 1
    parts += _joined_parts(text, Span(start, name.end), lexicon)
    return tuple(part for part in parts if len(part))


def _joined_parts(text: str, name: Span, lexicon: Lexicon) -> Iterator[Span]:
    start = name.start
    for token in tokens(text, name):
        if token.text in {",", "&"} or token.folded in lexicon.joiners:
            yield Span(start, token.start).trimmed(text)
            start = token.end
    yield Span(start, name.end).trimmed(text)
