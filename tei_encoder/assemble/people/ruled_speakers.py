"""A reviewer's rulings on who makes a speech."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tei_encoder.assemble.page import Page
from tei_encoder.assemble.people.participants import Cast
from tei_encoder.assemble.turns import Turn
from tei_encoder.decisions import without_effect
from tei_encoder.decisions.find import occurrences
from tei_encoder.model.decision import Decisions, SetSpeaker
from tei_encoder.model.description import Origin
from tei_encoder.model.diagnostic import Diagnostic, Outcome
from tei_encoder.model.identifiers import new_id
from tei_encoder.model.record import Entity, EntityKind, Name, NameType
from tei_encoder.model.source import Span


def rule_on_speakers(
    page: Page,
    turns: Sequence[Turn],
    company: Cast,
    decisions: Decisions,
    within: Span,
) -> Outcome[Cast]:
    """Give the cast with the speakers that reviewers name.

    A name that nobody in the record bears is somebody new. Who was called into being
    by labels alone, and now speaks nowhere, is gone; the labels go to the speaker.
    """
    desk = _Desk(turns, company.entities, company.speakers)
    findings = list(_names_of_nobody(page, company, within))
    for ruling, action in decisions.of(SetSpeaker, within):
        turn = desk.turn_with(ruling.span) if ruling.span else None
        if turn is None:
            findings.append(without_effect(ruling, "no turn holds these words"))
        else:
            desk.give(turn, action.name)
    told = replace(company, entities=desk.entities, speakers=desk.speakers)
    return Outcome(told, tuple(findings))


def _names_of_nobody(page: Page, company: Cast, within: Span) -> Iterator[Diagnostic]:
    """Report the names that this record prints, of several, and nobody bears."""
    for ruling, name in company.nobody:
        if any(occurrences(within.of(page.text), name)):
            yield without_effect(ruling, f"nobody is called “{name}” by a label")


@dataclass(slots=True)
class _Desk:
    """The turns of a record with their speakers, while they are ruled on."""

    turns: Sequence[Turn]
    entities: tuple[Entity, ...]
    speakers: tuple[tuple[str, ...], ...]

    def turn_with(self, span: Span) -> int | None:
        """Give the number of the turn that holds some words, its label included."""
        for number, turn in enumerate(self.turns):
            spans = [span for passage in turn.content for span in passage.spans]
            if any(held.overlaps(span) for held in (turn.label, *spans) if held):
                return number
        return None

    def give(self, number: int, name: str) -> None:
        """Let a turn, and what goes on with it, be spoken by whoever bears a name."""
        speaker = self._bearer(name)
        before = self.speakers[number]
        end = number + 1
        while end < len(self.turns) and self.turns[end].continued:
            end += 1
        given = ((speaker,),) * (end - number)
        self.speakers = (*self.speakers[:number], *given, *self.speakers[end:])
        for silent in before:
            if silent != speaker:
                self._dismiss(silent, speaker)

    def _bearer(self, name: str) -> str:
        """Give the id of whoever bears a name, by any form of it; else a new one."""
        for entity in self.entities:
            if any(_plain(form.text) == _plain(name) for form in entity.names):
                return entity.id
        identifier = new_id("p", name, {entity.id for entity in self.entities})
        new = Entity(
            identifier,
            EntityKind.PERSON,
            (Name(name),),
            role="speaker",
            origin=Origin.DECISION,
        )
        self.entities = (*self.entities, new)
        return identifier

    def _dismiss(self, silent: str, speaker: str) -> None:
        if any(silent in told for told in self.speakers):
            return
        labels = {turn.label for turn in self.turns if turn.label}
        gone = next((e for e in self.entities if e.id == silent), None)
        if gone is None or not all(_is_in(name.span, labels) for name in gone.names):
            return
        left = (e for e in self.entities if e.id != silent)
        self.entities = tuple(
            _also_called(e, gone) if e.id == speaker else e for e in left
        )


def _also_called(entity: Entity, other: Entity) -> Entity:
    labels = [name for name in other.names if name.type is NameType.LABEL]
    new = (n for n in labels if all(n.text != own.text for own in entity.names))
    return replace(entity, names=(*entity.names, *new))


def _is_in(span: Span | None, labels: set[Span]) -> bool:
    return span is not None and any(span in label for label in labels)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split()).rstrip(" :：.")
