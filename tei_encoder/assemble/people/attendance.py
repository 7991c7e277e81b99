"""Finds who was present though silent, in sentences of the minute-taker.

The evidence is a phrase of attendance or of taking the chair, with names before it
(`X was also present`) or after it (`Present were X and Y`).
"""

from collections.abc import Iterator

from tei_encoder.assemble.page import Page
from tei_encoder.assemble.people.appellation import Nature
from tei_encoder.assemble.people.identity import Mention, Origin
from tei_encoder.assemble.people.occupation import office_in
from tei_encoder.assemble.people.roster import Listed, read_item
from tei_encoder.assemble.phrases import find_phrase, phrases, without_opening
from tei_encoder.assemble.sentences import sentences
from tei_encoder.model.block import Block, Kind
from tei_encoder.model.source import Span

#: kinds in which a minute-taker may say who was there, before anybody speaks
FRAME = frozenset({Kind.SETTING, Kind.NARRATION, Kind.NOTE, Kind.STAGE, Kind.OTHER})
#: what is told before the first speech; between speeches, only the last
TOPICS = ("present", "chair")
LONGEST_REMARK = 120
OPENING = ":,–—-[("


def people_present(page: Page) -> Iterator[Mention]:
    """Give everyone whom the frame of the record calls present or in the chair."""
    begun = False
    for block in page.blocks:
        begun = begun or block.kind is Kind.TURN
        if block.kind in FRAME and (not begun or _is_remark(page, block)):
            for sentence in sentences(page.text, page.span(block), page.lexicon):
                for topic in TOPICS[begun:]:
                    yield from _named(page, sentence, topic)


def _is_remark(page: Page, block: Block) -> bool:
    """Tell whether a block between speeches can say who takes the chair."""
    return len(page.span(block)) <= LONGEST_REMARK


def _named(page: Page, sentence: Span, topic: str) -> Iterator[Mention]:
    phrase = find_phrase(page.text, sentence, phrases(page.tags, topic))
    if phrase is None:
        return
    after = without_opening(page.text, Span(phrase.end, sentence.end), OPENING)
    before = without_opening(page.text, Span(sentence.start, phrase.start), OPENING)
    listed = _people(page, after)
    if not listed or listed[0].span.start > after.start:
        listed = _people(page, before)
    for one in listed:
        yield mention(page, one, Origin.SETTING, sentence)


def _people(page: Page, span: Span) -> list[Listed]:
    """Read names; an office alone counts where it is addressed (`Mr. SPEAKER`)."""
    return [
        one
        for one in read_item(page.text, span, page.lexicon)
        if one.appellation.nature is Nature.PERSON or one.appellation.address
    ]


def mention(page: Page, listed: Listed, origin: Origin, within: Span) -> Mention:
    """Make a mention of somebody listed; membership is told apart from office."""
    office, affiliation = listed.office, None
    wanted = page.lexicon.membership
    stated = find_phrase(page.text, Span(within.start, listed.span.end), wanted)
    if stated is not None:
        affiliation = _clause(page.text, Span(stated.start, within.end))
    if office is not None:
        second = find_phrase(page.text, office, wanted)
        if second is not None:
            member = _clause(page.text, Span(second.start, office.end))
            affiliation = affiliation or member
            before = _before_membership(page, Span(office.start, second.start))
            office = before or _after_membership(page, Span(member.end, office.end))
    if office is not None:
        office = office_in(page.text, office, page.lexicon)
    return Mention(
        listed.appellation,
        origin,
        listed.span,
        office,
        affiliation,
        variant=listed.variant,
    )


def _clause(text: str, span: Span) -> Span:
    ends = [n for n in range(span.start, span.end) if text[n] in ",;()[].:"]
    return Span(span.start, min(ends, default=span.end)).trimmed(text)


def _after_membership(page: Page, span: Span) -> Span | None:
    """Give the office behind a membership and a comma."""
    rest = without_opening(page.text, span).trimmed(page.text)
    return rest if len(rest) else None


def _before_membership(page: Page, span: Span) -> Span | None:
    """Drop the joiner at the end: `Minister and Member of …` states two things."""
    words = span.of(page.text).split()
    if words and words[-1].casefold() in page.lexicon.joiners:
        end = span.start + span.of(page.text).rindex(words[-1])
        span = Span(span.start, end)
    span = span.trimmed(page.text)
    return span if len(span) else None
