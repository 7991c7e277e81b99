"""Labels are found in every form that pages print."""

import time

import pytest

from tei_encoder.segment.candidates import candidates
from tei_encoder.segment.forms import Mark, Place, key_of

ABBREVIATIONS = frozenset({"mr", "dr", "m", "sr"})


def found(text: str) -> set[tuple[str, Mark, Place]]:
    """Give the candidates at the beginning of a text."""
    return {
        (c.name, c.form.mark, c.form.place)
        for c in candidates(text, 0, len(text), ABBREVIATIONS)
    }


@pytest.mark.parametrize(
    ("text", "name", "mark", "place"),
    [
        ("Dr. Roe: Yes.", "Dr. Roe", Mark.COLON, Place.RUN_IN),
        ("ROE: \nYes.", "ROE", Mark.COLON, Place.OWN_LINE),
        ("Roe:", "Roe", Mark.COLON, Place.OWN_PARAGRAPH),
        ("Roe :\tYes.", "Roe", Mark.COLON, Place.RUN_IN),
        ("PM Roe.: Yes.", "PM Roe", Mark.COLON, Place.RUN_IN),
        ("ROE. Yes.", "ROE", Mark.PERIOD, Place.RUN_IN),
        ("A.B.Roe. Yes.", "A.B.Roe", Mark.PERIOD, Place.RUN_IN),
        ("Mr. ROE. Yes.", "Mr. ROE", Mark.PERIOD, Place.RUN_IN),
        ("M. le maire. Oui.", "M. le maire", Mark.PERIOD, Place.RUN_IN),
        ("Roe (rising). Yes.", "Roe (rising)", Mark.PERIOD, Place.RUN_IN),
        ("Roe (rising, to the left", "Roe", Mark.NONE, Place.OWN_PARAGRAPH),
        ("ROE, low.\nYes.", "ROE", Mark.PERIOD, Place.OWN_LINE),
        ("ROE at the door.\nYes.", "ROE", Mark.PERIOD, Place.OWN_LINE),
        ("Don ROE (Chair).- Yes.", "Don ROE (Chair)", Mark.STOP_DASH, Place.RUN_IN),
        ("ROE (Ankara) – Yes.", "ROE (Ankara)", Mark.DASH, Place.RUN_IN),
        ("ROE\tYes.", "ROE", Mark.TAB, Place.RUN_IN),
        ("ROE\nYes.", "ROE", Mark.NONE, Place.OWN_LINE),
        ("The chair", "The chair", Mark.NONE, Place.OWN_PARAGRAPH),
        ("Roe ¿Qué?", "Roe", Mark.NONE, Place.RUN_IN),
        ("ROE De mit", "ROE", Mark.NONE, Place.RUN_IN),
        ("[p. 12]K: Yes.", "K", Mark.COLON, Place.RUN_IN),
        ("1. Mr. Roe: Yes.", "Mr. Roe", Mark.COLON, Place.RUN_IN),
        ("12. ROE: Yes.", "ROE", Mark.COLON, Place.RUN_IN),
        ("[00:01:12] Roe: Yes.", "Roe", Mark.COLON, Place.RUN_IN),
        ("00:01:12 Roe\nYes.", "Roe", Mark.NONE, Place.OWN_LINE),
        ("Roe 00:01:12\nYes.", "Roe", Mark.TIME, Place.OWN_LINE),
        ("Roe (01:12):\nYes.", "Roe", Mark.COLON, Place.OWN_LINE),
        ("- Roe: Yes.", "Roe", Mark.COLON, Place.RUN_IN),
        (">> ROE: Yes.", "ROE", Mark.COLON, Place.RUN_IN),
        ("(ROE) Yes.", "ROE", Mark.BRACKET, Place.RUN_IN),
        ("[Roe]: Yes.", "Roe", Mark.BRACKET, Place.RUN_IN),
        ("<Roe> Yes.", "Roe", Mark.BRACKET, Place.RUN_IN),
        ("ROE - Yes.", "ROE", Mark.DASH, Place.RUN_IN),
        ("ROE | Yes.", "ROE", Mark.TAB, Place.RUN_IN),
        ("\u200fרות\u200f: כן.", "רות", Mark.COLON, Place.RUN_IN),
        ("ნინო ბერიძე: დიახ.", "ნინო ბერიძე", Mark.COLON, Place.RUN_IN),
        ("毛主席：好。", "毛主席", Mark.COLON, Place.RUN_IN),
        ("○議長（山田君）　はい。", "議長（山田君）", Mark.SPACE, Place.RUN_IN),
        ("الرئيس: نعم", "الرئيس", Mark.COLON, Place.RUN_IN),
    ],
)
def test_a_label_is_found(text: str, name: str, mark: Mark, place: Place) -> None:
    """Each form of label is among the candidates."""
    assert (name, mark, place) in found(text)


def test_a_time_is_no_label() -> None:
    """A colon between figures closes nothing."""
    assert not {mark for _, mark, _ in found("Beginn 12:30 Uhr")} & {Mark.COLON}


def test_a_key_has_no_marks_parentheses_or_capitals() -> None:
    """Names that differ in marks alone have one key."""
    assert "p m roe" == key_of("P.M. Roe (London)")


@pytest.mark.parametrize("unit", ["A", "A ", "(", "A.", "a: ", "A, a ", "[1]", "–– "])
def test_no_text_makes_the_search_slow(unit: str) -> None:
    """The search looks a bounded way ahead, whatever stands there."""
    text = unit * 100_000
    before = time.process_time()
    list(candidates(text, 0, len(text), ABBREVIATIONS))
    assert time.process_time() - before < 1
