"""`--columns` and `--sheet`: what is asked of the readers of tables."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from click.testing import Result
from lxml import etree

Cli = Callable[..., Result]
ROWS = "Wer da,Was da\nAnn Lee,Good morning to you.\nBo Roe,And to you.\n"
ASKED = ("--columns", "speaker=Wer da,text=Was da")


def spoken(data: bytes) -> list[str]:
    """Give the words of each utterance."""
    return ["".join(u.itertext()).strip() for u in etree.fromstring(data).iter("{*}u")]


@pytest.fixture
def rows(cli: Cli) -> Path:
    """Give a table whose columns have unusual names."""
    assert cli
    path = Path("rows.csv")
    path.write_text(ROWS, encoding="utf-8")
    return path


def test_unusual_columns_are_asked_for(cli: Cli, rows: Path) -> None:
    """Without the option the error says what was found and how to name it."""
    refused = cli("convert", rows)
    assert 2 == refused.exit_code
    assert "no column of words (text); found 'Wer da', 'Was da'" in refused.stderr
    assert "--columns text=NAME" in refused.stderr
    read = cli("convert", rows, *ASKED)
    assert ["Good morning to you.", "And to you."] == spoken(read.stdout_bytes)


def test_segment_takes_the_option_too(cli: Cli, rows: Path) -> None:
    """The page is read as `convert` reads it."""
    told = cli("segment", rows, *ASKED).stdout
    assert "Good morning to you." in told
    assert 2 == told.count("turn")


def test_another_option_converts_anew(cli: Cli, rows: Path) -> None:
    """In a folder the option counts among what an output depends on."""
    first = cli("convert", rows, "-o", "out/", "--columns", "text=1")
    second = cli("convert", rows, "-o", "out/", *ASKED)
    assert (0, 0) == (first.exit_code, second.exit_code)
    assert 2 == len(spoken(Path("out/rows.xml").read_bytes()))


def test_a_sheet_is_asked_for(cli: Cli) -> None:
    """By its name."""
    book = openpyxl.Workbook()
    book.active.title = "First"
    for title, words in (("First", "Good morning."), ("Second", "Good evening.")):
        sheet = book["First"] if title == "First" else book.create_sheet(title)
        sheet.append(["Speaker", "Text"])
        sheet.append(["Ann Lee", words])
    book.save("book.xlsx")
    assert ["Good morning."] == spoken(cli("convert", "book.xlsx").stdout_bytes)
    second = cli("convert", "book.xlsx", "--sheet", "Second").stdout_bytes
    assert ["Good evening."] == spoken(second)


def test_options_of_other_formats_are_reported(cli: Cli, memo: Path) -> None:
    """A text has no sheets."""
    assert "warning[RD106]" in cli("convert", memo, "--sheet", "x").stderr
