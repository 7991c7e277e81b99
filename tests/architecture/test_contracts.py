"""The shape of the package is a test: imports, types, lint, tables."""

import subprocess
import sys
from pathlib import Path

import pytest

CHECKS = {
    "import contracts": ["lint-imports", "--no-cache"],
    "strict types": ["mypy"],
    "strict lint": ["ruff", "check", "."],
    "one format": ["ruff", "format", "--check", "."],
}


@pytest.mark.parametrize("command", CHECKS.values(), ids=CHECKS.keys())
def test_check_passes(command: list[str], root: Path) -> None:
    """The check finds nothing in the whole project."""
    tool = str(Path(sys.executable).with_name(command[0]))
    done = subprocess.run(
        [tool, *command[1:]], cwd=root, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_modules_stay_small(root: Path) -> None:
    """No module of the package is longer than 300 lines."""
    lengths = {
        path.relative_to(root).as_posix(): path.read_text("utf-8").count("\n")
        for path in (root / "tei_encoder").rglob("*.py")
    }

    assert {} == {name: n for name, n in lengths.items() if n > 300}
