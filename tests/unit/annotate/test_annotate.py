"""The stage as a whole: claims in order, inside the passages, text untouched."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tei_encoder.annotate import RULES, annotate, inline_kind, inlines, run
from tei_encoder.annotate.rules import ANNOTATION_OUT_OF_PLACE, CALENDAR_CONTRADICTION
from tei_encoder.annotate.stretches import stretches
from tei_encoder.model.annotation import Annotation, AnnotationKind
from tei_encoder.model.block import Kind
from tei_encoder.model.description import Description, Statement
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.record import Passage, Record, Utterance
from tei_encoder.model.source import Source, Span
from tei_encoder.profiles.model import Profile
from tei_encoder.stages import Settings

MakeRecord = Callable[..., tuple[Source, Record]]
PLAIN = Settings(Profile("generic"))


def test_order(speech: MakeRecord) -> None:
    """Claims of all annotators are sorted by start, longest first."""
    source, record = speech(
        ("A:", "In 1966 [sic] we (laughter) met on 7 September 1966 at 2 p.m.")
    )
    found = annotate(source, record, PLAIN).value.annotations
    places = [(claim.span.start, -claim.span.end) for claim in found]
    assert sorted(places) == places
    assert ["1966", "1966", "[sic]", "(laughter)", "7 September 1966", "2 p.m."] == [
        claim.span.of(source.text) for claim in found
    ]


def test_earlier_claims_stay(speech: MakeRecord) -> None:
    """What the record already claims is kept."""
    source, record = speech(("A:", "in our [country]"))
    kept = Annotation(Span(3, 5), AnnotationKind.HI)
    claimed = annotate(source, replace(record, annotations=(kept,)), PLAIN).value
    assert claimed.annotations[0] == kept
    assert len(claimed.annotations) == 2


def test_weekday_contradiction_is_reported(speech: MakeRecord) -> None:
    """A date whose weekday is wrong is claimed with low certainty, and reported."""
    source, record = speech(("A:", "On Thursday, 7 September 1966, we met."))
    outcome = annotate(source, record, PLAIN)
    assert [CALENDAR_CONTRADICTION] == [d.rule for d in outcome.diagnostics]
    assert [("when", "1966-09-07")] == [
        pair for claim in outcome.value.annotations for pair in claim.attributes
    ]


def test_impossible_day_is_reported(speech: MakeRecord) -> None:
    """A day that the calendar lacks is reported and not claimed."""
    source, record = speech(("A:", "On 31 September 1966 we met."))
    outcome = annotate(source, record, PLAIN)
    assert [CALENDAR_CONTRADICTION] == [d.rule for d in outcome.diagnostics]
    assert outcome.value.annotations == ()


def test_relative_dates_need_the_day(speech: MakeRecord) -> None:
    """Yesterday is the day before the conversation."""
    source, record = speech(("A:", "Yesterday, I visited"))
    [claim] = annotate(source, record, PLAIN).value.annotations
    assert claim.attributes == (("when", "1966-09-06"),)
    assert claim.certainty is not None


def test_claims_outside_passages_are_refused(
    speech: MakeRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A plug-in's claim that lies in no passage is left out and reported."""
    stray = Annotation(Span(0, 9), AnnotationKind.DATE, rule="stray")
    monkeypatch.setattr(run, "_annotators", lambda: (lambda *_: Outcome((stray,)),))
    source, record = speech(("A:", "x"), ("B:", "y"))
    outcome = annotate(source, record, PLAIN)
    assert outcome.value.annotations == ()
    assert [ANNOTATION_OUT_OF_PLACE] == [d.rule for d in outcome.diagnostics]


def test_inline_view(speech: MakeRecord) -> None:
    """Notes and stage remarks are shown; a label's phrase with its closing mark."""
    source, record = speech(
        ("", "Present was [the] Minister."),
        ("Ять (идя за ней).", "Сжальтесь! (Смех.)"),
        language="ru",
    )
    shown = list(inlines(source, annotate(source, record, PLAIN).value))
    assert [
        ("[the]", "note"),
        ("(идя за ней).", "stage"),
        ("(Смех.)", "stage"),
    ] == [(span.of(source.text), kind) for span, kind in shown]


def test_other_claims_are_not_inline() -> None:
    """A date is neither a note nor a stage remark."""
    date = Annotation(Span(0, 1), AnnotationKind.DATE, rule="stated-date")
    assert inline_kind(date) is None


def test_rules_have_codes_of_the_stage() -> None:
    """Every finding of the stage has a code of its own that begins with AN4."""
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))
    assert all(code.startswith("AN4") for code in codes)


PIECES = st.lists(
    st.sampled_from(
        [
            "[",
            "]",
            "(",
            ")",
            "sic",
            "Laughter.",
            "Choe Yong",
            " ",
            "7",
            "1966",
            "May ",
            "not declassified",
            "1 line ",
            "12 PM",
            "...",
            "İ",
            "笑",
            "\n",
            "<",
            ">",
        ]
    )
    | st.text(max_size=8),
    max_size=14,
).map("".join)


@hypothesis_settings(max_examples=150)
@given(PIECES, st.sampled_from(["en", "es", "zh", "und", "xx"]))
def test_any_speech(speech_text: str, language: str) -> None:
    """Any speech is annotated without an exception, and no claim leaves a passage."""
    body = Span(0, len(speech_text)).trimmed(speech_text)
    if not len(body):
        return
    source, record = _one_passage(speech_text, body, language)
    annotated = annotate(source, record, PLAIN).value
    places = [stretch.span for stretch in stretches(record)]
    assert record.parts == annotated.parts
    for claim in annotated.annotations:
        assert len(claim.span) > 0
        assert any(claim.span in place for place in places)


def _one_passage(text: str, body: Span, language: str) -> tuple[Source, Record]:

    part = Utterance((), None, (Passage(Kind.TURN, (body,)),))
    description = Description(Statement(language))
    source = Source("x.txt", text, "", "", "utf-8", "text")
    return source, Record("r", source.span, description, (), (part,))
