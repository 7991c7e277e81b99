"""The seed through other converters: what each makes of 18 turns.

Run it by hand: `python tests/rivals/compare.py`; it prints a Markdown table.
A rival that is not installed is left out, and said so.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tei_encoder import Settings, convert, read

ROOT = Path(__file__).resolve().parent.parent.parent
SEED = ROOT / "seeds" / "hoxha-baek-1966-09-07.txt"
TURN = re.compile(r"<(?:u|sp)[ >]")


def pandoc() -> str:
    """Give pandoc's TEI of the seed."""
    command = ["pandoc", "-s", "-f", "markdown", "-t", "tei", str(SEED)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def tei_encoder() -> str:
    """Give our TEI of the seed."""
    settings = Settings(record_id="seed")
    source = read(SEED.read_bytes(), SEED.name).value
    return convert(source, settings).results[0].data.decode()


def lost(tei: str) -> int:
    """Count the words of the seed that the TEI no longer has."""
    plain = re.sub(r"<[^>]*>", " ", tei)
    words = set(re.findall(r"\w+", plain))
    return sum(
        word not in words for word in re.findall(r"\w+", SEED.read_text("utf-8"))
    )


def valid(tei: str, schema: Path | None) -> str:
    """Say what jing says, where it and tei_all can be had."""
    if schema is None or not shutil.which("jing"):
        return "not checked"
    with tempfile.NamedTemporaryFile("w", suffix=".xml") as file:
        file.write(tei)
        file.flush()
        done = subprocess.run(
            ["jing", str(schema), file.name], check=False, capture_output=True
        )
    return "valid" if done.returncode == 0 else "invalid"


def main(arguments: list[str]) -> None:
    """Print the table; the first argument may name tei_all."""
    schema = Path(arguments[0]) if arguments else None
    rivals: dict[str, Callable[[], str]] = {"tei_encoder": tei_encoder}
    if shutil.which("pandoc"):
        rivals["pandoc"] = pandoc
    else:
        sys.stdout.write("pandoc is not installed and left out\n")
    sys.stdout.write(
        "| converter | turns of 18 | words lost | tei_all |\n|---|---|---|---|\n"
    )
    for name, converter in rivals.items():
        tei = converter()
        turns = len(TURN.findall(tei))
        sys.stdout.write(f"| {name} | {turns} | {lost(tei)} | {valid(tei, schema)} |\n")


if __name__ == "__main__":
    main(sys.argv[1:])
