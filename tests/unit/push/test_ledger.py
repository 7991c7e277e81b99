"""The ledger: what a server confirmed."""

from pathlib import Path

import pytest

from tei_encoder.errors import OutputError
from tei_encoder.push.ledger import Ledger, ledger_path


def test_confirmed(tmp_path: Path) -> None:
    """What was confirmed is known in the next run; other content is foreign."""
    path = tmp_path / "state" / "ledger.jsonl"
    Ledger(path).confirm("a.xml", "1")
    ledger = Ledger(path)

    assert not ledger.is_foreign("a.xml", "1")
    assert ledger.is_foreign("a.xml", "2")
    assert not ledger.is_foreign("b.xml", "2")


def test_cut_in_between(tmp_path: Path) -> None:
    """After a cut, what was there and what was being sent are both known."""
    path = tmp_path / "ledger.jsonl"
    first = Ledger(path)
    first.confirm("a.xml", "1")
    first.expect("a.xml", "2")
    ledger = Ledger(path)

    assert not ledger.is_foreign("a.xml", "1")
    assert not ledger.is_foreign("a.xml", "2")
    assert ledger.is_foreign("a.xml", "3")


def test_forgotten(tmp_path: Path) -> None:
    """What is forgotten is foreign no more, in the next run either."""
    path = tmp_path / "ledger.jsonl"
    ledger = Ledger(path)
    ledger.confirm("a.xml", "1")
    ledger.forget("a.xml")

    assert not Ledger(path).is_foreign("a.xml", "2")


def test_torn_lines_count_nothing(tmp_path: Path) -> None:
    """A torn or foreign line spoils no other."""
    path = tmp_path / "ledger.jsonl"
    path.write_text('["a.xml", "1"]\n{}\n[]\n3\n["b.xml", 1]\n["c.x', "utf-8")
    ledger = Ledger(path)

    assert ledger.is_foreign("a.xml", "2")
    assert '["a.xml", "1"]\n' == path.read_text("utf-8")


def test_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each place of each server has a ledger of its own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    servers = ("basex://a:1", "basex://b:1")
    paths = {ledger_path(s, p) for s in servers for p in ("x", "y")}

    assert 4 == len(paths)
    assert {tmp_path / "tei-encoder" / "push"} == {path.parent for path in paths}


def test_no_place(tmp_path: Path) -> None:
    """A ledger that cannot be kept is told before anything is sent."""
    (tmp_path / "file").write_text("")

    with pytest.raises(OutputError, match="cannot be kept"):
        Ledger(tmp_path / "file" / "ledger.jsonl")
