"""`sourceDesc` (Guidelines 2.2.7): the page as received, its citation, the original."""

from collections.abc import Iterator

from lxml import etree

from tei_encoder.encode import rules
from tei_encoder.encode.characters import write
from tei_encoder.encode.draft import Draft
from tei_encoder.encode.ids import token
from tei_encoder.encode.inline import fill
from tei_encoder.encode.ms_desc import has_manuscript
from tei_encoder.encode.original import write_original
from tei_encoder.encode.statements import copy, state
from tei_encoder.model.description import Description, Origin, Statement
from tei_encoder.model.record import EntityKind
from tei_encoder.model.source import Span
from tei_encoder.tei.elements import child

#: the reason of what nobody claims
UNCLAIMED = "unclaimed"


def write_source_desc(draft: Draft, parent: etree._Element) -> etree._Element:
    """Write the source; give the `bibl` of the page, for what is set aside."""
    made = child(parent, "sourceDesc")
    identifier = draft.ids.claim("src-page")
    page = child(made, "bibl", type="digital", xml_id=identifier)
    description = draft.record.description
    _write_title(draft, page, description)
    _write_digests(draft, page)
    for note in description.funding_notes:
        state(draft, page, "note", note, type="funding")
    for mark in description.classification:
        state(draft, page, "note", mark, type="classification")
    for funder in description.funders:
        _write_funder(draft, page, funder)
    _write_rights(draft, page, description)
    citation = None
    if description.citation:
        citation = draft.ids.claim("src-citation")
        verbatim = description.citation.verbatim
        state(draft, made, "bibl", verbatim, type="archival", xml_id=citation)
    write_original(draft, made, page=identifier, citation=citation)
    return page


def _write_title(draft: Draft, page: etree._Element, description: Description) -> None:
    """Write the title that the page has, also where the metadata give another."""
    title = description.title
    if title and title.origin is Origin.METADATA and title.span:
        title = Statement(title.span.of(draft.source.text), title.span)
    if title and title.text.strip():
        copy(draft, page, "title", title)
    if description.publisher:
        state(draft, page, "publisher", description.publisher)


def _write_digests(draft: Draft, page: etree._Element) -> None:
    """Write the file's name and digests, and which part of it this record is."""
    source, record = draft.source, draft.record
    write(draft, child(page, "idno", type="filename"), source.uri)
    child(page, "idno", source.text_sha256, type="sha256")
    if source.bytes_sha256 != source.text_sha256:
        child(page, "idno", source.bytes_sha256, type="sha256", subtype="file")
    if record.span != source.span:
        start, end = str(record.span.start), str(record.span.end)
        words = f"characters {start} to {end}"
        child(page, "biblScope", words, unit="char", from_=start, to=end)


def _write_funder(draft: Draft, page: etree._Element, funder: Statement) -> None:
    """Write who gave money; an organisation where the record knows it as one."""
    for entity in draft.entities.values():
        names = {name.text for name in entity.names}
        if entity.kind is EntityKind.ORGANISATION and funder.text in names:
            made = child(page, "funder")
            state(draft, made, "orgName", funder, ref=f"#{draft.entity_ids[entity.id]}")
            return
    state(draft, page, "funder", funder)


def _write_rights(draft: Draft, page: etree._Element, description: Description) -> None:
    """Write what the page says of its rights; no licence where it grants none."""
    statements = [*description.rights]
    if description.conditions_of_access and not has_manuscript(description):
        statements.append(description.conditions_of_access)
    if statements:
        availability = child(page, "availability", status="restricted")
        for statement in statements:
            state(draft, availability, "p", statement)


def write_set_aside(draft: Draft, page: etree._Element) -> None:
    """Write what belongs to no part, with the reason; then whatever nobody claimed."""
    for item in draft.record.set_aside:
        if draft.free(item.span) and len(item.span):
            _write_aside(draft, page, item.span, item.reason)
    for span in tuple(_unclaimed(draft)):
        draft.report(rules.UNCLAIMED_TEXT, "no part holds these words", span)
        _write_aside(draft, page, span, UNCLAIMED)


def _write_aside(draft: Draft, page: etree._Element, span: Span, reason: str) -> None:
    made = child(page, "note", type="set-aside", subtype=token(reason))
    draft.own(made, (span,))
    fill(draft, made, span)


def _unclaimed(draft: Draft) -> Iterator[Span]:
    record, text = draft.record.span, draft.source.text
    reached = record.start
    for claimed in [*(span for span, _ in draft.owned), Span(record.end, record.end)]:
        between = Span(reached, max(reached, claimed.start)).trimmed(text)
        if len(between):
            yield between
        reached = max(reached, claimed.end)
