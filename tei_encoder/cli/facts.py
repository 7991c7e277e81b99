"""A record's description as a list of stated facts, each with its words and place."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tei_encoder.model.description import (
    Description,
    Origin,
    Responsibility,
    Role,
    Statement,
)
from tei_encoder.model.record import (
    Entity,
    EntityKind,
    NameType,
    Record,
    SetAside,
    Utterance,
)
from tei_encoder.model.source import Source, Span

#: fields of a description that hold one statement or several
_FIELDS: Final = {
    "title": "title",
    "date": "date",
    "place": "place",
    "genre": "record_type",
    "original_language": "original_language",
    "classification": "classification",
    "abstract": "abstract",
    "publisher": "publisher",
    "funders": "funder",
    "subjects": "subject",
    "repository": "repository",
    "identifiers": "identifier",
    "extent": "physical",
    "physical": "physical",
    "custodial_history": "custodial_history",
    "acquisition": "acquisition",
    "surrogates": "related_scan",
    "conditions_of_access": "access",
    "conditions_of_reproduction": "reproduction",
}
#: what somebody did, by the field that says so
_MAKERS: Final[dict[str, str]] = {
    Role.TRANSLATOR: "translator",
    Role.EDITOR: "contributor",
    Role.CONTRIBUTOR: "contributor",
    Role.PROVIDER: "contributor",
}
#: MARC relator codes of those who made the record, in words
_RECORDERS: Final = {"trc": "transcriber", "aut": "author"}
#: dates of the paper by what was done then
_DATED: Final = {"typescript": "typed", "signature": "signed"}
#: reasons to set text aside that are no frame of a page: its field, if it has one
_REASONS: Final = {
    "citation": "citation",
    "source": "citation",
    "record-type": "record_type",
    "funder": "funder",
}
#: characters between an office and a membership, and of a code worth a look
JOINER, CODE = 5, 6
_FRAME: Final = frozenset({"page-label", "furniture", "navigation", "hidden"})


@dataclass(frozen=True, slots=True)
class Item:
    """A fact: its field, its words, where they stand, and what they mean.

    `start` and `end` are code points of the source text, half-open; None where a
    value comes from elsewhere. `when` is W3C; `role` says in what capacity.
    """

    field: str
    text: str
    start: int | None = None
    end: int | None = None
    when: str | None = None
    role: str | None = None
    speaks: bool | None = None


def items_of(source: Source, record: Record) -> Iterator[Item]:
    """Give all facts of a description, field by field."""
    description = record.description
    for name, field in _FIELDS.items():
        for statement in _statements(getattr(description, name)):
            yield _item(source, field, statement)
    for role, date in description.other_dates:
        yield _item(source, "other_date", date, role=_DATED.get(role, role))
    times = (("start", description.time), *description.other_times)
    for role, time in times:
        if time is not None:
            yield _item(source, "time", time, role=role)
    yield from _rights(source, description)
    yield from _held(source, description)
    yield from _makers(source, description.responsibilities)
    yield from _participants(source, record)
    for aside in record.set_aside:
        if not _is_cited(source, description, aside.span):
            yield from _aside(source, aside)


def _statements(value: object) -> Iterator[Statement]:
    if isinstance(value, Statement):
        yield value
    elif isinstance(value, tuple):
        yield from value


def _item(
    source: Source, field: str, statement: Statement, role: str | None = None
) -> Item:
    # the span of a value of the metadata is where the page says otherwise
    span = statement.span if statement.origin is Origin.SOURCE else None
    text = span.of(source.text) if span else statement.text
    start, end = (span.start, span.end) if span else (None, None)
    return Item(field, text, start, end, statement.when, role)


def _at(source: Source, field: str, span: Span) -> Item:
    return Item(field, span.of(source.text), span.start, span.end)


def _rights(source: Source, description: Description) -> Iterator[Item]:
    """Give the statement of rights: paragraphs that touch are one."""
    whole: Span | None = None
    for statement in description.rights:
        span = statement.span if statement.origin is Origin.SOURCE else None
        if span and whole and not source.text[whole.end : span.start].strip():
            whole = Span(whole.start, span.end)
            continue
        if whole:
            yield _at(source, "rights", whole)
        whole = span
        if span is None:
            yield _item(source, "rights", statement)
    if whole:
        yield _at(source, "rights", whole)


def _is_cited(source: Source, description: Description, span: Span) -> bool:
    """Tell whether a line repeats the reference code of the citation."""
    code = description.reference_code
    stated = code is not None and code.span is not None and len(code.text) >= CODE
    return bool(stated and code and code.text in span.of(source.text))


def _aside(source: Source, aside: SetAside) -> Iterator[Item]:
    """Give what is set aside: each line of a frame is an item of its own."""
    if aside.reason in _REASONS:
        yield _at(source, _REASONS[aside.reason], aside.span)
    elif aside.reason in _FRAME:
        start = aside.span.start
        for line in aside.span.of(source.text).splitlines(keepends=True):
            words = Span(start, start + len(line)).trimmed(source.text)
            start += len(line)
            if len(words):
                yield _at(source, "web_furniture", words)


def _held(source: Source, description: Description) -> Iterator[Item]:
    """Give where the original is kept, and its number."""
    citation, code = description.citation, description.reference_code
    if code:
        yield _item(source, "reference", code)
    if description.collection and not citation:
        yield _item(source, "reference", description.collection)
    if citation is None:
        return
    yield _item(source, "citation", citation.verbatim)
    if citation.repository and not description.repository:
        yield _item(source, "repository", citation.repository)
    parts = [citation.collection, *(value for _, value in citation.identifiers)]
    spans = [part.span for part in parts if part and part.span]
    if spans and not code:
        whole = Span(min(s.start for s in spans), max(s.end for s in spans))
        yield _at(source, "reference", whole)


def _makers(
    source: Source, responsibilities: tuple[Responsibility, ...]
) -> Iterator[Item]:
    for one in responsibilities:
        role = _RECORDERS.get(one.role, one.role)
        known = role != one.role or role in set(Role)
        field = _MAKERS.get(one.role, "recorder") if known else "contributor"
        if field == "contributor" and one.resp:
            role = one.resp.text
        yield _item(source, field, one.name, role=role)


def _participants(source: Source, record: Record) -> Iterator[Item]:
    speaking = {
        speaker
        for part in record.parts
        if isinstance(part, Utterance)
        for speaker in part.speakers
    }
    for entity in record.entities:
        if entity.role and entity.kind in {EntityKind.PERSON, EntityKind.GROUP}:
            yield _participant(source, entity, speaks=entity.id in speaking)


def _office(source: Source, entity: Entity) -> str | None:
    """Give office and membership, as one where nothing but a joiner parts them."""
    told = [s for s in (entity.occupation, entity.affiliation) if s is not None]
    spans = sorted(s.span for s in told if s.span)
    if len(spans) > 1 and 0 <= spans[1].start - spans[0].end <= JOINER:
        return Span(spans[0].start, spans[1].end).of(source.text)
    return told[0].text if told else None


def _participant(source: Source, entity: Entity, *, speaks: bool) -> Item:
    others = (name for name in entity.names if name.type is not NameType.LABEL)
    name = next(others, entity.names[0])
    span = name.span
    office = _office(source, entity)
    return Item(
        "participant",
        span.of(source.text) if span else name.text,
        span.start if span else None,
        span.end if span else None,
        role=office,
        speaks=speaks,
    )
