"""The tutorials are run: every command, and what it prints.

A ```console fence holds commands after `$ ` and what they print.
Paths are those of the tutorial's own folder; `…` in the output stands for any text.
A tutorial that begins with `<!-- needs: COMMAND -->` is skipped where there is none.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
TUTORIALS = sorted((ROOT / "examples").glob("*/README.md"))
NEEDS = re.compile(r"<!-- needs: (\S+) -->")
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def commands(fence: str) -> list[tuple[str, str]]:
    """Give pairs of command and expected output."""
    parts = re.split(r"^\$ (.*)\n", fence, flags=re.MULTILINE)[1:]
    return list(zip(parts[::2], parts[1::2], strict=True))


def matches(expected: str, printed: str) -> bool:
    """Compare line by line, `…` standing for any text."""
    pattern = re.escape(expected.strip()).replace("…", r"[\s\S]*?")
    return re.fullmatch(pattern, printed.strip()) is not None


@pytest.mark.parametrize("tutorial", TUTORIALS, ids=lambda path: path.parent.name)
def test_tutorial(tutorial: Path, tmp_path: Path) -> None:
    """Each command of the tutorial prints what the tutorial says."""
    needed = NEEDS.match(tutorial.read_text("utf-8"))
    if needed and shutil.which(needed[1]) is None:
        pytest.skip(f"{needed[1]} is not installed")
    for name in ("seeds", "examples"):
        shutil.copytree(ROOT / name, tmp_path / name)
    folder = tmp_path / "examples" / tutorial.parent.name
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "NO_COLOR": "1",
        "COLUMNS": "100",
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_STATE_HOME": str(tmp_path / "state"),
    }
    for fence in CONSOLE.findall(tutorial.read_text("utf-8")):
        for command, expected in commands(fence):
            done = subprocess.run(
                ["bash", "-c", command],
                cwd=folder,
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                check=False,
            )

            assert matches(expected, done.stdout), f"$ {command}\n{done.stdout}"
