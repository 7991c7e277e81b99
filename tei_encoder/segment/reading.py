"""What a recognizer says of a stretch of the page."""

from typing import NamedTuple

from tei_encoder.model.block import Field, Kind, Label


class Reading(NamedTuple):
    """One way to read a stretch: its kind, how much speaks for it, and what.

    Scores are points on one scale for all recognizers: a hint 1, a good sign 2,
    a sure one 4; they compete, none is a veto.
    """

    kind: Kind
    score: float
    evidence: tuple[str, ...]
    recognizer: str = ""
    field: Field | None = None
    label: Label | None = None
