"""Says in words what a reviewer ruled."""

from typing import Final

from tei_encoder.model.decision import (
    Action,
    Confirm,
    Describe,
    Labelling,
    Merge,
    Part,
    Reject,
    Relabel,
    Ruling,
    SetSpeaker,
)

#: code points of a quotation that a change repeats
LONGEST: Final = 60


def wording(ruling: Ruling, text: str) -> str:
    """Give a sentence on one line: what was ruled, on which words, and why.

    The words are those that were found, else those that are quoted.
    """
    said = _said(ruling.action)
    quoted = ruling.quote.exact if ruling.quote else ""
    words = ruling.span.of(text) if ruling.span else quoted
    on = f" (“{_short(words)}”)" if words else ""
    why = f": {_one_line(ruling.why)}" if ruling.why else ""
    return f"{said}{on}{why}."


def _said(action: Action) -> str:
    match action:
        case Relabel(kind, field):
            said = f"Read as {kind}, {field}" if field else f"Read as {kind}"
        case Labelling(stands):
            said = f"Read as {'a' if stands else 'no'} speaker's label"
        case SetSpeaker(name):
            said = f"Spoken by {_one_line(name)}"
        case Merge(names):
            said = f"One person: {_listed(names)}"
        case Part(names):
            said = f"Different people: {_listed(names)}"
        case Confirm(claim, value):
            said = f"Confirmed as {claim}" + (f" {_one_line(value)}" if value else "")
        case Reject(claim):
            said = f"Rejected as {claim}"
        case Describe(element, value):
            named = element.replace("_", " ").capitalize()
            said = f"{named} " + (
                f"set to “{_one_line(value)}”" if value else "confirmed"
            )
        case _:
            said = "Note added"
    return said


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f"“{_one_line(name)}”" for name in names)


def _short(words: str) -> str:
    words = _one_line(words)
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()}…"


def _one_line(words: str) -> str:
    return " ".join(words.split())
