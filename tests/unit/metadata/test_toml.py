"""Metadata in TOML: what is read, and the exact messages for what is not."""

from pathlib import Path

import pytest

from tei_encoder import load_metadata
from tei_encoder.errors import ConfigurationError
from tei_encoder.model.metadata import (
    Metadata,
    PersonGiven,
    PublicationGiven,
    ResponsibilityGiven,
)

FULL = """\
id = "talk-1"
language = "en"
original_language = "sq"
[record]
title = "A talk"
date = "1966-09-07"
place = "Tirana"
[publication]
publisher = "An archive"
date = 2026-11-23
licence = "https://creativecommons.org/licenses/by/4.0/"
[[person]]
name = "Ann Example"
labels = ["Ann", "A."]
role = "speaker"
ref = ["https://example.org/ann"]
[[person]]
name = "Bo Example"
[[responsibility]]
role = "trl"
name = "Cy Example"
"""


PERSON = '[[person]]\nname = "A"\n'


def written(folder: Path, text: str) -> Path:
    """Write a metadata file and give its path."""
    path = folder / "meta.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_table_is_read(tmp_path: Path) -> None:
    """A full file becomes a `Metadata` with its name and nothing else."""
    assert load_metadata(written(tmp_path, FULL)) == Metadata(
        name="meta.toml",
        id="talk-1",
        language="en",
        original_language="sq",
        title="A talk",
        date="1966-09-07",
        place="Tirana",
        publication=PublicationGiven(
            publisher="An archive",
            date="2026-11-23",
            licence="https://creativecommons.org/licenses/by/4.0/",
        ),
        persons=(
            PersonGiven(
                name="Ann Example",
                labels=("Ann", "A."),
                role="speaker",
                ref=("https://example.org/ann",),
            ),
            PersonGiven(name="Bo Example"),
        ),
        responsibilities=(ResponsibilityGiven(role="trl", name="Cy Example"),),
    )


def test_an_empty_file_says_nothing(tmp_path: Path) -> None:
    """No key is required."""
    assert load_metadata(written(tmp_path, "")) == Metadata(name="meta.toml")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('titel = "x"', "meta.toml:1: unknown key 'titel'"),
        (
            '[record]\n\ntitel = "x"',
            "meta.toml:3: unknown key 'titel' (did you mean 'title'?)",
        ),
        ("[records]", "meta.toml:1: unknown key 'records' (did you mean 'record'?)"),
        (
            '[record]\ndate = "1966"\n[publication]\ndate = "soon"',
            "meta.toml:4: publication.date 'soon': not a date of the form 1966-09-07",
        ),
        ('[record]\ndate = "7/9/66"', "meta.toml:2: record.date '7/9/66': not a date"),
        ("[record]\ntitle = 7", "meta.toml:2: record.title must be text in quotes"),
        ("[record]\ntitle = true", "not true or false"),
        ('[record]\ntitle = " "', "meta.toml:2: record.title is empty"),
        ('language = "English"', "meta.toml:1: language 'English': not a language tag"),
        ('language = "en_US"', "not a language tag"),
        ('id = "1st talk"', "meta.toml:1: id '1st talk': an id begins with a letter"),
        ("record = 1", "meta.toml:1: record must be a table [record], not a number"),
        ("person = 1", "meta.toml:1: person must be tables [[person]], not a number"),
        ("person = [1]", "must be tables [[person]], not a number"),
        (
            '[[person]]\nname = "A"\n[[person]]\nlabels = ["B"]',
            "meta.toml:3: [[person]] has no name",
        ),
        (
            '[[person]]\nname = "A"\n[[person]]\nname = "B"\nlabels = "B"',
            "meta.toml:5: person.labels must be a list of texts, not text",
        ),
        ('[[person]]\nname = "A"\nlabels = [1]', "meta.toml:3: person.labels must be"),
        (
            '[[person]]\nname = "A"\n[[person]]\nname = "B"\nlabel = ["B"]',
            "meta.toml:5: unknown key 'label' (did you mean 'labels'?)",
        ),
        (
            f'{PERSON}labels = ["PM", "C:"]\n[[person]]\nname = "B"\nlabels = ["c"]',
            "meta.toml:6: the label 'c' is given to A and to B (leave it to the one",
        ),
        ('[[responsibility]]\nname = "A"', "[[responsibility]] has no role"),
        ("id = ", "meta.toml: not valid TOML"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    tmp_path: Path, text: str, expected: str
) -> None:
    """Every mistake names file and line and what would be right."""
    with pytest.raises(ConfigurationError) as caught:
        load_metadata(written(tmp_path, text))
    assert expected in str(caught.value)


@pytest.mark.parametrize(
    "tag", ["en", "zh-Hant", "sr-Latn-RS", "de-1901", "x-y", "und", "en-x-private"]
)
def test_language_tags(tmp_path: Path, tag: str) -> None:
    """Well-formed tags of BCP 47 are accepted, private ones included."""
    path = written(tmp_path, f'language = "{tag}"')
    assert load_metadata(path).language == tag


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    """The message names the file."""
    with pytest.raises(ConfigurationError, match=r"^none.toml: cannot be read"):
        load_metadata(tmp_path / "none.toml")
