"""The names that a record itself establishes, and the words beside names."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from tei_encoder.annotate.authority_index import NOTHING, AuthorityIndex
from tei_encoder.annotate.capitals import WORD
from tei_encoder.language.gazetteer import gazetteer
from tei_encoder.language.load import vocabulary, words
from tei_encoder.model.record import Entity, EntityKind, Record

#: topics of the `[names]` tables whose words may stand before a name
ROLES = (
    "honorifics",
    "honorifics_masculine",
    "honorifics_feminine",
    "offices",
    "office_modifiers",
)
LONGEST_ABBREVIATION = 4
SHORTEST_SINGLE = 2
NO_NAMES = ("groups", "anonymous", "interpreters", "articles", "links", "unidentified")


@dataclass(slots=True)
class KnownNames:
    """Names by their casefolded words, each with the entity it is of, if any.

    `starts` are their first words; `pieces` are single words of names that one
    entity alone has; `single` are the only names of some. `authority` has the names
    of the user's authority files.
    """

    whole: dict[tuple[str, ...], str | None] = field(default_factory=dict)
    starts: set[str] = field(default_factory=set)
    pieces: dict[str, str | None] = field(default_factory=dict)
    single: set[str] = field(default_factory=set)
    authority: AuthorityIndex = NOTHING

    def add(self, name: tuple[str, ...], entity: str | None) -> None:
        """Remember a name; one that two entities share is of neither."""
        shared = self.whole.get(name, entity) != entity
        self.whole[name] = None if shared else entity
        self.starts.add(name[0])

    def longest(self, folded: tuple[str, ...]) -> int:
        """Give how many words from the first on are a known name of several words."""
        for count in range(len(folded), 1, -1):
            if folded[:count] in self.whole:
                return count
        return self.authority.longest(folded)

    def begins(self, word: str) -> bool:
        """Tell whether a known name begins with a casefolded word."""
        return word in self.starts or word in self.authority.starts

    def entity(self, folded: tuple[str, ...]) -> str | None:
        """Give the id of whose name this is, if it is only one's."""
        if folded in self.whole:
            return self.whole[folded]
        return self.pieces.get(folded[0]) if len(folded) == 1 else None


def known_names(
    record: Record, tags: tuple[str, ...], authority: AuthorityIndex = NOTHING
) -> KnownNames:
    """Collect the names of the record's persons, without honorifics and offices.

    Those who have no part in the conversation are known by their full names alone.
    """
    known = KnownNames(authority=authority)
    owners: dict[str, set[str]] = {}
    for entity in sorted(record.entities, key=lambda entity: entity.role is None):
        for name in _names(entity, tags):
            if entity.role is None:
                if _is_full(name) and name not in known.whole:
                    known.add(name, entity.id)
                continue
            known.add(name, entity.id)
            if len(name) == 1 and len(name[0]) > SHORTEST_SINGLE:
                known.single.add(name[0])
            for piece in name:
                owners.setdefault(piece, set()).add(entity.id)
    for piece, ids in owners.items():
        if len(ids) == 1 and len(piece) > 1:
            known.pieces[piece] = next(iter(ids))
    return known


def _is_full(name: tuple[str, ...]) -> bool:
    """Tell whether a name is more than initials or one word."""
    return len(name) > 1 and max(map(len, name)) > 1


def _names(entity: Entity, tags: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if entity.kind is not EntityKind.PERSON:
        return
    beside, never = role_words(tags), no_names(tags)
    for name in entity.names:
        found = list(_folded(name.text))
        while found and found[0] in beside:
            found.pop(0)
        # an initial may read like an article, but then it is not all of the name
        clear = [word for word in found if len(word) > 1] or found
        if found and not never.intersection(clear) and name.text[:1].isalpha():
            yield tuple(found)


def _folded(name: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in WORD.findall(name))


@cache
def role_words(tags: tuple[str, ...]) -> frozenset[str]:
    """Give the words of honorifics, offices and titles."""
    named = {form.rstrip(".") for form in vocabulary(tags, "names", *ROLES)}
    return frozenset(named | {form.casefold() for form in titles(tags)})


@cache
def no_names(tags: tuple[str, ...]) -> frozenset[str]:
    """Give the words that never are names of persons."""
    return vocabulary(tags, "names", *NO_NAMES) | role_words(tags)


def particles(tags: tuple[str, ...]) -> frozenset[str]:
    """Give the small words that stand inside names (`de la`, `von`)."""
    return vocabulary(tags, "mentions", "particles")


@cache
def links(tags: tuple[str, ...]) -> frozenset[str]:
    """Give the words that hang a name on what stands before (`of the`)."""
    articles = vocabulary(tags, "names", "articles")
    return articles | vocabulary(tags, "mentions", "genitives")


@cache
def titles(tags: tuple[str, ...]) -> frozenset[str]:
    """Give the titles that make a person's name of the capitals after them.

    They stand as they may be printed; one that a language writes with a capital
    (`Miss`) is no title without it.
    """
    return frozenset(
        printed
        for tag in tags
        for form in gazetteer(tag).get("titles", ())
        for printed in _printed(form.rstrip("."))
    )


@cache
def abbreviations(tags: tuple[str, ...]) -> frozenset[str]:
    """Give the titles that a full stop may follow, casefolded and without it."""
    return frozenset(
        form.rstrip(".").casefold()
        for tag in tags
        for table, topics in (
            (gazetteer(tag), ("titles",)),
            (words(tag, "names"), ROLES),
        )
        for topic in topics
        for form in table.get(topic, ())
        if form.endswith(".") or len(form) <= LONGEST_ABBREVIATION
    )


def plural_titles(tags: tuple[str, ...]) -> frozenset[str]:
    """Give the titles that stand before several names, and belong to none alone."""
    return vocabulary(tags, "mentions", "plural_titles")


def _printed(form: str) -> tuple[str, ...]:
    upper = (form.upper(), form[0].upper() + form[1:])
    return upper if form[0].isupper() else (form, *upper)
