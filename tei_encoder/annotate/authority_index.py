"""The names of authority files, so that a text of any length is searched for them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tei_encoder.annotate.capitals import WORD
from tei_encoder.model.authority import AuthorityEntry, AuthorityTable
from tei_encoder.model.record import EntityKind

#: first words to the names that begin so, with their kinds
Listed = Mapping[str, Sequence[tuple[tuple[str, ...], EntityKind]]]
#: one word of a name of a person is no evidence for the person
SHORTEST_NAME = 2


@dataclass(frozen=True, slots=True, eq=False)
class AuthorityIndex:
    """The names of persons, by their casefolded words, and those of all else.

    `starts` are the first words of `people`; `listed` has names as they are printed.
    """

    people: frozenset[tuple[str, ...]] = frozenset()
    starts: frozenset[str] = frozenset()
    listed: Listed = field(default_factory=dict)

    def longest(self, folded: tuple[str, ...]) -> int:
        """Give how many words from the first on are a name of a person."""
        for count in range(len(folded), SHORTEST_NAME - 1, -1):
            if folded[:count] in self.people:
                return count
        return 0


NOTHING = AuthorityIndex()


@lru_cache(maxsize=1)
def index_of(table: AuthorityTable) -> AuthorityIndex:
    """Sort the names of a table; a form that is of several kinds is of none here."""
    if not table.entries:
        return NOTHING
    kinds: dict[tuple[str, ...], set[EntityKind | None]] = {}
    for entry in table.entries:
        for form in _forms(entry):
            kinds.setdefault(form, set()).add(entry.kind)
    sure = {form: next(iter(found)) for form, found in kinds.items() if len(found) == 1}
    people = frozenset(_folded(sure, EntityKind.PERSON))
    return AuthorityIndex(
        people, frozenset(form[0] for form in people), _by_first_word(sure)
    )


def _forms(entry: AuthorityEntry) -> Iterator[tuple[str, ...]]:
    """Give the words of each form that consists of words alone."""
    for form in entry.forms:
        words = tuple(WORD.findall(form))
        if words and words[0][0].isupper():
            yield words


def _folded(
    sure: Mapping[tuple[str, ...], EntityKind | None], kind: EntityKind
) -> Iterator[tuple[str, ...]]:
    for form, of in sure.items():
        if of is kind and len(form) >= SHORTEST_NAME and max(map(len, form)) > 1:
            yield tuple(word.casefold() for word in form)


def _by_first_word(sure: Mapping[tuple[str, ...], EntityKind | None]) -> Listed:
    found: dict[str, list[tuple[tuple[str, ...], EntityKind]]] = {}
    for form, kind in sure.items():
        if kind in {EntityKind.ORGANISATION, EntityKind.PLACE}:
            found.setdefault(form[0], []).append((form, kind))
    return found
