"""A house style is proposed from what example records share."""

import tomllib
from pathlib import Path

import pytest

from tei_encoder.model.source import Source
from tei_encoder.profiles import load
from tei_encoder.profiles.proposal import as_toml
from tei_encoder.segment.effect import effects, keys, topics, unread
from tei_encoder.segment.proposal import propose

MOOT = """\
The Moot of Low Farthing

Bearing: on the mill race

Reckoning: the ninth of Reap, 1874

Reeve Aldous The race is silted up again, and no wheel turns below the weir.

Dykeward Pell It was dug in the spring, and paid for out of the common purse.

Reeve Aldous Then it was dug badly. Who held the spade?

Cottar Ine My sons held it. They dug where Dykeward Pell had set the pegs.

Dykeward Pell I set the pegs by the old stones.
"""
OTHER = MOOT.translate(str.maketrans({"9": "1"}))
for _a, _b in (("Aldous", "Osric"), ("Pell", "Bron"), ("mill race", "two strays")):
    OTHER = OTHER.replace(_a, _b)


def source(text: str, name: str = "moot.txt") -> Source:
    """Make a source of a text."""
    return Source(name, text, "", "", "utf-8", "text")


def proposed(*texts: str) -> str:
    """Give the TOML proposed from some texts."""
    return as_toml(propose([source(text) for text in texts], "moots"))


def test_titles_and_captions_that_records_share_are_proposed() -> None:
    """Words before several names, and before colons above the first speech."""
    table = tomllib.loads(proposed(MOOT, OTHER))

    assert "en" == table["language"]
    assert ["dykeward", "reeve"] == table["phrases"]["persons"]
    assert ["bearing"] == table["phrases"]["captions"]
    assert ["reckoning"] == table["phrases"]["captions_date"]


def test_a_given_name_that_two_share_is_no_title() -> None:
    """It opens few of the labels."""
    talk = "".join(
        f"{name} I see it so, and I have said as much to all of you before.\n\n"
        for name in 12 * ("Warden Loy", "Warden Fen", "Reeve Ash", "Reeve Oak")
        + 2 * ("Edda Finch", "Edda Brook")
    )
    table = tomllib.loads(proposed(talk))

    assert ["reeve", "warden"] == table["phrases"]["persons"]


def test_a_proposal_is_short_and_gives_reasons() -> None:
    """About ten lines; every key of [phrases] has a comment."""
    lines = proposed(MOOT, OTHER).splitlines()

    assert len(lines) <= 12
    assert all(" # " in line for line in lines if line.startswith(("persons", "capt")))
    assert any("no mark, run in" in line for line in lines if line[:1] == "#")


def test_one_record_shares_nothing_with_itself() -> None:
    """A caption that only one record has is not proposed."""
    assert "captions" not in tomllib.loads(proposed(MOOT)).get("phrases", {})


def test_the_speech_of_one_speaker_is_no_caption() -> None:
    """What stands before a colon and a sentence is a label."""
    talk = "MODERATOR: Welcome to you all.\n\nMS. POE: Thank you.\n"

    assert "phrases" not in tomllib.loads(proposed(talk, talk))


@pytest.mark.parametrize("odd", ['Re\\"eve', "Ree\x7fve", "R\u2028eeve", "Ré\tève"])
def test_a_proposal_loads_whatever_the_words(tmp_path: Path, odd: str) -> None:
    """The file is valid TOML with known keys, and reads pages."""
    path = tmp_path / "odd.toml"
    texts = [text.replace("Bearing", odd) for text in (MOOT, OTHER)]

    path.write_text(proposed(*texts), encoding="utf-8", newline="\n")

    assert "moots" == load(str(path)).title


def test_a_key_is_tried_by_leaving_it_out() -> None:
    """Lines on which a phrase stands, and the blocks read otherwise without it."""
    table = {"phrases": {"captions": ["bearing"], "notes": ["nowhere"]}}
    told = {e.key.value: e for e in effects(source(MOOT), table, "moots")}

    assert (3,) == told["bearing"].lines
    (change,) = told["bearing"].changes
    assert (3, "heading") == (change.line, change.without)
    assert "heading" != change.reading
    assert not told["bearing"].idle
    assert told["nowhere"].idle


def test_phrases_that_stand_in_for_each_other_are_tried_together() -> None:
    """The list as a whole is a key of its own, with the value of none."""
    table = {"phrases": {"captions": ["bearing", "reckoning"]}}
    whole, *each = effects(source(MOOT), table, "moots")

    assert ["", "bearing", "reckoning"] == [e.key.value for e in (whole, *each)]
    assert {3, 5} == {change.line for change in whole.changes}


def test_a_topic_that_nobody_reads_is_told() -> None:
    """A mistyped topic matches lines and yet does nothing."""
    (key,) = keys({"phrases": {"person": ["reeve"]}})

    assert unread(key)
    assert "persons" in topics()
