"""A reviewer's rulings on who is who: they win over the rules of identity."""

from collections.abc import Iterator, Sequence

from tei_encoder.assemble.people.appellation import Nature
from tei_encoder.assemble.people.identity import Identity, Mention
from tei_encoder.model.decision import Decisions, Merge, Part, Ruling
from tei_encoder.model.source import Span

NOWHERE = Span(0, 0)


def rule_on_identities(
    identities: Sequence[Identity], decisions: Decisions
) -> list[Identity]:
    """Part and merge identities as reviewers say, by the names that are printed."""
    ruled = list(identities)
    for _, part in decisions.of(Part, NOWHERE):
        ruled = [new for old in ruled for new in _parted(old, part.names)]
    for _, merge in decisions.of(Merge, NOWHERE):
        ruled = _merged(ruled, merge.names)
    return ruled


def names_of_nobody(
    identities: Sequence[Identity], decisions: Decisions
) -> Iterator[tuple[Ruling, str]]:
    """Give the names of rulings that nobody in the record is called by."""
    mentions = [mention for identity in identities for mention in identity.mentions]
    rulings: list[tuple[Ruling, Merge | Part]] = [
        *decisions.of(Merge, NOWHERE),
        *decisions.of(Part, NOWHERE),
    ]
    for ruling, action in rulings:
        for name in action.names:
            if not _called(mentions, name):
                yield ruling, name


def _parted(identity: Identity, names: Sequence[str]) -> Iterator[Identity]:
    """Give an identity without the mentions that are others', and those others.

    What is called by none of the names stays with whoever is called by the first.
    """
    groups = [_called(identity.mentions, name) for name in names]
    apart = [group for group in groups if group][1:]
    moved = {id(mention) for group in apart for mention in group}
    kept = [m for m in identity.mentions if id(m) not in moved]
    if not kept or not apart:
        yield identity
        return
    printed = tuple(f"“{m.appellation.printed}”:" for group in apart for m in group)
    reasons = [r for r in identity.reasons if not r.startswith(printed)]
    yield Identity(kept, reasons, identity.ambiguous)
    for group in apart:
        yield Identity(group)


def _merged(identities: list[Identity], names: Sequence[str]) -> list[Identity]:
    """Give the identities with all that bear one of the names made one."""
    everybody = [mention for i in identities for mention in i.mentions]
    meant = [_called(everybody, name) for name in names]
    if not all(meant):
        return identities
    called = {id(mention) for group in meant for mention in group}
    bearers = [i for i in identities if any(id(m) in called for m in i.mentions)]
    person = next((i for i in bearers if i.nature is Nature.PERSON), bearers[0])
    others = {id(i): i for i in bearers if i is not person}
    for other in others.values():
        person.mentions.extend(other.mentions)
        person.reasons.extend(other.reasons)
    person.ambiguous = False
    return [i for i in identities if id(i) not in others]


def _called(mentions: Sequence[Mention], name: str) -> list[Mention]:
    """Give the mentions that print a name, else those that it is the name in."""
    wanted = _plain(name)
    printed = [m for m in mentions if _plain(m.appellation.printed) == wanted]
    return printed or [m for m in mentions if _plain(m.appellation.name_text) == wanted]


def _plain(name: str) -> str:
    return " ".join(name.casefold().split()).rstrip(" :：.")
