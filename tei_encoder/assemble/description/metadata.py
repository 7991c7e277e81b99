"""Joins what people say of a record with what its page says.

Metadata win over the page: the header has their values. What the page says otherwise
stays where it is printed, the value points there, and the difference is reported.
"""

from dataclasses import replace

from tei_encoder.assemble.rules import METADATA_CONFLICT
from tei_encoder.model.description import (
    Description,
    Origin,
    Responsibility,
    Statement,
)
from tei_encoder.model.diagnostic import Diagnostic, Outcome
from tei_encoder.model.metadata import Metadata

#: EDTF: uncertain, approximate, both
QUALIFIERS = "?~%"


def join_metadata(found: Description, given: Metadata) -> Outcome[Description]:
    """Complete a description from metadata; conflicts are warnings."""
    conflicts: list[Diagnostic] = []

    def one(name: str, said: Statement | None) -> Statement | None:
        told: str | None = getattr(given, name)
        if told is None:
            return said
        if said is not None and said.span and not _agree(said, told, name):
            conflicts.append(_conflict(name, said, told))
        return _joined(name, said, told)

    people = tuple(
        Responsibility(r.role, Statement(r.name, origin=Origin.METADATA))
        for r in given.responsibilities
        if not _is_stated(found, r.role, r.name)
    )
    described = replace(
        found,
        title=one("title", found.title),
        date=one("date", found.date),
        place=one("place", found.place),
        genre=one("genre", found.genre),
        original_language=one("original_language", found.original_language),
        repository=one("repository", found.repository),
        collection=one("collection", found.collection),
        reference_code=one("reference_code", found.reference_code),
        conditions_of_access=one("conditions_of_access", found.conditions_of_access),
        responsibilities=found.responsibilities + people,
    )
    return Outcome(described, tuple(conflicts))


def _joined(name: str, said: Statement | None, told: str) -> Statement:
    """Give the value of the metadata, with the place where the page says another.

    The words of the page stay where they agree, with the date that the metadata give
    for words that could not be read.
    """
    when = told if name == "date" else None
    if said is None or said.span is None:
        return Statement(told, origin=Origin.METADATA, when=when)
    if not _agree(said, told, name):
        return Statement(told, said.span, Origin.METADATA, when)
    if when is not None and said.when is None:
        return replace(said, origin=Origin.METADATA, when=when)
    return said


def _agree(said: Statement, told: str, name: str) -> bool:
    if name == "date":
        return said.when is None or _bounds(said.when) == _bounds(told)
    return _plain(said.text) == _plain(told)


def _bounds(date: str) -> tuple[str, str]:
    """Give the first and the last day, month or year of a date, as far as told."""
    start, _, end = date.replace("-XX", "").partition("/")
    return start.rstrip(QUALIFIERS), (end or start).rstrip(QUALIFIERS)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _is_stated(found: Description, role: str, name: str) -> bool:
    return any(
        str(r.role) == role and _plain(r.name.text) == _plain(name)
        for r in found.responsibilities
    )


def _conflict(name: str, said: Statement, told: str) -> Diagnostic:
    label = name.replace("_", " ")
    page = f"“{said.text}”" + (f" ({said.when})" if said.when else "")
    return Diagnostic(
        METADATA_CONFLICT,
        f"{label}: the page says {page}, the metadata “{told}”",
        span=said.span,
        help="the header has the value of the metadata; the page keeps its words",
        source="assemble",
    )
