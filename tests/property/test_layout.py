"""What holds for any text however it is laid out, well or badly."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from laying import Laid
from strategies import source_of

from tei_encoder import Settings, Speech, convert, load_profile
from tei_encoder.decode import decode
from tei_encoder.model.layout import (
    AnchoredNote,
    Aside,
    ChangeKind,
    Cue,
    Figure,
    ItemList,
    Layout,
    Link,
    NoteKind,
    Paragraph,
    StatedTurn,
    Style,
    StyledRun,
    Surface,
    Table,
    TrackedChange,
    Zone,
)
from tei_encoder.model.layout_share import share_of
from tei_encoder.model.source import PartKind, Source, SourcePart, Span
from tei_encoder.tei.document import parse

PIECES = (
    *("ANNA: We agree.", "BORG: No", "Talk", "(laughs)", "[sic]", "1", "a", "so-"),
    *("\n", "\n", "\n\n", "\n\n", "\t", " ", "\u00a0", "\x0b", "1966", "is late."),
)
unhurried = settings(
    deadline=None,
    max_examples=50,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
PROFILE = load_profile("generic")


def spans_in(text: str) -> st.SearchStrategy[Span]:
    """Draw a stretch of a text; it may be empty."""
    ends = st.integers(0, len(text))
    return st.tuples(ends, ends).map(lambda pair: Span(min(pair), max(pair)))


def within(text: str, span: Span, separator: str) -> list[Span]:
    """Cut a stretch at a separator."""
    found, start = [], span.start
    for piece in span.of(text).split(separator):
        found.append(Span(start, start + len(piece)))
        start += len(piece) + len(separator)
    return found


def tables(text: str) -> st.SearchStrategy[Table]:
    """Draw a table: lines and tabs of a stretch, or cells at random."""
    wild = st.lists(st.lists(spans_in(text), max_size=3).map(tuple), max_size=3)
    return st.one_of(
        spans_in(text).map(
            lambda span: Table(
                span,
                tuple(
                    tuple(within(text, line, "\t")) for line in within(text, span, "\n")
                ),
                1,
            )
        ),
        st.builds(Table, spans_in(text), wild.map(tuple), st.integers(0, 2)),
    )


def lists(text: str) -> st.SearchStrategy[ItemList]:
    """Draw a list: lines of a stretch, or items at random."""
    return st.one_of(
        spans_in(text).map(
            lambda span: ItemList(span, tuple(within(text, span, "\n")), ordered=True)
        ),
        st.builds(
            ItemList, spans_in(text), st.lists(spans_in(text), max_size=3).map(tuple)
        ),
    )


@st.composite
def sources(draw: st.DrawFn) -> Source:
    """Draw a text and any layout of it."""
    text = draw(
        st.lists(st.sampled_from(PIECES), min_size=1, max_size=25)
        .map("".join)
        .filter(str.strip)
    )
    spans = spans_in(text)
    people = st.sampled_from(("", "A. Holt", "x\x00"))
    times = st.sampled_from(("", "2020-02-01T10:00:00Z", "yesterday"))
    boxes = st.tuples(*[st.integers(0, 99)] * 4)

    def some(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
        chance = st.sampled_from((0, 0, 1, 3))
        return chance.flatmap(lambda n: st.lists(strategy, max_size=n).map(tuple))

    layout = Layout(
        runs=draw(some(st.builds(StyledRun, spans, st.sampled_from(Style)))),
        changes=draw(
            some(
                st.builds(
                    TrackedChange, spans, st.sampled_from(ChangeKind), people, times
                )
            )
        ),
        paragraphs=draw(
            some(
                st.builds(
                    Paragraph,
                    spans,
                    st.sampled_from(("", "Speaker", "Titel")),
                    st.none() | st.integers(1, 3),
                )
            )
        ),
        notes=draw(
            some(
                st.builds(
                    AnchoredNote,
                    spans,
                    spans,
                    st.sampled_from(NoteKind),
                    st.none() | spans,
                    people,
                    times,
                )
            )
        ),
        links=draw(
            some(
                st.builds(Link, spans, st.sampled_from(("https://a.org/é b", "#x", "")))
            )
        ),
        tables=draw(some(tables(text))),
        lists=draw(some(lists(text))),
        figures=draw(
            some(st.builds(Figure, spans, st.sampled_from(("", "a b.png", "p/é.png"))))
        ),
        asides=draw(some(st.builds(Aside, spans, st.sampled_from(("foot", "a b"))))),
        turns=draw(
            some(
                st.builds(
                    StatedTurn,
                    st.none() | spans,
                    st.lists(spans, max_size=3).map(tuple),
                )
            )
        ),
        cues=draw(
            some(st.builds(Cue, spans, st.integers(0, 9999), st.integers(0, 9999)))
        ),
        zones=draw(
            some(
                st.builds(
                    Zone, spans, st.integers(0, 2), boxes, st.none() | st.floats(0, 1)
                )
            )
        ),
        surfaces=draw(
            some(
                st.builds(
                    Surface, spans, st.just(99), st.just(99), st.sampled_from(("", "a"))
                )
            )
        ),
    )
    starts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=3)))
    parts = tuple(
        SourcePart(PartKind.PAGE, str(n), Span(start, end))
        for n, (start, end) in enumerate(
            zip(starts, [*starts[1:], len(text)], strict=False), start=1
        )
    )
    plain = source_of(text)
    return Source(
        uri=plain.uri,
        text=text,
        bytes_sha256="0" * 64,
        text_sha256=plain.text_sha256,
        encoding="",
        reader="docx",
        parts=parts,
        layout=layout,
    )


@unhurried
@given(sources(), st.sampled_from(Speech))
def test_any_layout_is_certified_and_valid(source: Source, speech: Speech) -> None:
    """No character is lost or moved, and the file is valid, whatever is stated."""
    conversion = convert(source, Settings(profile=PROFILE, speech=speech))

    assert [] == [
        [(d.rule.name, d.message) for d in result.report.diagnostics]
        for result in conversion.results
        if not result.sound
    ]


@unhurried
@given(sources())
def test_both_modes_say_the_same(source: Source) -> None:
    """What is read back from `u` and from `sp` is one and the same."""
    first, second = (
        [
            decode(parse(result.data, "any.xml")).value
            for result in convert(
                source, Settings(profile=PROFILE, speech=speech)
            ).results
        ]
        for speech in Speech
    )

    assert first == second


@unhurried
@given(sources(), st.data())
def test_share_of_a_source(source: Source, data: st.DataObject) -> None:
    """A share has no span beyond its text, and the whole is its own share."""
    span = data.draw(spans_in(source.text))
    share = share_of(source, span)
    runs = [run.span for run in share.layout.runs]

    assert span.of(source.text) == share.text
    assert all(run.end <= len(share.text) for run in runs)
    assert source.layout.runs == share_of(source, source.span).layout.runs


def test_styles_in_a_table_of_turns_are_claimed_once() -> None:
    """Headings of its columns are no passage; a cell that is one has its look once."""
    page = Laid()
    page.table(
        ("Speaker", "Text"), ("ANNA", "We agree."), ("BORG", "So do I."), header_rows=1
    )
    page.styled("Speaker", Style.BOLD)
    page.styled("So do I.", Style.ITALIC)
    found = page.converted()
    looks = [a for r in found.results for a in r.record.annotations if a.kind == "hi"]
    codes = [d.rule.code for d in found.report.diagnostics]
    assert [page.at("So do I.")] == [look.span for look in looks]
    assert not {"AN402", "EN503"} & set(codes)


def test_a_raised_mark_of_a_note_is_no_word_of_it() -> None:
    """The mark becomes the number of the note, and has no look of its own."""
    page = Laid()
    page.add("ANNA: We have asked the yard1 twice this week.")
    page.add("BORG: And what did they say to that?")
    page.note(page.at("1"), "1 In the first week.", mark="1")
    page.styled("1", Style.SUPERSCRIPT)
    found = page.converted()
    codes = [d.rule.code for d in found.report.diagnostics]
    assert "EN503" not in codes
