"""The seed, saved in every format that states turns, is read as its plain text is."""

import hashlib
from pathlib import Path

import pytest

from tei_encoder.model.record import Utterance
from tei_encoder.model.source import Source
from tei_encoder.pipeline import convert
from tei_encoder.readers import read
from tei_encoder.stages import Settings
from tei_encoder.validate import certify

FILES = ("seed.csv", "seed.json", "seed.jsonl", "seed.srt", "seed.vtt", "seed.xlsx")
SETTINGS = Settings(record_id="hoxha-baek-1966-09-07")


@pytest.fixture
def fixtures(root: Path) -> Path:
    """Give the folder of files with turns."""
    return root / "tests" / "fixtures" / "turns"


def said(source: Source) -> list[tuple[str, list[str]]]:
    """Give the label and the words of every utterance."""
    converted = convert(source, SETTINGS)
    assert all(result.sound for result in converted.results)
    text = source.text
    return [
        (
            part.label.of(text).rstrip(" :") if part.label else "",
            " ".join(s.of(text) for p in part.content for s in p.spans).split(),
        )
        for result in converted.results
        for part in result.record.parts
        if isinstance(part, Utterance)
    ]


@pytest.mark.parametrize("name", FILES)
def test_the_seed_has_the_same_utterances(
    name: str, fixtures: Path, seed: Path
) -> None:
    """18 utterances with the same speakers and words, certified and valid."""
    expected = said(read(seed.read_bytes(), seed.name).value)
    assert 18 == len(expected)
    source = read((fixtures / name).read_bytes(), name).value
    assert expected == said(source)


@pytest.mark.parametrize("mode", ["u", "sp"])
def test_our_own_tei_gives_the_source_back(mode: str, root: Path, seed: Path) -> None:
    """Rebuilt from @source, the text differs in white space alone, and by no offset."""
    name = "hoxha-baek-1966-09-07"
    tei = root / "tests" / "golden" / name / f"expected-{mode}.xml"
    source = read(tei.read_bytes(), f"{name}.xml").value
    text = seed.read_text(encoding="utf-8")
    assert len(text) == len(source.text)
    assert all(
        a == b or (a.isspace() and b.isspace())
        for a, b in zip(text, source.text, strict=True)
    )
    assert said(read(seed.read_bytes(), seed.name).value) == said(source)


def test_our_own_tei_certifies_against_its_own_text(root: Path) -> None:
    """The rebuilt text is one that the file was, to the certificate, made from."""
    name = "hoxha-baek-1966-09-07"
    tei = (root / "tests" / "golden" / name / "expected-u.xml").read_bytes()
    source = read(tei, "a.xml").value
    result = convert(source, SETTINGS).results[0]
    again = read(result.data, "a.xml").value
    assert source.text == again.text
    assert certify(result.document.root, again.text) == ()
    digest = hashlib.sha256(again.text.encode()).hexdigest()
    assert digest in result.data.decode()


def test_the_reference_encodings_are_read(shared: Path) -> None:
    """Both modes of the reference give the same turns."""
    both = [
        read((shared / "reference" / f"reference-{mode}.xml").read_bytes(), "r.xml")
        for mode in ("u", "sp")
    ]
    first, second = (found.value.layout.turns for found in both)
    assert 18 == len(first)
    assert first == second


@pytest.mark.parametrize("name", ["committee-minutes", "interview"])
@pytest.mark.parametrize("mode", ["u", "sp"])
def test_our_own_tei_gives_the_same_record(name: str, mode: str, root: Path) -> None:
    """Lists, headings, closer, notes: all parts are as from the source itself."""
    folder = root / "tests" / "golden" / name
    settings = Settings(record_id=name)
    first = read((folder / "source.txt").read_bytes(), "a.txt").value
    again = read((folder / f"expected-{mode}.xml").read_bytes(), "a.xml").value
    assert len(first.text.rstrip()) == len(again.text)
    one, other = (convert(source, settings).results[0] for source in (first, again))
    assert one.record.parts == other.record.parts
    assert one.record.set_aside == other.record.set_aside


CAPTIONS = b"""WEBVTT

NOTE by hand

intro
00:01.000 --> 00:02.000 align:start
<v Ann Lee>Hello <i>there</i>,

00:02.000 --> 00:04.000
<v Ann Lee>and welcome to you.

00:04.000 --> 00:05.000
<v Bob Roe>Thank you.
"""
ROWS = b"""Speaker,Text,Start,End,Note,Room
Ann Lee,Hello there.,0:01,0:02,loud,A1
Bob Roe,"One.

Two.",0:02,0:03,,A2
,(Laughter),,,,A1
"""


@pytest.mark.parametrize(("name", "data"), [("a.vtt", CAPTIONS), ("a.csv", ROWS)])
def test_what_a_file_stated_comes_back_from_the_tei(name: str, data: bytes) -> None:
    """Turns, times, notes, styles and what was set aside, each at its place."""
    source = read(data, name).value
    result = convert(source, Settings(record_id="a")).results[0]
    assert result.sound
    again = read(result.data, "a.xml").value
    assert len(source.text) == len(again.text)
    for kept in ("turns", "cues", "asides", "runs", "notes"):
        assert getattr(source.layout, kept) == getattr(again.layout, kept), kept
