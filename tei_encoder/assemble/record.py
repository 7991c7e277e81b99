"""Makes a described, divided record of the blocks of a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tei_encoder.assemble.description.description import describe
from tei_encoder.assemble.description.metadata import join_metadata
from tei_encoder.assemble.description.record_language import record_language
from tei_encoder.assemble.exchanges import tell_exchanges
from tei_encoder.assemble.findings import findings
from tei_encoder.assemble.ownership import Owner, owner
from tei_encoder.assemble.page import Page
from tei_encoder.assemble.people.listing import people_named
from tei_encoder.assemble.people.makers import with_makers
from tei_encoder.assemble.people.participants import cast
from tei_encoder.assemble.people.ruled_speakers import rule_on_speakers
from tei_encoder.assemble.rulings import rule_on_description
from tei_encoder.assemble.turns import Turn, join_turns, utterances
from tei_encoder.model.block import Block
from tei_encoder.model.description import Description, Origin
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.record import Entity, Record, SetAside
from tei_encoder.model.source import Source, Span
from tei_encoder.stages import Settings


def assemble(
    source: Source,
    blocks: Sequence[Block],
    settings: Settings,
    *,
    spans: Sequence[Span] = (),
) -> Outcome[tuple[Record, ...]]:
    """Make the records of a page: described, with people identified, in parts.

    `spans` are the records' shares of the text, by default one record with all of it;
    the ids of several are numbered (`ID-1`, `ID-2`).
    Every character that is not white space belongs to exactly one part, statement of
    the description or thing set aside; statements that repeat words of a part, or of
    another statement, point to the same characters as copies.
    """
    shares = spans or (source.span,)
    identifier = settings.metadata.id or settings.record_id
    made: list[Outcome[Record]] = []
    for number, span in enumerate(shares, start=1):
        own = tuple(b for b in blocks if b.span in span)
        name = f"{identifier}-{number}" if len(shares) > 1 else identifier
        made.append(_record(source, own, settings, Share(name, span)))
    return Outcome(
        tuple(outcome.value for outcome in made),
        tuple(finding for outcome in made for finding in outcome.diagnostics),
    )


@dataclass(frozen=True, slots=True)
class Share:
    """The id of a record and its share of the text."""

    id: str
    span: Span


def _record(
    source: Source, blocks: Sequence[Block], settings: Settings, share: Share
) -> Outcome[Record]:
    printed = tuple(b for b in blocks if len(b.span.trimmed(source.text)))
    language = record_language(source.text, printed, settings)
    archives = tuple(settings.profile.archives.values())
    page = Page(source.text, printed, language.text, archives)
    people = people_named(page, settings.metadata)
    told = join_metadata(describe(page, language, people), settings.metadata)
    kept = [b for b in printed if owner(b) is Owner.PART]
    parts = tuple(tell_exchanges(page.text, join_turns(source, kept), page.tags))
    turns = [part for part in parts if isinstance(part, Turn)]
    identified = cast(page.text, turns, people, page.lexicon, settings)
    ruled = rule_on_speakers(page, turns, identified, settings.decisions, share.span)
    company = ruled.value
    reviewed = rule_on_description(page, told.value, settings.decisions, share.span)
    described, entities = _with_makers(page, reviewed, company.entities)
    record = Record(
        id=share.id,
        span=share.span,
        description=described,
        entities=entities,
        parts=utterances(parts, company.speakers),
        set_aside=tuple(_set_aside(page, described)),
    )
    found = findings(page, record, company, turns)
    return Outcome(record, (*told.diagnostics, *ruled.diagnostics, *found))


def _with_makers(
    page: Page, description: Description, entities: Sequence[Entity]
) -> tuple[Description, tuple[Entity, ...]]:
    """Give the description and the entities with whoever made the record."""
    stated = description.responsibilities
    told, people = with_makers(stated, entities, page.lexicon)
    return replace(description, responsibilities=told), people


def _set_aside(page: Page, description: Description) -> Iterator[SetAside]:
    """Give page labels, and header lines that the description did not take."""
    owned = _owned(description)
    for block in page.blocks:
        span = page.span(block)
        if owner(block) is Owner.SET_ASIDE:
            yield SetAside(span, block.reason or str(block.field))
        elif owner(block) is Owner.DESCRIPTION and span not in owned:
            yield SetAside(span, str(block.field or block.kind))


def _owned(description: Description) -> set[Span]:
    """Give the ranges of the statements that own text of the header."""
    stated = [
        *description.abstract,
        *description.rights,
        *description.funders,
        *description.funding_notes,
        description.genre,
        description.citation.verbatim if description.citation else None,
    ]
    return {
        s.span
        for s in stated
        if s is not None and s.span is not None and s.origin is not Origin.METADATA
    }
