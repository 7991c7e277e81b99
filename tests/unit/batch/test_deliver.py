"""What a job gave is written under names that nobody else has."""

from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest

from tei_encoder.batch.convert import Done, Product
from tei_encoder.batch.deliver import Claims, delivered, text_bytes
from tei_encoder.batch.inputs import Input
from tei_encoder.batch.plan import Job, Reading
from tei_encoder.batch.report import rows_of
from tei_encoder.profiles.model import Profile
from tei_encoder.readers import read
from tei_encoder.stages import Settings

SOURCE = read(b"A: yes", "a.txt").value


def job(folder: Path, name: str) -> Job:
    """Make a job whose TEI goes to a folder."""
    item = Input(folder / name, PurePosixPath(name))
    settings = Settings(Profile("generic"), record_id=item.name.stem)
    return Job(item, settings, Reading(), folder / f"{item.name.stem}.xml")


def product(name: str, *, sound: bool = True) -> Product:
    """Make a record of that id."""
    return Product(name, name.encode(), sound, sound, 1, 1, 0, 0.5, ())


def test_several_records_of_a_source_are_numbered(tmp_path: Path) -> None:
    """Each record has its file and its row; the reading text stands once."""
    one = job(tmp_path, "a.txt")
    done = Done(one, "d", SOURCE, (product("a-1"), product("a-2")))
    again, written = delivered(done, Claims([one]), save_text=True)
    assert [path.name for path in written] == ["a-1.xml", "a-2.xml", "a.txt"]
    assert (tmp_path / "a-2.xml").read_bytes() == b"a-2"
    assert [row.id for row in rows_of(again)] == ["a-1", "a-2"]


def test_an_unsound_record_is_not_written(tmp_path: Path) -> None:
    """Its neighbours in the same source are, under their own numbers."""
    one = job(tmp_path, "a.txt")
    products = (product("a-1", sound=False), product("a-2"))
    _, written = delivered(
        Done(one, "d", SOURCE, products), Claims([one]), save_text=False
    )
    assert [path.name for path in written] == ["a-2.xml"]


@pytest.mark.parametrize("taken", ["a-1.txt", "a-2.txt"])
def test_a_numbered_record_takes_no_name_of_another(tmp_path: Path, taken: str) -> None:
    """Where `a-1` is another input, the records of `a` are refused, unwritten."""
    one, other = job(tmp_path, "a.txt"), job(tmp_path, taken)
    done = Done(one, "d", SOURCE, (product("a-1"), product("a-2")))
    refused, written = delivered(done, Claims([one, other]), save_text=False)
    assert (written, refused.sound) == ([], False)
    assert f"{taken} has" in str(refused.error)


def test_a_source_without_a_record_is_not_sound(tmp_path: Path) -> None:
    """Nothing found is a failure, with its row."""
    done = Done(job(tmp_path, "a.txt"), "d", SOURCE)
    assert (done.sound, rows_of(done)[0].error) == (False, "no record found")


@pytest.mark.parametrize("text", ["A: yes", "\ufeffA: yes", "A:\r\nyes\u2028\n\n"])
def test_a_saved_text_is_read_as_it_was(text: str) -> None:
    """Reading the saved text gives the reading text, character by character."""
    source = replace(SOURCE, text=text)
    assert text == read(text_bytes(source), "a.txt").value.text
