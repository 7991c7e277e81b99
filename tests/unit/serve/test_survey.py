"""What a survey writes down: new, changed, moved, broken, gone, and when."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from served import record
from shelf import Shelf

from tei_encoder.errors import ConfigurationError, OutputError, ReadError
from tei_encoder.serve.clock import now
from tei_encoder.serve.register import Register
from tei_encoder.serve.survey import files_in

At = Callable[[int], None]


def test_the_first_survey_takes_the_time_of_files(shelf: Shelf, at: At) -> None:
    """Nobody has harvested yet: a record is as old as its file, or as now."""
    at(60)
    shelf.put("a")
    shelf.put("b", 1_714_521_600 + 30)
    shelf.put("c", 1_814_521_600)
    shelf.library.survey()

    assert {"a": "00:00", "b": "00:30", "c": "01:00"} == shelf.dates()


def test_later_surveys_take_their_own_time(shelf: Shelf, at: At) -> None:
    """A file that comes late may be old: harvesters hear of it all the same."""
    at(60)
    shelf.put("a")
    shelf.put("b")
    shelf.library.survey()
    at(120)
    shelf.put("c")
    shelf.put("b", title="Changed")
    shelf.library.survey()

    assert {"a": "00:00", "b": "02:00", "c": "02:00"} == shelf.dates()


def test_touched_and_moved_files_are_the_same_records(shelf: Shelf, at: At) -> None:
    """Harvesters need not come back where not a byte of the record has changed."""
    at(60)
    touched, moved = shelf.put("a"), shelf.put("b")
    shelf.library.survey()
    at(120)
    os.utime(touched)
    (shelf.folder / "sub").mkdir()
    moved.rename(shelf.folder / "sub" / "elsewhere.xml")
    shelf.library.survey()

    assert {"a": "00:00", "b": "00:00"} == shelf.dates()
    assert "sub/elsewhere.xml" == shelf.register.item("b").path


def test_what_goes_is_deleted_and_may_come_back(shelf: Shelf, at: At) -> None:
    """A deletion has its time; so has the return of the same file."""
    at(60)
    shelf.put("a")
    path = shelf.put("b", genre="Minutes")
    shelf.library.survey()
    at(120)
    path.unlink()
    shelf.library.survey()
    gone = shelf.dates()
    at(180)
    shelf.library.survey()
    still = shelf.dates()
    shelf.put("b", genre="Minutes")
    shelf.library.survey()

    assert {"a": "00:00", "-b": "02:00"} == gone == still
    assert {"a": "00:00", "b": "03:00"} == shelf.dates()


def test_a_new_id_is_a_new_record(shelf: Shelf, at: At) -> None:
    """The record of the old id is gone; the file is that of the new one."""
    at(60)
    shelf.put("a")
    shelf.library.survey()
    at(120)
    shelf.put("a", id="other")
    shelf.library.survey()

    assert {"-a": "02:00", "other": "02:00"} == shelf.dates()


def test_a_file_that_breaks_is_gone_until_it_is_mended(shelf: Shelf, at: At) -> None:
    """It is reported once, and not served."""
    at(60)
    shelf.put("a")
    path = shelf.put("b")
    shelf.library.survey()
    at(120)
    path.write_text("<TEI", "utf-8")
    shelf.library.survey()
    shelf.library.survey()

    assert {"a": "00:00", "-b": "02:00"} == shelf.dates()
    assert ["b.xml:1:5"] == [error.place for error in shelf.said]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<TEI>", "not well-formed"),
        ("<html/>", "is no TEI: its root element is html"),
        ("<TEI.2/>", "is no TEI"),
        (
            (
                "<!DOCTYPE TEI [<!ENTITY e 'x'>]><TEI xmlns='http://www.tei-c.org/ns/1.0'>"
                "<text>&e;</text></TEI>"
            ),
            "refers to the entity &e;",
        ),
        (record("a"), "the id 'a' is taken by a.xml"),
        (record("records"), "the id 'records' names a set"),
    ],
)
def test_what_cannot_be_served(text: str, message: str, shelf: Shelf) -> None:
    """The file is named with the reason and a remedy; the others are served."""
    shelf.put("a")
    (shelf.folder / "bad.xml").write_text(text, "utf-8")
    shelf.library.survey()
    (error,) = shelf.said

    assert message in error.message
    assert error.place is not None
    assert error.place.startswith("bad.xml")
    assert error.remedy
    assert ["a"] == [identifier for identifier, *_ in shelf.register.live()]


def test_an_empty_or_lost_folder_deletes_nothing(shelf: Shelf) -> None:
    """A disk that is not mounted is no reason to tell harvesters of deletions."""
    path = shelf.put("a")
    shelf.library.survey()
    path.unlink()
    shelf.library.survey()

    assert ["a"] == [identifier for identifier, *_ in shelf.register.live()]
    assert "holds no file with the suffix .xml" in shelf.said[0].message
    with pytest.raises(ReadError, match="cannot be read"):
        files_in(shelf.folder / "nowhere")


def test_nothing_outside_of_the_folder(
    shelf: Shelf, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Hidden files are left out, and links that lead elsewhere."""
    outside = tmp_path_factory.mktemp("outside") / "secret.xml"
    outside.write_text(record("secret"), "utf-8")
    shelf.put("a")
    shelf.put(".hidden")
    shelf.put(".git/b")
    (shelf.folder / "link.xml").symlink_to(outside)
    (shelf.folder / "folder").symlink_to(outside.parent)
    (shelf.folder / "own.xml").symlink_to(shelf.folder / "a.xml")

    assert ("a.xml", "own.xml") == files_in(shelf.folder)


def test_an_index_that_is_none(tmp_path: Path) -> None:
    """Another file is not overwritten; a remedy is given."""
    path = tmp_path / "notes.txt"
    path.write_text("These are my notes. " * 100, "utf-8")

    with pytest.raises(OutputError, match="--index"):
        Register(path)
    assert path.read_text("utf-8").startswith("These")
    with pytest.raises(OutputError, match="--index"):
        Register(tmp_path / "nowhere" / "index.db")


def test_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Times are in UTC, to the second; a senseless one is refused."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert "1970-01-01T00:00:00Z" == now()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    with pytest.raises(ConfigurationError, match="'soon' is no number"):
        now()
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", now())
