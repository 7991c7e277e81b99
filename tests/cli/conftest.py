"""What the tests of the command line share: a call, and a small record."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tei_encoder.cli.app import app

Cli = Callable[..., Result]

MEMO = """\
Minutes of a talk between Ann Example and Bo Sample

Ambassador Example: Good morning. How are you today?

Minister Sample: Very well, thank you.

Ambassador Example: I am glad to hear it.

Minister Sample: Shall we begin?
"""


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Give the command, called in an empty folder; it must not crash."""
    monkeypatch.chdir(tmp_path)
    for name in ("SOURCE_DATE_EPOCH", "NO_COLOR", "TEI_ENCODER_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home" / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home" / "data"))

    def call(*args: object, data: bytes | None = None) -> Result:
        result = CliRunner().invoke(app, list(map(str, args)), input=data)
        assert result.exception is None or isinstance(result.exception, SystemExit)
        assert "Traceback" not in result.output
        assert "defect" not in result.output
        return result

    return call


@pytest.fixture
def memo(tmp_path: Path) -> Path:
    """Give a small record, in the folder in which the command is called."""
    path = tmp_path / "memo.txt"
    path.write_text(MEMO, encoding="utf-8")
    return Path("memo.txt")


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Give a folder of three records, one of them in a sub-folder."""
    for number, name in enumerate(("a.txt", "b.txt", "sub/c.txt")):
        path = tmp_path / "texts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(MEMO.replace("today", f"today, {number}"), encoding="utf-8")
    return Path("texts")
