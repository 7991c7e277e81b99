"""Words are found by themselves, what is around them, and where they were."""

from hashlib import sha256

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tei_encoder.decisions import find_rulings, places, quote
from tei_encoder.decisions.find import occurrences
from tei_encoder.model.block import Kind
from tei_encoder.model.decision import (
    Decisions,
    Labelling,
    Merge,
    Quote,
    Relabel,
    Remark,
    Review,
    Ruling,
)
from tei_encoder.model.source import Source, Span

TWICE = "Anna: yes.\n\nBo: when?\n\nAnna: now.\n"


def source(text: str) -> Source:
    """Give the source that a plain text file with this text would be."""
    digest = sha256(text.encode()).hexdigest()
    return Source("a.txt", text, digest, digest, "utf-8", "text")


def ruling(quoted: Quote, number: int = 1) -> Ruling:
    """Make a ruling on some words."""
    return Ruling(Remark("look"), "x", quoted, line=number)


@pytest.mark.parametrize(
    ("quoted", "starts"),
    [
        (Quote("Anna:"), (0, 23)),
        (Quote("Anna:", after=" now"), (23,)),
        (Quote("Anna:", before="when?\n\n"), (23,)),
        (Quote("Anna:", at=2), (0,)),
        (Quote("Anna:", at=20), (23,)),
        (Quote("Anna:", before="when?", after=" yes. Bo"), (0,)),
        (Quote("anna:"), ()),
        (Quote("Anna: no"), (23,)),
        (Quote("when?\nAnna:"), (16,)),
        (Quote("Anna:", before="nobody ", after=" never"), ()),
    ],
)
def test_the_place_that_agrees_best_is_meant(
    quoted: Quote, starts: tuple[int, ...]
) -> None:
    """Surroundings tell, then the offset; case counts, the form of white space not."""
    assert starts == tuple(span.start for span in places(TWICE, quoted))


def test_of_equal_places_the_surroundings_outweigh_the_offset() -> None:
    """The offset only breaks ties: an edit before the words moves them."""
    assert (Span(23, 28),) == places(TWICE, Quote("Anna:", after=" now.", at=0))


def test_words_that_survive_elsewhere_are_not_meant() -> None:
    """Where the words that were meant are gone, others like them are left alone."""
    (meant,) = (s for s in occurrences(TWICE, "Anna:") if s.start)
    quoted = quote(TWICE, meant)
    without = TWICE[: meant.start] + "Carl:" + TWICE[meant.end :]

    assert places(without, quoted) == ()


def test_long_words_that_stand_once_need_no_surroundings() -> None:
    """They are too many to be others."""
    words = "the ship which they had promised us last autumn"
    quoted = Quote(words, before="He sent ", after=" at once")

    assert len(places(f"And now {words}, he said.", quoted)) == 1


def test_lost_and_ambiguous_rulings_are_reported_with_their_line() -> None:
    """Neither is applied; the message has the words and the line of the ruling."""
    decisions = Decisions(
        "a.toml", (ruling(Quote("Anna:"), 4), ruling(Quote("Dora:"), 9))
    )
    found = find_rulings(source(TWICE), decisions)

    assert found.value.rulings == ()
    assert [("DC802", "(line 4)"), ("DC801", "(line 9)")] == [
        (d.rule.code, d.message[-8:]) for d in found.diagnostics
    ]


def test_names_are_looked_for_everywhere() -> None:
    """A ruling on names holds where each is printed, and quotes no place."""
    both = Ruling(Merge(("Anna", "Bo")), "x")
    one = Ruling(Merge(("Anna", "Carl")), "x")
    found = find_rulings(source(TWICE), Decisions("a.toml", (both, one)))

    assert (both,) == found.value.rulings
    assert ["DC801"] == [d.rule.code for d in found.diagnostics]


def test_the_later_of_two_rulings_on_the_same_words_holds() -> None:
    """The earlier one is reported; notes on the same words add up."""
    words = Quote("Bo:")
    note = ruling(words)
    first = Ruling(Relabel(Kind.NOTE), "x", words, line=1)
    second = Ruling(Relabel(Kind.STAGE), "y", words, line=5)
    other = Ruling(Labelling(stands=False), "y", words)
    found = find_rulings(
        source(TWICE), Decisions("a", (first, note, second, note, other))
    )

    assert [note.action, second.action, note.action, other.action] == [
        r.action for r in found.value.rulings
    ]
    assert ["line 5 rules otherwise on the same words (line 1)"] == [
        d.message for d in found.diagnostics
    ]


def test_a_review_of_another_text_is_none() -> None:
    """It is reported; one that names no text is taken at its word."""
    now, then = source(TWICE), source("old")
    reviews = tuple(
        Review("x", text=digest) for digest in (None, now.text_sha256, then.text_sha256)
    )
    found = find_rulings(now, Decisions("a", (), reviews))

    assert reviews[:2] == found.value.reviews
    assert ["DC805"] == [d.rule.code for d in found.diagnostics]


TEXTS = st.lists(
    st.sampled_from(("Anna: ", "Bo: ", "yes. ", "I see.", "\n\n", "\n", "3 May ", "é")),
    min_size=1,
    max_size=60,
).map("".join)


@st.composite
def quoted_texts(draw: st.DrawFn) -> tuple[str, Span]:
    """Make a text, and words in it that neither begin nor end with white space."""
    text = draw(TEXTS.filter(str.strip))
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, min(len(text), start + 40)))
    span = Span(start, end).trimmed(text)
    assume(len(span))
    return text, span


@given(quoted_texts())
def test_words_just_quoted_are_found(given_: tuple[str, Span]) -> None:
    """Whatever repeats in the text, what is quoted is found where it is."""
    text, span = given_

    assert (span,) == places(text, quote(text, span))


@given(quoted_texts(), TEXTS, st.data())
def test_an_edit_elsewhere_loses_no_ruling(
    given_: tuple[str, Span], new: str, data: st.DataObject
) -> None:
    """Words and what is quoted around them are found after any edit that spares both.

    Unless the edit has made the same words with the same surroundings again.
    """
    text, span = given_
    quoted = quote(text, span)
    kept = Span(
        max(0, span.start - 2 * len(quoted.before) - 1),
        min(len(text), span.end + 2 * len(quoted.after) + 1),
    )
    if data.draw(st.booleans()):
        start = data.draw(st.integers(0, kept.start))
        end = data.draw(st.integers(start, kept.start))
        edited = text[:start] + new + text[end:]
        moved = Span(*(at + len(edited) - len(text) for at in (span.start, span.end)))
    else:
        start = data.draw(st.integers(kept.end, len(text)))
        end = data.draw(st.integers(start, len(text)))
        edited, moved = text[:start] + new + text[end:], span
    whole = f"{quoted.before}{quoted.exact}{quoted.after}"
    assume(len(list(occurrences(edited, whole))) == 1)

    assert (moved,) == places(edited, quoted)


@given(quoted_texts(), TEXTS, st.data())
def test_words_that_stand_once_are_found_after_any_one_edit(
    given_: tuple[str, Span], new: str, data: st.DataObject
) -> None:
    """One edit on one side, however near, leaves the other side to tell."""
    text, span = given_
    quoted = quote(text, span)
    if data.draw(st.booleans()):
        start = data.draw(st.integers(0, span.start))
        edited = text[:start] + new + text[span.start :]
        moved = Span(*(at + len(edited) - len(text) for at in (span.start, span.end)))
    else:
        end = data.draw(st.integers(span.end, len(text)))
        edited, moved = text[: span.end] + new + text[end:], span
    assume(len(list(occurrences(edited, quoted.exact))) == 1)

    assert (moved,) == places(edited, quoted)


@given(quoted_texts())
def test_wrapping_lines_anew_loses_no_ruling(given_: tuple[str, Span]) -> None:
    """Line ends for spaces, anywhere, change no place."""
    text, span = given_

    assert (span,) == places(text.replace(" ", "\n"), quote(text, span))
