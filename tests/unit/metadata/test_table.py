"""Metadata in CSV: a row per input."""

from pathlib import Path

import pytest

from tei_encoder.errors import ConfigurationError
from tei_encoder.metadata import load_table
from tei_encoder.model.metadata import (
    Metadata,
    PublicationGiven,
    ResponsibilityGiven,
)


def written(folder: Path, text: str) -> Path:
    """Write a table and give its path."""
    path = folder / "meta.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_row_is_the_metadata_of_its_file(tmp_path: Path) -> None:
    """Dotted columns, empty cells, several responsibilities, a mark by Excel."""
    path = written(
        tmp_path,
        "\ufefffile,id,record.title,publication.publisher,"
        "responsibility.role,responsibility.name\n"
        'a.txt,talk-a,"A, talk",An archive,trl;edt,Ann;Bo\n'
        "b/c.txt,,,,,\n",
    )
    assert load_table(path) == {
        "a.txt": Metadata(
            name="meta.csv",
            id="talk-a",
            title="A, talk",
            publication=PublicationGiven(publisher="An archive"),
            responsibilities=(
                ResponsibilityGiven("trl", "Ann"),
                ResponsibilityGiven("edt", "Bo"),
            ),
        ),
        "b/c.txt": Metadata(name="meta.csv"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "meta.csv:1: no column 'file'"),
        ("id\nx", "meta.csv:1: no column 'file'"),
        ("file,record.titel\n", "unknown column 'record.titel' (did you mean"),
        ("file\na\na\n", "meta.csv:3: a second row for a"),
        ("file\na\n./a\n", "meta.csv:3: a second row for a"),
        ("file,id,id\na,x,y\n", "meta.csv:1: two columns 'id'"),
        ("file,id\n,x\n", "meta.csv:2: no file in this row"),
        ("file,id\na,x,y\n", "meta.csv:2: more cells than columns"),
        ("file,record.date\na,1966-13\n", "meta.csv:2: record.date '1966-13'"),
        (
            "file,responsibility.role\na,trl\n",
            "meta.csv:2: 1 responsibility.role but 0",
        ),
        ('file\n"a', "meta.csv: cannot be read"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    tmp_path: Path, text: str, expected: str
) -> None:
    """Every mistake names file and line."""
    with pytest.raises(ConfigurationError) as caught:
        load_table(written(tmp_path, text))
    assert expected in str(caught.value)
