"""Many files are validated in order, in several processes, and none twice."""

import os
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest

from tei_encoder.batch import validate as validate_module
from tei_encoder.batch.inputs import Input
from tei_encoder.batch.run import run
from tei_encoder.batch.validate import (
    VALIDATING,
    Check,
    Checked,
    check_file,
    validate_all,
)
from tei_encoder.batch.verdict_json import from_json, to_json
from tei_encoder.batch.verdicts import NAME, Verdicts
from tei_encoder.errors import OutputError
from tei_encoder.validate import check

SCHEMA = """\
<grammar xmlns="http://relaxng.org/ns/structure/1.0">
  <include href="part.rng"/>
</grammar>
"""
PART = """\
<grammar xmlns="http://relaxng.org/ns/structure/1.0">
  <start><element name="a"><{}/></element></start>
</grammar>
"""


@pytest.fixture
def checks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Check, ...]:
    """Give four files: valid, invalid, broken, absent; their schema has two files."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "s.rng").write_text(SCHEMA)
    (tmp_path / "part.rng").write_text(PART.format("empty"))
    for name, text in (("1.xml", "<a/>"), ("2.xml", "<a>x</a>"), ("3.xml", "<a>")):
        (tmp_path / name).write_text(text)
    return tuple(
        Check(
            Input(tmp_path / f"{n}.xml", PurePosixPath(f"{n}.xml")),
            str(tmp_path / "s.rng"),
        )
        for n in range(1, 5)
    )


def told(results: list[Checked]) -> list[object]:
    """Give what matters of results."""
    return [
        (r.verdict.valid, len(r.verdict.report.diagnostics)) if r.verdict else "failed"
        for r in results
    ]


@pytest.mark.parametrize("processes", [1, 2])
def test_no_file_stops_the_others(checks: tuple[Check, ...], processes: int) -> None:
    """Results come in order; one that cannot be read fails alone."""
    results = list(validate_all(checks, processes=processes))
    assert told(results) == [(True, 0), (False, 1), (False, 1), "failed"]
    assert str(checks[3].input.path) in str(results[3].error)


def _dies(one: Check) -> Checked:
    if one.input.name.name == "2.xml":
        os._exit(9)
    return check_file(one)


def test_a_killed_process_is_told(checks: tuple[Check, ...]) -> None:
    """A file that takes its process with it fails; its neighbours do not."""
    work = replace(VALIDATING, do=_dies)
    results = list(run(work, checks[:3], processes=2))
    assert told(results) == [(True, 0), "failed", (False, 1)]


def test_a_defect_fails_one_file_alone(
    checks: tuple[Check, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What should not happen is reported and stops nothing."""

    def judge(data: bytes, *_: object, **__: object) -> object:
        raise KeyError(data.decode())

    monkeypatch.setattr(validate_module, "check", judge)
    assert told(list(validate_all(checks))) == ["failed"] * 4


def _run(checks: tuple[Check, ...], folder: Path) -> list[Checked]:
    with Verdicts(folder) as verdicts:
        return list(validate_all(checks, verdicts=verdicts))


def test_verdicts_are_remembered(checks: tuple[Check, ...], tmp_path: Path) -> None:
    """The second run checks only what could not be read, and says the same."""
    first, second = _run(checks, tmp_path / "c"), _run(checks, tmp_path / "c")
    assert [r.known for r in first] == [False] * 4
    assert [r.known for r in second] == [True, True, True, False]
    assert [r.verdict for r in first] == [r.verdict for r in second]


def _document(folder: Path) -> None:
    (folder / "1.xml").write_text("<a>changed</a>")


def _drawn_in(folder: Path) -> None:
    (folder / "part.rng").write_text(PART.format("text"))


@pytest.mark.parametrize(
    ("change", "known"),
    [(_document, [False, True, True]), (_drawn_in, [False, False, False])],
)
def test_what_changed_is_checked(
    checks: tuple[Check, ...],
    tmp_path: Path,
    change: Callable[[Path], None],
    known: list[bool],
) -> None:
    """Another document, or another file that the schema includes, is a new case."""
    _run(checks[:3], tmp_path / "c")
    change(tmp_path)
    results = _run(checks[:3], tmp_path / "c")
    assert [r.known for r in results] == known
    assert [r.verdict for r in results] == [check_file(c).verdict for c in checks[:3]]


def test_another_schema_is_another_case(
    checks: tuple[Check, ...], tmp_path: Path
) -> None:
    """A verdict under one schema never stands for one under another."""
    _run(checks[:1], tmp_path / "c")
    (tmp_path / "t.rng").write_text(PART.format("notAllowed"))
    other = replace(checks[0], schema=str(tmp_path / "t.rng"))
    (result,) = _run((other,), tmp_path / "c")
    assert (result.known, told([result])) == (False, [(False, 1)])


def test_a_schema_that_arrives_changes_the_verdict(
    checks: tuple[Check, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the file names is looked for anew in each run."""
    path = tmp_path / "1.xml"
    path.write_text('<?xml-model href="https://example.org/mine.rng"?><a/>')
    schemas = tmp_path / "schemas"
    schemas.mkdir()
    (schemas / "tei_all.rng").write_text(PART.format("text"))
    monkeypatch.setenv("TEI_ENCODER_SCHEMAS", str(schemas))
    one = (replace(checks[0], schema=None),)
    (first,) = _run(one, tmp_path / "c")
    (schemas / "mine.rng").write_text(PART.format("notAllowed"))
    (second,) = _run(one, tmp_path / "c")
    schemas_used = [r.verdict.schema for r in (first, second) if r.verdict]
    assert schemas_used == ["tei_all.rng", "mine.rng"]
    assert not second.known


@pytest.mark.parametrize("content", [b"no database", b""])
def test_a_broken_memory_is_begun_anew(
    checks: tuple[Check, ...], tmp_path: Path, content: bytes
) -> None:
    """A file that is none of ours costs nothing but the memory."""
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / NAME).write_bytes(content)
    assert told(_run(checks, tmp_path / "c")) == told(_run(checks, tmp_path / "c"))


def test_foreign_entries_are_not_believed(
    checks: tuple[Check, ...], tmp_path: Path
) -> None:
    """An entry that cannot be understood is checked again."""
    first = _run(checks[:3], tmp_path / "c")
    database = sqlite3.connect(tmp_path / "c" / NAME)
    with database:
        database.execute("UPDATE verdicts SET text = '[1]'")
    database.close()
    second = _run(checks[:3], tmp_path / "c")
    assert [r.verdict for r in second] == [r.verdict for r in first]


def test_a_file_in_the_way(tmp_path: Path) -> None:
    """Where nothing can be kept, the error says what to do."""
    (tmp_path / "c").write_text("in the way")
    with pytest.raises(OutputError, match="--no-cache"):
        Verdicts(tmp_path / "c")


def test_a_verdict_survives_json() -> None:
    """All that a verdict says comes back."""
    start = "<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:lang='English'>"
    data = f"{start}<p who='#x' source='src:1,2'/></TEI>".encode()
    verdict = check(data, "a.xml", schema="conversation")
    assert verdict.report.diagnostics
    assert from_json(to_json(verdict)) == verdict


@pytest.mark.parametrize("text", ["", "{}", "[1,2,3]", '["s",true,[],[["VA999"]]]'])
def test_what_is_no_verdict(text: str) -> None:
    """Anything else gives none."""
    assert from_json(text) is None
