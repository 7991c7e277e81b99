"""Parts labels that name several speakers at once (`A and B:`)."""

from collections.abc import Sequence

from tei_encoder.assemble.people.appellation import (
    Appellation,
    Nature,
    read_appellation,
)
from tei_encoder.assemble.people.identity import Mention
from tei_encoder.assemble.people.lexicon import Lexicon
from tei_encoder.assemble.people.name_index import NameIndex
from tei_encoder.assemble.people.sameness import sameness
from tei_encoder.assemble.people.wording import tokens
from tei_encoder.model.source import Span


def joint_names(
    text: str,
    names: Sequence[Span],
    others: Sequence[Mention],
    lexicon: Lexicon,
    known: frozenset[str],
) -> dict[Span, tuple[Span, ...]]:
    """Give the names in each label: one, or several that the page also has apart."""
    parts = {name: _parts(text, name, lexicon) for name in names}
    apart = _Apart()
    for mention in others:
        apart.add(mention.appellation)
    for name in names:
        if len(parts[name]) == 1:
            apart.add(read_appellation(name.of(text), lexicon, known))
    return {
        name: parts[name]
        if len(parts[name]) > 1
        and all(
            apart.has(read_appellation(part.of(text), lexicon, known))
            for part in parts[name]
        )
        else (name,)
        for name in names
    }


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
    for token in tokens(text, name):
        if token.text in {",", "&"} or token.folded in lexicon.joiners:
            parts.append(Span(start, token.start).trimmed(text))
            start = token.end
    parts.append(Span(start, name.end).trimmed(text))
    return tuple(part for part in parts if len(part))
