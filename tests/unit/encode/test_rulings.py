"""The file tells who ruled what; `decode` reads it back; jing agrees."""

import subprocess
from pathlib import Path

import pytest

from tei_encoder import Settings, Speech, convert, load_profile, read
from tei_encoder.decisions import parse_decisions
from tei_encoder.decode import decode
from tei_encoder.model.description import Origin
from tei_encoder.tei.document import parse
from tei_encoder.tei.names import PREFIXES

TALK = """\
A Talk

MR. TVEIT: I met Jon Marlow on 3 May [as it were].

MRS. BRANDT: Well? The sun. It shone.

TVEIT: Yes.
"""
RULINGS = """\
[[ruling]]
quote = "A Talk"
header = "title"
by = "Ä. Reviewer"
[[ruling]]
header = "place"
value = "Oslo"
by = "B."
[[ruling]]
quote = "A Talk"
kind = "heading"
by = "B."
[[ruling]]
quote = "The sun"
label = true
by = "B."
[[ruling]]
quote = "It shone"
speaker = "Sunna"
by = "B."
[[ruling]]
part = ["MR. TVEIT", "TVEIT"]
by = "B."
[[ruling]]
quote = "Jon Marlow"
confirm = "person"
by = "B."
[[ruling]]
quote = "3 May"
reject = "date"
by = "B."
[[ruling]]
quote = "Yes."
note = "So?"
by = "B."
[[ruling]]
quote = "No such words"
kind = "note"
by = "Nobody"
"""


def converted(speech: Speech, more: str = "") -> bytes:
    """Convert the talk under the rulings, sound."""
    settings = Settings(
        profile=load_profile("generic"),
        speech=speech,
        record_id="talk",
        decisions=parse_decisions(RULINGS + more, "talk.decisions.toml"),
    )
    (result,) = convert(read(TALK.encode(), "talk.txt").value, settings).results
    assert result.sound
    return result.data


def texts(data: bytes, xpath: str) -> list[str]:
    """Give the texts that an XPath finds."""
    found = parse(data, "talk.xml").xpath(xpath, namespaces=PREFIXES)
    return [str(each) for each in found]


def test_every_ruling_that_holds_is_a_change() -> None:
    """The latest first, each by its reviewer; what finds no words is none."""
    data = converted(Speech.U)

    assert texts(data, "//tei:change/@who") == [
        *["#talk.resp-b"] * 8,
        "#talk.resp-ä-reviewer",
        "#talk.resp-software",
    ]
    assert ["draft"] == texts(data, "//tei:revisionDesc/@status")
    assert "Nobody" not in data.decode()


@pytest.mark.parametrize("speech", Speech)
def test_what_was_ruled_on_names_the_reviewer(speech: Speech) -> None:
    """Head, label, turn and name are theirs and certain, in both modes."""
    data = converted(speech)
    certain = "[@resp='#talk.resp-b'][@cert='high']"
    label = "note[@type='speaker']" if speech is Speech.U else "speaker"

    assert texts(data, f"//tei:head{certain}/text()") == ["A Talk"]
    assert texts(data, f"//tei:{label}{certain}/text()") == ["The sun."]
    assert texts(data, f"//tei:{speech}{certain}/@who") == ["#talk.p-sunna"]
    assert texts(data, f"//tei:persName{certain}/text()") == ["Jon Marlow"]
    assert texts(data, f"//tei:person{certain}/@xml:id") == ["talk.p-sunna"]
    assert texts(data, "//tei:notesStmt/tei:note/tei:q/text()") == ["Yes."]
    assert texts(data, "//tei:body//tei:date") == []


def test_a_review_of_the_whole_ends_the_draft() -> None:
    """Only a person who has read all of it makes it reviewed."""
    data = converted(Speech.U, '[[review]]\nby = "C."\nwhen = "today"\n')

    assert ["reviewed"] == texts(data, "//tei:revisionDesc/@status")
    assert texts(data, "//tei:change[1]/text()") == [
        "Read and confirmed as a whole. (today)"
    ]


def test_rulings_are_decoded() -> None:
    """Who speaks, and whose the values of the header are."""
    modes = [decode(parse(converted(speech), "talk.xml")).value for speech in Speech]
    for decoded in modes:
        told = decoded.description
        assert told.title is not None
        assert told.place is not None
        assert (Origin.DECISION, "Ä. Reviewer") == (
            told.title.origin,
            told.title.responsible,
        )
        assert (Origin.DECISION, "B.") == (told.place.origin, told.place.responsible)
    first, second = ([u.speakers for u in decoded.utterances] for decoded in modes)
    assert first == second
    assert ("p-sunna",) in first


@pytest.mark.parametrize("speech", Speech)
def test_jing_agrees(speech: Speech, jing: str, tei_all: Path, tmp_path: Path) -> None:
    """The TEI Consortium's schema takes what rulings add."""
    path = tmp_path / "talk.xml"
    path.write_bytes(converted(speech))
    done = subprocess.run([jing, tei_all, path], capture_output=True, check=False)

    assert (b"", 0) == (done.stdout, done.returncode)
