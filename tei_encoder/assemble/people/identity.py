"""Decides which appellations on a page are one person's; every merge has a reason."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from tei_encoder.assemble.people.appellation import Appellation, Nature
from tei_encoder.assemble.people.name_index import NameIndex
from tei_encoder.assemble.people.sameness import SAME_NAME, confusable, sameness
from tei_encoder.model.metadata import PersonGiven
from tei_encoder.model.source import Span

#: how many times more often a label must be printed than a misreading of it
OFTEN = 5


class Origin(StrEnum):
    """Where on the page somebody is named."""

    METADATA = "metadata"
    LISTED = "list of participants"
    SETTING = "setting"
    TITLE = "title"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody named: how, by what kind of words, and where (first) on the page.

    `office` and `affiliation` are where the page says what the person is, `variant`
    where it gives another form of the name.
    `times` is how often a label is printed; `given` is whom the metadata call so.
    """

    appellation: Appellation
    origin: Origin
    span: Span | None = None
    office: Span | None = None
    affiliation: Span | None = None
    variant: Span | None = None
    times: int = 1
    given: PersonGiven | None = None


@dataclass(slots=True)
class Identity:
    """All mentions taken for one person, group or voice, and why."""

    mentions: list[Mention]
    reasons: list[str] = field(default_factory=list)
    ambiguous: bool = False

    @property
    def nature(self) -> Nature:
        """What kind of speaker it is."""
        return self.mentions[0].appellation.nature

    @property
    def fullest(self) -> Appellation:
        """The appellation with most words of a name; the first of those."""
        return max(
            (m.appellation for m in self.mentions),
            key=lambda a: (len(a.words), len(a.initials)),
        )

    @property
    def given(self) -> frozenset[PersonGiven]:
        """Whom the metadata call so."""
        return frozenset(m.given for m in self.mentions if m.given)

    @property
    def times(self) -> int:
        """How often the labels are printed."""
        return sum(m.times for m in self.mentions if m.origin is Origin.LABEL)

    def add(self, mention: Mention, reason: str) -> None:
        """Take one more mention, and say why unless its words are here already."""
        self._explain(mention, reason)
        self.mentions.append(mention)

    def absorb(
        self, other: "Identity", reason: str, *, by: Mention | None = None
    ) -> None:
        """Take the mentions of another identity over, and say why: `by` its first."""
        self._explain(by or other.mentions[0], reason)
        self.mentions.extend(other.mentions)
        self.reasons.extend(other.reasons)

    def _explain(self, mention: Mention, reason: str) -> None:
        if not any(_says_the_same(mention, known) for known in self.mentions):
            self.reasons.append(f"“{mention.appellation.printed}”: {reason}")


def _says_the_same(one: Mention, other: Mention) -> bool:
    """Tell whether nothing was inferred: the same label, or the very name of one."""
    if one.origin is Origin.LABEL and other.origin is Origin.LABEL:
        return one.appellation.printed.split() == other.appellation.printed.split()
    return one.appellation.name_text == other.appellation.name_text


def identify(mentions: Sequence[Mention]) -> list[Identity]:
    """Part mentions into identities, in the order of the first mention.

    Persons named in full come first; a shorter name joins the only one that it can
    be part of, and stands alone where it could be part of several.
    Whoever the metadata name takes over all that the page calls so, and whatever
    joined it; no two of them are ever one.
    """
    identities = _alike(mentions)
    persons = [i for i in identities if i.nature is Nature.PERSON]
    persons.sort(key=_fullness, reverse=True)
    absorbed: set[int] = set()
    roots: list[Identity] = []
    index: NameIndex[Identity] = NameIndex()
    for person in _without_misreadings(persons, absorbed):
        if _joined(person, index):
            absorbed.add(id(person))
        else:
            roots.append(person)
            index.add(person.fullest, person)
    offices = [i for i in identities if i.nature is Nature.OFFICE]
    holders = _holders(roots)
    absorbed |= {id(office) for office in offices if _held(office, holders)}
    return _taken_over([i for i in identities if id(i) not in absorbed])


def _taken_over(identities: Sequence[Identity]) -> list[Identity]:
    """Join what the metadata give to one person; the name of the metadata is first."""
    kept: list[Identity] = []
    owners: dict[PersonGiven, Identity] = {}
    for identity in identities:
        person = next(iter(identity.given), None)
        if person is None or person not in owners:
            kept.append(identity)
        if person is not None:
            owner = owners.setdefault(person, identity)
            owner.ambiguous = False
            if owner is not identity:
                first = next(m for m in identity.mentions if m.given)
                owner.absorb(identity, "so the metadata", by=first)
    return kept


def _may_be_one(one: Identity, other: Identity) -> bool:
    """Tell whether the metadata allow it: whom they name they keep apart."""
    return len(one.given | other.given) <= 1


def _fullness(person: Identity) -> tuple[int, int, int]:
    """Give the words, initials and letters of the fullest name, to sort by."""
    one = person.fullest
    return len(one.words), len(one.initials), sum(map(len, one.words))


def _alike(mentions: Sequence[Mention]) -> list[Identity]:
    """Put mentions together that read the same."""
    found: dict[tuple[object, ...], Identity] = {}
    for mention in mentions:
        one = mention.appellation
        if one.nature is Nature.PERSON:
            key: tuple[object, ...] = (one.words, one.initials, one.address, one.office)
            key += (one.qualifiers,) if len(one.words) == 1 else ()
        elif one.nature is Nature.OFFICE:
            key = (one.nature, one.office)
        else:
            key = (one.nature, " ".join(one.printed.split()))
        key += (mention.given,)
        if key in found:
            found[key].add(mention, SAME_NAME)
        else:
            found[key] = Identity([mention])
    return list(found.values())


def _joined(person: Identity, roots: NameIndex[Identity]) -> bool:
    short = person.fullest
    fits = [
        (root, reason)
        for root in roots.sharing(short)
        if (reason := sameness(short, root.fullest)) is not None
        and _may_be_one(person, root)
        and all(
            sameness(short, m.appellation) or _shorter(m, short) for m in root.mentions
        )
    ]
    if len(fits) > 1:
        person.ambiguous = True
        return False
    for root, reason in fits:
        root.absorb(person, reason)
    return bool(fits)


def _without_misreadings(persons: list[Identity], absorbed: set[int]) -> list[Identity]:
    """Join rare labels to the frequent ones that scanning alone tells them from."""
    frequent: dict[str, Identity] = {}
    for person in sorted(persons, key=lambda p: p.times):
        frequent[confusable(person.fullest)] = person
    kept: list[Identity] = []
    for person in persons:
        shape = confusable(person.fullest)
        often = frequent[shape]
        misread = shape and 0 < OFTEN * person.times <= often.times
        if misread and _may_be_one(person, often):
            often.absorb(person, "letters that scanning confuses with a frequent label")
            absorbed.add(id(person))
        else:
            kept.append(person)
    return kept


def _shorter(mention: Mention, other: Appellation) -> bool:
    return sameness(mention.appellation, other) is not None


def _holders(persons: Sequence[Identity]) -> dict[str, list[Identity]]:
    """Give who holds each office, by the words of the page."""
    holders: dict[str, list[Identity]] = {}
    for person in persons:
        for office in dict.fromkeys(m.appellation.office for m in person.mentions):
            holders.setdefault(office, []).append(person)
    return holders


def _held(office: Identity, holders: dict[str, list[Identity]]) -> bool:
    """Give a bare office to its holder, where the page names exactly one."""
    wanted = office.mentions[0].appellation.office
    found = holders.get(wanted, []) if wanted else []
    found = [holder for holder in found if _may_be_one(office, holder)]
    if len(found) == 1:
        found[0].absorb(office, "the only holder of that office on the page")
        return True
    office.ambiguous = len(found) > 1
    return False
