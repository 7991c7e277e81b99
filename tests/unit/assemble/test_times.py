"""When a conversation began and ended, in the words of several languages."""

from collections.abc import Callable

import pytest

from tei_encoder.model.description import Description
from tei_encoder.model.record import Record

Maker = Callable[..., tuple[Record, tuple[object, ...], str]]
TURN = ("turn", "A: Good day.", "A")


def times(found: Description) -> list[tuple[str, str, str | None]]:
    """Give role, words and meaning of all times."""
    first = [("start", found.time)] if found.time else []
    return [(role, t.text, t.when) for role, t in (*first, *found.other_times)]


SITTINGS = [
    ("en", "The House met at 2.30 p.m.", "start", "2.30 p.m.", "14:30:00"),
    ("en", "The House met at a quarter before Three of the Clock, Ann Lee.", "start",
     "a quarter before Three of the Clock", None),
    ("en", "At 6:30 pm the House stood adjourned until 1st November at 9.00 a.m.",
     "end", "6:30 pm", "18:30:00"),
    ("de", "Schluss der Sitzung: 18.30 Uhr", "end", "18.30", "18:30:00"),
    ("es", "Se levanta la sesión a las doce y media.", "end", "doce y media", None),
    ("ca", "La sessió s'obre a les tres de la tarda i cinc minuts.", "start",
     "les tres de la tarda i cinc minuts", None),
    ("it", "La seduta comincia alle 9,30.", "start", "9,30", None),
    ("sl", "Seja se je pričela ob 9.30 uri.", "start", "9.30", "09:30:00"),
    ("ru", "Беседа закончилась в 12 часов 30 минут.", "end", "12 часов 30 минут",
     "12:30:00"),
    ("fr", "La séance est levée à 16 h 45.", "end", "16 h 45", "16:45:00"),
    ("hu", "Az ülés kezdete 9 óra 30 perckor.", "start", "9 óra 30 perckor",
     "09:30:00"),
]  # fmt: skip


@pytest.mark.parametrize("sitting", SITTINGS)
def test_a_formula_of_the_sitting_tells_a_time(
    make: Maker, sitting: tuple[str, str, str, str, str | None]
) -> None:
    """The time stands behind the formula; in words it has no meaning that we claim."""
    language, line, role, words, when = sitting
    lines = [("narration", line), TURN] if role == "start" else [
        TURN, ("narration", line),
    ]  # fmt: skip
    record, _, text = make(*lines, language=language)
    found = times(record.description)
    assert [role] == [r for r, _, _ in found]
    assert words.removeprefix("les ") == found[0][1].removeprefix("les ")
    assert when == found[0][2]
    stated = record.description.time or record.description.other_times[0][1]
    assert stated.span is not None
    assert stated.text == stated.span.of(text)


def test_both_ends_in_one_sentence(make: Maker) -> None:
    """`began at … and ended at …` gives two times."""
    line = "The meeting began at 11.10 and ended at 14.20."
    record, _, _ = make(("setting", line), TURN)
    assert [("start", "11.10"), ("end", "14.20")] == [
        (role, words) for role, words, _ in times(record.description)
    ]


def test_a_span_of_time_is_one(make: Maker) -> None:
    """A line `7:35 - 7:50 p. m.` under a date is a time as a whole."""
    record, _, _ = make(("date", "7:35 - 7:50 p. m."), TURN)
    assert ["7:35 - 7:50 p. m."] == [w for _, w, _ in times(record.description)]


def test_speech_about_time_is_none(make: Maker) -> None:
    """What somebody says of another meeting tells no time of this one."""
    record, _, _ = make(("turn", "A: The meeting began at 10.30 then.", "A"), TURN)
    assert [] == times(record.description)


def test_from_one_time_to_another(make: Maker) -> None:
    """`von … bis …` gives the beginning and the end."""
    line = "Das Gespräch dauerte von 10.00 Uhr bis 11.30 Uhr."
    record, _, _ = make(("setting", line), TURN, language="de")
    assert [("start", "10.00"), ("end", "11.30")] == [
        (role, words) for role, words, _ in times(record.description)
    ]
