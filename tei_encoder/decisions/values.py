"""What a ruling may say, and what is checked of each value."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from tei_encoder.metadata import edtf
from tei_encoder.metadata.values import tag_problem, w3c_date_problem
from tei_encoder.model.annotation import AnnotationKind
from tei_encoder.model.decision import Claim, Element

_TIME: Final = re.compile(r"([01]\d|2[0-3]):[0-5]\d:[0-5]\d", re.ASCII)
_NUMBER: Final = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
Attributes = tuple[tuple[str, str], ...]

#: types of brackets, and how each is claimed (encoding after Guidelines 3.5, 12.3.1)
BRACKETS: Final[Mapping[str, tuple[AnnotationKind, Attributes]]] = {
    "editorial": (AnnotationKind.NOTE, (("type", "editorial"),)),
    **{
        name: (AnnotationKind.NOTE, (("type", "editorial"), ("subtype", name)))
        for name in ("identification", "name-variant", "expansion", "sic")
    },
    "gloss": (AnnotationKind.NOTE, (("type", "gloss"),)),
    "comment": (AnnotationKind.NOTE, (("type", "comment"),)),
    **{
        name: (AnnotationKind.GAP, (("reason", name),))
        for name in ("illegible", "inaudible", "classified")
    },
    "omission": (AnnotationKind.GAP, (("reason", "editorial"),)),
    "vocal": (AnnotationKind.VOCAL, ()),
    "kinesic": (AnnotationKind.KINESIC, ()),
    "incident": (AnnotationKind.INCIDENT, ()),
}


def date_problem(text: str) -> str | None:
    """Say why a text is no date, or interval of dates, for an attribute (W3C)."""
    start, slash, end = text.partition("/")
    problems = [w3c_date_problem(bound) for bound in (start, end)[: 1 + bool(slash)]]
    return next(filter(None, problems), None)


def time_problem(text: str) -> str | None:
    """Say why a text is no time of day (W3C, with its seconds)."""
    return None if _TIME.fullmatch(text) else "not a time of the form 15:30:00"


def number_problem(text: str) -> str | None:
    """Say why a text is no decimal number."""
    return None if _NUMBER.fullmatch(text) else "not a number such as 600 or 1.5"


def bracket_problem(text: str) -> str | None:
    """Say why a text is no type of bracket."""
    return None if text in BRACKETS else f"not a type of bracket: {', '.join(BRACKETS)}"


#: checks of `value`, by what is confirmed or set; others take any text
CHECKS: Final[Mapping[Claim | Element, Callable[[str], str | None]]] = {
    Claim.DATE: date_problem,
    Claim.TIME: time_problem,
    Claim.MEASURE: number_problem,
    Claim.NUMBER: number_problem,
    Claim.BRACKET: bracket_problem,
    Element.DATE: edtf.problem,
    Element.ORIGINAL_LANGUAGE: tag_problem,
}
