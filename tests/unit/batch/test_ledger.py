"""What was converted is remembered, exactly as long as nothing changed."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path, PurePosixPath

import pytest

from tei_encoder.batch.inputs import Input
from tei_encoder.batch.ledger import Entry, Ledger, key_of
from tei_encoder.batch.plan import LEDGER, Job, Reading
from tei_encoder.batch.report import Row
from tei_encoder.model.diagnostic import Diagnostic, XmlPlace
from tei_encoder.model.metadata import Metadata
from tei_encoder.model.source import Span
from tei_encoder.profiles import load
from tei_encoder.readers import rules
from tei_encoder.stages import Settings, Speech

JOB = Job(
    Input(Path("a.txt"), PurePosixPath("a.txt")),
    Settings(load("generic")),
    Reading(),
    Path("out/a.xml"),
)
FOUND = (
    Diagnostic(rules.GUESSED_ENCODING, "é", Span(1, 3), XmlPlace(4, 5, "/TEI")),
    Diagnostic(rules.MOJIBAKE, "m", None, None, "label", "help", "it", ("p", "q")),
)


def entry(folder: Path) -> Entry:
    """Make an entry whose output is on disk."""
    (folder / "a.xml").write_bytes(b"<TEI/>")
    digest = sha256(b"<TEI/>").hexdigest()
    return Entry("a.txt", "k", {"a.xml": digest}, (Row("a.txt", "a"),), FOUND)


def test_an_entry_survives_the_process(tmp_path: Path) -> None:
    """What is added is on disk at once, and read back equal."""
    made = entry(tmp_path)
    Ledger(tmp_path).add(made)
    assert Ledger(tmp_path).unchanged("a.txt", "k") == made


def test_a_changed_input_is_not_unchanged(tmp_path: Path) -> None:
    """Another key, or another name, is converted again."""
    Ledger(tmp_path).add(entry(tmp_path))
    assert Ledger(tmp_path).unchanged("a.txt", "other") is None
    assert Ledger(tmp_path).unchanged("b.txt", "k") is None


@pytest.mark.parametrize("content", [None, b"<TEI>edited</TEI>"])
def test_a_missing_or_edited_output_is_made_again(
    tmp_path: Path, content: bytes | None
) -> None:
    """An output that is not as written does not count as done."""
    Ledger(tmp_path).add(entry(tmp_path))
    if content is None:
        (tmp_path / "a.xml").unlink()
    else:
        (tmp_path / "a.xml").write_bytes(content)
    assert Ledger(tmp_path).unchanged("a.txt", "k") is None


def test_a_torn_line_counts_nothing(tmp_path: Path) -> None:
    """A run that was killed while writing leaves a ledger that can be read."""
    made = entry(tmp_path)
    Ledger(tmp_path).add(made)
    with (tmp_path / LEDGER).open("a", encoding="utf-8") as stream:
        stream.write('{"name": "b.txt", "key"')
    assert list(Ledger(tmp_path).entries) == ["a.txt"]


def test_tidy_keeps_one_line_per_input(tmp_path: Path) -> None:
    """The last entry of a name stays, in the order of names."""
    ledger = Ledger(tmp_path)
    made = entry(tmp_path)
    for name, key in (("b.txt", "1"), ("a.txt", "1"), ("b.txt", "2")):
        ledger.add(replace(made, name=name, key=key))
    ledger.tidy()
    entries = Ledger(tmp_path).entries
    assert [(e.name, e.key) for e in entries.values()] == [
        ("a.txt", "1"),
        ("b.txt", "2"),
    ]


def test_the_key_changes_with_everything_that_matters() -> None:
    """Bytes, settings, way of reading and saved text each change the key."""
    settings = JOB.settings
    changed = [
        replace(JOB, settings=replace(settings, speech=Speech.SP)),
        replace(JOB, settings=replace(settings, metadata=Metadata(title="T"))),
        replace(JOB, settings=replace(settings, profile=load("wilson_center"))),
        replace(JOB, settings=replace(settings, date="2020")),
        replace(JOB, reading=Reading(encoding="cp1252")),
    ]
    keys = {key_of(job, b"x", save_text=False) for job in (JOB, *changed)}
    keys |= {key_of(JOB, b"y", save_text=False), key_of(JOB, b"x", save_text=True)}
    assert len(keys) == len(changed) + 3


def test_the_key_does_not_depend_on_the_path() -> None:
    """A folder that was moved is not converted again."""
    moved = replace(JOB, input=Input(Path("/x/a.txt"), PurePosixPath("a.txt")))
    assert key_of(JOB, b"x", save_text=False) == key_of(moved, b"x", save_text=False)
