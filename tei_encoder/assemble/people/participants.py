"""Makes entities of the people of a record and tells who makes each speech."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tei_encoder.assemble.people.appellation import (
    Appellation,
    Nature,
    read_appellation,
)
from tei_encoder.assemble.people.entities import make_entity
from tei_encoder.assemble.people.identity import Identity, Mention, Origin, identify
from tei_encoder.assemble.people.joint import joint_names
from tei_encoder.assemble.people.lexicon import Lexicon
from tei_encoder.assemble.people.pieces import LONGEST_NAME
from tei_encoder.assemble.people.ruled_identities import (
    names_of_nobody,
    rule_on_identities,
)
from tei_encoder.assemble.people.wording import tokens
from tei_encoder.assemble.turns import Turn
from tei_encoder.model.decision import Ruling
from tei_encoder.model.metadata import label_key
from tei_encoder.model.record import Entity
from tei_encoder.model.source import Span
from tei_encoder.stages import Settings


@dataclass(frozen=True, slots=True)
class Cast:
    """The entities of a record, the speakers of its turns and what is in doubt.

    `merged` and `ambiguous` pair a place with words for a finding; `nobody` are names
    of rulings that nobody bears.
    """

    entities: tuple[Entity, ...]
    speakers: tuple[tuple[str, ...], ...]
    merged: tuple[tuple[Span | None, str], ...] = ()
    ambiguous: tuple[tuple[Span | None, str], ...] = ()
    nobody: tuple[tuple[Ruling, str], ...] = ()


def cast(
    text: str,
    turns: Sequence[Turn],
    others: Sequence[Mention],
    lexicon: Lexicon,
    settings: Settings,
) -> Cast:
    """Identify the speakers of `turns` and the `others` whom the page names.

    The labels of persons of the metadata are theirs without question; decisions may
    part and merge whom the rules took for one or for several.
    """
    places = _first_places(text, turns)
    known = _known_words(text, places.values(), others, lexicon)
    given = {
        label_key(label): p for p in settings.metadata.persons for label in p.labels
    }
    labels = joint_names(text, tuple(places.values()), others, lexicon, known)
    labels |= {n: (n,) for n in labels if label_key(n.of(text)) in given}
    times = Counter(turn.name.of(text) for turn in turns if turn.name)
    roles = {turn.name.of(text) for turn in turns if turn.name and turn.exchange}
    mentions = [
        Mention(
            Appellation(part.of(text), Nature.ANONYMOUS)
            if name.of(text) in roles
            else read_appellation(part.of(text), lexicon, known),
            Origin.LABEL,
            part,
            times=times[name.of(text)],
            given=given.get(label_key(part.of(text))),
        )
        for name, parts in labels.items()
        for part in parts
    ]
    identities = rule_on_identities(identify([*others, *mentions]), settings.decisions)
    entities = _entities(text, identities, lexicon)
    ids = {
        mention.span: entity.id
        for identity, entity in zip(identities, entities, strict=True)
        for mention in identity.mentions
        if mention.origin is Origin.LABEL
    }
    speakers = {
        printed: tuple(dict.fromkeys(ids[part] for part in labels[place]))
        for printed, place in places.items()
    }
    return Cast(
        entities,
        tuple(
            speakers[turn.name.of(text)] if turn.name else ()
            for turn in _with_names(turns)
        ),
        tuple((_place(i), reason) for i in identities for reason in i.reasons),
        tuple((_place(i), _first_form(i)) for i in identities if i.ambiguous),
        tuple(names_of_nobody(identities, settings.decisions)),
    )


def _first_form(identity: Identity) -> str:
    return identity.mentions[0].appellation.printed


def _first_places(text: str, turns: Sequence[Turn]) -> dict[str, Span]:
    """Give each label, as printed, with its first place."""
    places: dict[str, Span] = {}
    for turn in turns:
        if turn.name is not None:
            places.setdefault(turn.name.of(text), turn.name)
    return places


def _known_words(
    text: str, names: Iterable[Span], others: Sequence[Mention], lexicon: Lexicon
) -> frozenset[str]:
    """Give the words that are names for certain: those of full names."""
    read = [read_appellation(name.of(text), lexicon) for name in names]
    read.extend(mention.appellation for mention in others)
    small = lexicon.links | lexicon.articles | lexicon.joiners
    return frozenset(
        word
        for one in read
        if one.nature is Nature.PERSON
        and 1 < len(one.words) <= LONGEST_NAME
        and not _addresses_two(one, lexicon)
        for word in one.words
        if word not in small
    )


def _addresses_two(one: Appellation, lexicon: Lexicon) -> bool:
    """Tell whether an honorific follows a joiner (`Mr. A and Mrs. B`)."""
    found = tokens(one.printed)
    return any(
        (first.text == "&" or first.folded in lexicon.joiners)
        and lexicon.is_honorific(second.folded)
        for first, second in pairwise(found)
    )


def _with_names(turns: Sequence[Turn]) -> list[Turn]:
    """Give a turn that only goes on the name of the one before it."""
    told: list[Turn] = []
    for turn in turns:
        if turn.continued and told:
            told.append(Turn(turn.label, told[-1].name, turn.content, continued=True))
        else:
            told.append(turn)
    return told


def _entities(
    text: str, identities: Sequence[Identity], lexicon: Lexicon
) -> tuple[Entity, ...]:
    taken: set[str] = set()
    return tuple(make_entity(text, identity, lexicon, taken) for identity in identities)


def _place(identity: Identity) -> Span | None:
    return next((m.span for m in identity.mentions if m.origin is Origin.LABEL), None)
