"""Whatever reviewers rule on any words of any text, the TEI stays sound."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tei_encoder import Settings, Span, Speech, convert, load_profile, read
from tei_encoder.decisions import quote
from tei_encoder.model.block import Field, Kind
from tei_encoder.model.decision import (
    Action,
    Claim,
    Confirm,
    Decisions,
    Describe,
    Element,
    Labelling,
    Merge,
    Part,
    Reject,
    Relabel,
    Remark,
    Review,
    Ruling,
    SetSpeaker,
)
from tei_encoder.pipeline import Conversion

PIECES = st.sampled_from(
    (
        *("ANNA: ", "Mr. Borg: ", "Comrade Holm", "BORG", "(laughs) ", "[sic] "),
        *(
            "[illegible]",
            "[as it were]",
            "7 September 1966",
            "PARTICIPANTS:",
            "We go. ",
        ),
        *(
            "Typed by A. B.",
            "Paris",
            "\n",
            "\n\n",
            "\n\n",
            " ",
            "é",
            "<&>",
            "\x0b",
            "1 ",
        ),
    )
)
TEXTS = st.lists(PIECES, min_size=1, max_size=40).map("".join).filter(str.strip)
NAMES = st.sampled_from(("ANNA", "Mr. Borg", "BORG", "Comrade Holm", "Dora", "\x0b<"))
FIELDS = st.none() | st.sampled_from([f for f in Field if f is not Field.BLANK])
ACTIONS: st.SearchStrategy[Action] = st.one_of(
    st.builds(Relabel, st.sampled_from(Kind), FIELDS),
    st.builds(Labelling, st.booleans()),
    st.builds(SetSpeaker, NAMES),
    st.builds(Confirm, st.sampled_from(Claim)),
    st.builds(Confirm, st.just(Claim.BRACKET), st.sampled_from(("gloss", "illegible"))),
    st.builds(Confirm, st.just(Claim.PERSON), NAMES, st.just("https://example.org")),
    st.builds(Confirm, st.just(Claim.DATE), st.sampled_from(("1966", "1966/1967-02"))),
    st.builds(Reject, st.sampled_from(Claim)),
    st.builds(Describe, st.sampled_from(Element)),
    st.builds(Describe, st.just(Element.PLACE), NAMES),
    st.builds(Remark, NAMES),
)
APART: st.SearchStrategy[Action] = st.one_of(
    st.builds(Merge, st.tuples(NAMES, NAMES)), st.builds(Part, st.tuples(NAMES, NAMES))
)
PEOPLE = st.sampled_from(("A. Reviewer", "software", "漢", "\x0b"))
DATES = st.sampled_from((None, "2026-11-24", "last week"))


@st.composite
def decisions(draw: st.DrawFn, text: str) -> Decisions:
    """Make rulings on words of a text, and now and then a review."""
    made = []
    for action in draw(st.lists(ACTIONS, max_size=5)):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, min(len(text), start + 30)))
        span = Span(start, end).trimmed(text)
        if len(span):
            words = quote(text, span)
            made.append(Ruling(action, draw(PEOPLE), words, draw(DATES), "so"))
    made += [Ruling(action, "B.") for action in draw(st.lists(APART, max_size=2))]
    reviews = draw(st.lists(st.builds(Review, PEOPLE, DATES), max_size=1))
    return Decisions("any.decisions.toml", tuple(made), tuple(reviews))


@st.composite
def ruled(draw: st.DrawFn) -> tuple[Conversion, Conversion]:
    """Convert a text with rulings, twice."""
    text = draw(TEXTS)
    source = read(text.encode(), "any.txt").value
    assume(source.text == text)
    asked = Settings(
        profile=load_profile("generic"),
        speech=draw(st.sampled_from(Speech)),
        decisions=draw(decisions(text)),
    )
    return convert(source, asked), convert(source, asked)


@given(ruled())
@settings(max_examples=60)
def test_rulings_leave_the_tei_sound(both: tuple[Conversion, Conversion]) -> None:
    """It is certified and valid; the blocks partition the text; bytes are the same."""
    first, second = both
    blocks = first.parsed.blocks
    ends = [0, *(block.span.end for block in blocks)]
    starts = [*(block.span.start for block in blocks), first.parsed.source.span.end]

    assert [] == [result.report for result in first.results if not result.sound]
    assert ends == starts
    assert [r.data for r in first.results] == [r.data for r in second.results]


PARAGRAPHS = (
    "A Talk on the Pier",
    "MR. TVEIT: Is the ship late?",
    "Remember: nobody signs before Monday.",
    "MRS. BRANDT: I see. The witness: she came at noon.",
    "MR. TVEIT: So I told Jon Marlow.",
    "MRS. BRANDT: And what did he say?",
    "MR. TVEIT: Nothing.",
)
ON_PAGE = {
    "Remember:": Relabel(Kind.STAGE),
    "The witness:": Labelling(stands=True),
    "Jon Marlow": Confirm(Claim.PERSON),
}
#: paragraphs that may change: no ruling quotes them
OTHERS = tuple(
    number
    for number, words in enumerate(PARAGRAPHS)
    if not any(quoted in words for quoted in ON_PAGE)
)


@given(st.sampled_from(OTHERS), st.lists(PIECES, max_size=6).map("".join))
def test_an_edit_elsewhere_leaves_rulings_applied(number: int, new: str) -> None:
    """Whatever a paragraph becomes, rulings on the words of others still hold."""
    text = "\n\n".join(PARAGRAPHS)
    spans = {w: Span(text.index(w), text.index(w) + len(w)) for w in ON_PAGE}
    made = tuple(Ruling(a, "A.", quote(text, spans[w])) for w, a in ON_PAGE.items())
    edited = list(PARAGRAPHS)
    edited[number] = new
    source = read("\n\n".join(edited).encode(), "talk.txt").value
    assume("Jon Marlow" not in new)
    asked = Settings(profile=load_profile("generic"), decisions=Decisions("", made))
    parsed = convert(source, asked).parsed
    ruled_on = {
        block.span.of(source.text): (block.kind, bool(block.label))
        for block in parsed.blocks
        if block.recognizer == "ruling"
    }
    confirmed = [
        claim.span.of(source.text)
        for record in parsed.records
        for claim in record.annotations
        if claim.responsible == "A."
    ]

    assert {
        "Remember: nobody signs before Monday.": (Kind.STAGE, False),
        "The witness: she came at noon.": (Kind.TURN, True),
    } == ruled_on
    assert ["Jon Marlow"] == confirmed
    assert [] == [d.message for d in parsed.diagnostics if d.source == "decisions"]
