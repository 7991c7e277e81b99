"""How fast TEI files become packages and tables, and in how much memory.

Run it by hand: `python tests/benchmarks/export.py`; it prints a Markdown table.
Each export is a process of its own; nothing here is a test.
The records are the seed's TEI (about 55 kB) under ids of their own.
"""

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SEED = ROOT / "tests" / "golden" / "hoxha-baek-1966-09-07" / "expected-u.xml"
ID = "hoxha-baek-1966-09-07"
COMMAND = Path(sys.executable).with_name("tei-encoder")
SIMPLE = (
    "bagit",
    "archivematica",
    "dc",
    "ead",
    "dspace-saf",
    "omeka-csv",
    "atom-csv",
    "mods",
    "mets",
    "schema-org",
    "ro-crate",
    "ocfl",
    "datacite",
    "invenio",
    "dataverse",
    "islandora-csv",
)
WHOLE = ("csv", "jsonl", "parquet", "txt", "md")
GROWTH = (100, 1000, 10000)
GIVEN = """\
[publication]
date = "2024-05-01"
publisher = "An archive"
[target]
email = "archive@example.org"
subject = "Arts and Humanities"
level = "item"
extent = "1 item"
"""


def row(*cells: str) -> None:
    """Print a row of the table."""
    sys.stdout.write("| " + " | ".join(cells) + " |\n")
    sys.stdout.flush()


def records(folder: Path, count: int) -> Path:
    """Write so many records."""
    made = folder / f"tei-{count}"
    made.mkdir()
    text = SEED.read_text("utf-8")
    for number in range(count):
        name = f"record-{number:05}"
        (made / f"{name}.xml").write_text(text.replace(ID, name), "utf-8")
    return made


def run(target: str, tei: Path, folder: Path) -> tuple[float, float, float]:
    """Export; give wall time and processor time in seconds, and memory in MB."""
    out = folder / "out"
    shutil.rmtree(out, ignore_errors=True)
    given = folder / "given.toml"
    given.write_text(GIVEN, "utf-8")
    command = f"{COMMAND} export -q --to {target} {tei} -o {out} --metadata {given}"
    start = time.perf_counter()
    process = os.spawnv(os.P_NOWAIT, str(COMMAND), command.split())  # noqa: S606 - ours
    _, status, used = os.wait4(process, 0)
    seconds = time.perf_counter() - start
    if status:
        sys.exit(f"{command}: exit status {status}")
    return seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000


def speed(folder: Path, count: int) -> None:
    """Show how many records a second each target takes, on one core."""
    tei = records(folder, count)
    for target in (*SIMPLE, *WHOLE):
        seconds, busy, megabytes = run(target, tei, folder)
        row(
            target,
            f"{count / busy:.0f} records/s of processor",
            f"{count / seconds:.0f} records/s on the clock",
            f"peak {megabytes:.0f} MB",
        )


def growth(folder: Path) -> None:
    """Show how memory grows with the number of records."""
    for count in GROWTH:
        tei = records(folder, count)
        for target in ("dc", "csv"):
            seconds, busy, megabytes = run(target, tei, folder)
            row(
                f"{target} × {count}",
                f"{count / busy:.0f} records/s of processor",
                f"{count / seconds:.0f} records/s on the clock",
                f"peak {megabytes:.0f} MB",
            )
        shutil.rmtree(tei)


def main() -> None:
    """Print the table."""
    sys.stdout.write(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n\n")
    row("what", "processor", "clock", "memory")
    row("---", "---", "---", "---")
    with tempfile.TemporaryDirectory() as name:
        speed(Path(name), 500)
        growth(Path(name))


if __name__ == "__main__":
    main()
