"""What is written is read back as it was, whatever it says."""

from hypothesis import given
from hypothesis import strategies as st

from tei_encoder.decisions import parse_decisions
from tei_encoder.decisions.writing import review_toml, ruling_toml
from tei_encoder.model import decision
from tei_encoder.model.block import Field, Kind

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
SAID = WORDS.filter(str.strip)
QUOTES = st.builds(
    decision.Quote, SAID, WORDS, WORDS, st.none() | st.integers(0, 10**9)
)
NAMES = st.lists(SAID, min_size=2, max_size=4, unique=True).map(tuple)
FIELDS = st.none() | st.sampled_from([f for f in Field if f is not Field.BLANK])
ON_WORDS = st.one_of(
    st.builds(decision.Relabel, st.sampled_from(Kind), FIELDS),
    st.builds(decision.Labelling, st.booleans()),
    st.builds(decision.SetSpeaker, SAID),
    st.builds(
        decision.Confirm,
        st.sampled_from((decision.Claim.PERSON, decision.Claim.PLACE)),
        st.none() | SAID,
        st.none() | SAID,
    ),
    st.builds(decision.Confirm, st.sampled_from(decision.Claim)),
    st.builds(decision.Reject, st.sampled_from(decision.Claim)),
    st.builds(decision.Describe, st.just(decision.Element.TITLE), st.none() | SAID),
    st.builds(decision.Remark, SAID),
)
ON_NAMES = st.builds(decision.Merge, NAMES) | st.builds(decision.Part, NAMES)


def rulings() -> st.SearchStrategy[decision.Ruling]:
    """Make rulings on words and on names."""
    signed = {"by": SAID, "when": st.none() | SAID, "why": st.none() | SAID}
    quoting = st.builds(decision.Ruling, action=ON_WORDS, quote=QUOTES, **signed)
    return quoting | st.builds(
        decision.Ruling, action=ON_NAMES, quote=st.none(), **signed
    )


@given(rulings())
def test_a_ruling_is_read_as_it_was_written(ruling: decision.Ruling) -> None:
    """Writing and reading give the same ruling, on line 1."""
    (read,) = parse_decisions(ruling_toml(ruling), "a.toml").rulings

    assert (ruling.action, ruling.quote) == (read.action, read.quote)
    assert (ruling.by, ruling.when, ruling.why) == (read.by, read.when, read.why)
    assert read.line == 1


@given(
    st.builds(
        decision.Review, SAID, st.none() | SAID, st.none() | SAID, st.none() | SAID
    )
)
def test_a_review_is_read_as_it_was_written(review: decision.Review) -> None:
    """So are reviews."""
    assert (review,) == parse_decisions(review_toml(review), "a.toml").reviews
