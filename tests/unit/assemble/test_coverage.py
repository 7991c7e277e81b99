"""Every character of a page is kept by exactly one owner, whatever the blocks say."""

import hashlib
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from tei_encoder.assemble import assemble
from tei_encoder.model.block import Block, Field, Kind, Label
from tei_encoder.model.record import Passage, Record, Utterance
from tei_encoder.model.source import Source, Span
from tei_encoder.profiles.model import Profile
from tei_encoder.stages import Settings

HEADER = (Kind.ABSTRACT, Kind.RIGHTS, Kind.SOURCE)
WORDS = st.text(
    st.sampled_from("aB c.,:;()[]\n\t1/–“’éЖ周\u00a0\u200b"), min_size=1, max_size=30
)
FIELDS = st.none() | st.sampled_from([f for f in Field if f is not Field.BLANK])


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, tuple[Block, ...]]:
    """Draw a text with blocks of any kind and field that partition it."""
    text, blocks = "", []
    for words in draw(st.lists(WORDS, max_size=12)):
        start = len(text)
        text += words
        kind = draw(st.sampled_from(Kind))
        blank = not words.strip()
        field = Field.BLANK if blank else draw(FIELDS)
        label = None
        if kind is Kind.TURN and not blank and draw(st.booleans()):
            label = _draw_label(draw, start, len(text))
        blocks.append(Block(kind, Span(start, len(text)), "drawn", field, label))
    return text, tuple(blocks)


def _draw_label(draw: st.DrawFn, start: int, end: int) -> Label:
    # a label may wrongly reach into the next block: nothing may be lost even then
    places = sorted(draw(st.tuples(*[st.integers(start, end + 4)] * 3)))
    return Label(Span(places[0], places[1]), Span(places[0], places[2]))


def _make(text: str, blocks: tuple[Block, ...]) -> Record:
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = Source("page.txt", text, digest, digest, "utf-8", "text")
    (record,) = assemble(source, blocks, Settings(Profile("generic"))).value
    return record


def _part_spans(record: Record) -> list[Span]:
    spans: list[Span] = []
    for part in record.parts:
        content = part.content if isinstance(part, Utterance) else (part,)
        if isinstance(part, Utterance) and part.label:
            spans.append(part.label)
        spans.extend(span for passage in content for span in passage.spans)
    return spans


def _header_spans(record: Record) -> set[Span]:
    described = record.description
    stated = [*described.abstract, *described.rights, *described.funding_notes]
    stated += [*described.funders, *([described.genre] if described.genre else [])]
    if described.citation:
        stated.append(described.citation.verbatim)
    return {s.span for s in stated if s.span}


@settings(max_examples=150, deadline=None)
@given(pages())
def test_every_printed_character_has_one_owner(
    page: tuple[str, tuple[Block, ...]],
) -> None:
    """Parts, header statements and things set aside own each character once.

    A header statement whose words stand in a part is a copy and owns nothing.
    """
    text, blocks = page
    record = _make(text, blocks)
    spans = _part_spans(record) + [item.span for item in record.set_aside]
    taken = {n for span in spans for n in range(span.start, span.end)}
    owners = [s for s in _header_spans(record) if s.start not in taken]
    outer = [
        s
        for s in owners
        if not any(o != s and o.start <= s.start and s.end <= o.end for o in owners)
    ]
    counts = Counter(n for s in (*spans, *outer) for n in range(s.start, s.end))
    printed = [n for n, char in enumerate(text) if not char.isspace()]
    assert dict.fromkeys(printed, 1) == {n: counts[n] for n in printed}


@settings(max_examples=150, deadline=None)
@given(pages())
def test_parts_keep_the_promises_of_the_model(
    page: tuple[str, tuple[Block, ...]],
) -> None:
    """Ids are unique, speakers exist, utterances hold speech, spans have clean ends."""
    text, blocks = page
    record = _make(text, blocks)
    ids = [entity.id for entity in record.entities]
    assert len(set(ids)) == len(ids)
    for part in record.parts:
        if isinstance(part, Utterance):
            assert set(part.speakers) <= set(ids)
            assert any(
                p.kind in {Kind.TURN, Kind.TURN_CONTINUATION} for p in part.content
            )
        elif isinstance(part, Passage):
            assert part.spans
    for span in _part_spans(record):
        words = span.of(text)
        assert words
        assert words.strip() == words


@settings(max_examples=30, deadline=None)
@given(pages())
def test_the_same_page_gives_the_same_record(
    page: tuple[str, tuple[Block, ...]],
) -> None:
    """Assembling twice gives equal records."""
    assert _make(*page) == _make(*page)
