"""Describes a record by what its page states (ISAD(G), every value with its span)."""

from collections.abc import Sequence

from tei_encoder.assemble.description.citation import (
    ShelfMark,
    read_citation,
)
from tei_encoder.assemble.description.classification import classification
from tei_encoder.assemble.description.dating import (
    conversation_date,
    typescript_dates,
)
from tei_encoder.assemble.description.funding import (
    funders,
    funding_notes,
    issuing_body,
    letterhead,
)
from tei_encoder.assemble.description.numbers import record_numbers
from tei_encoder.assemble.description.original_language import (
    original_language,
)
from tei_encoder.assemble.description.paper import extents, remarks_on_paper
from tei_encoder.assemble.description.places import meeting_place
from tei_encoder.assemble.description.provenance import (
    acquisition,
    conditions_of_access,
    conditions_of_reproduction,
    custodial_history,
    surrogates,
)
from tei_encoder.assemble.description.responsibilities import (
    makers_listed,
    responsibilities,
)
from tei_encoder.assemble.description.subjects import subjects
from tei_encoder.assemble.description.times import START, meeting_times
from tei_encoder.assemble.description.titles import genre, title
from tei_encoder.assemble.page import Page
from tei_encoder.assemble.people.identity import Mention
from tei_encoder.model.block import Field, Kind
from tei_encoder.model.description import Description, Statement


def describe(page: Page, language: Statement, people: Sequence[Mention]) -> Description:
    """Give the description of the record on a page; `people` are those it lists."""
    mark = read_citation(page)
    times = meeting_times(page)
    copies = extents(page)
    return Description(
        language=language,
        title=title(page),
        date=conversation_date(page),
        place=meeting_place(page, people),
        time=times[0][1] if times and times[0][0] == START else None,
        other_times=times[1:] if times and times[0][0] == START else times,
        other_dates=typescript_dates(page),
        original_language=original_language(page),
        genre=genre(page),
        abstract=_all(page, kind=Kind.ABSTRACT),
        citation=mark.citation if mark else None,
        repository=mark.citation.repository if mark else None,
        collection=mark.citation.collection if mark else None,
        reference_code=mark.reference if mark else None,
        identifiers=record_numbers(page),
        extent=next(iter(copies), None),
        physical=(*copies[1:], *remarks_on_paper(page)),
        custodial_history=custodial_history(page),
        acquisition=acquisition(page),
        surrogates=surrogates(page),
        funders=funders(page),
        funding_notes=funding_notes(page),
        publisher=_publisher(page, mark),
        rights=_all(page, kind=Kind.RIGHTS),
        conditions_of_access=conditions_of_access(page),
        conditions_of_reproduction=conditions_of_reproduction(page),
        classification=classification(page),
        subjects=subjects(page),
        responsibilities=(*responsibilities(page), *makers_listed(page, people)),
    )


def _publisher(page: Page, mark: ShelfMark | None) -> Statement | None:
    for statement in _of_field(page, Field.PUBLISHER):
        return statement
    if mark is not None and mark.publisher is not None:
        return mark.publisher
    return issuing_body(page) or letterhead(page)


def _all(page: Page, *, kind: Kind) -> tuple[Statement, ...]:
    return tuple(page.state(page.span(block)) for block in page.of_kind(kind))


def _of_field(page: Page, field: Field) -> tuple[Statement, ...]:
    return tuple(page.state(page.span(block)) for block in page.of_field(field))
