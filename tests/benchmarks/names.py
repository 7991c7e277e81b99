"""How long the annotation of the seed takes, without and with 50,000 names.

Run it by hand: `python tests/benchmarks/names.py`; it prints a Markdown table.
Times are minima of several runs, in processor time where runs are repeated.
Nothing here is a test.
"""

import csv
import random
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tei_encoder import Settings, convert, parse_record, read
from tei_encoder.annotate import annotate
from tei_encoder.authority import authority_file, load_table
from tei_encoder.model.authority import Authority

SEED = Path(__file__).parents[2] / "seeds" / "hoxha-baek-1966-09-07.txt"
NAMES = 50_000
SYLLABLES = (
    *("ka", "lo", "min", "dor", "es", "tra", "vul", "hen", "ri"),
    *("sto", "ma", "bel", "ur", "go", "ti", "pan", "fe", "du"),
)


def best(job: Callable[[], object], runs: int = 15) -> float:
    """Give the least processor time of `job` over `runs`, in milliseconds."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        job()
        times.append(time.process_time() - start)
    return min(times) * 1000


def write_names(path: Path) -> None:
    """Write an authority file of invented names, always the same."""
    chance = random.Random(7)  # noqa: S311 - no secret

    def word() -> str:
        return "".join(chance.choices(SYLLABLES, k=3)).capitalize()

    with path.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(("kind", "name", "wikidata"))
        for number in range(NAMES):
            kind = chance.choice(("person", "org", "place"))
            rows.writerow((kind, f"{word()} {word()}", f"Q{number + 1}"))


def main() -> None:
    """Print the table."""
    source = read(SEED.read_bytes(), SEED.name).value
    plain = Settings(record_id="seed")
    record = replace(parse_record(source, plain).records[0], annotations=())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.csv"
        write_names(path)
        start = time.perf_counter()
        files = (authority_file(path),)
        table = load_table(files)
        loading = (time.perf_counter() - start) * 1000
        known = replace(plain, authority=Authority(files, table))
        start = time.perf_counter()
        annotate(source, record, known)
        first = (time.perf_counter() - start) * 1000
        rows = (
            ("annotate, no authority file", lambda: annotate(source, record, plain)),
            (f"annotate, {NAMES} names", lambda: annotate(source, record, known)),
            ("convert, no authority file", lambda: convert(source, plain)),
            (f"convert, {NAMES} names", lambda: convert(source, known)),
        )
        sys.stdout.write("| what | ms |\n|---|---|\n")
        sys.stdout.write(f"| reading {NAMES} names, once a process | {loading:.0f} |\n")
        sys.stdout.write(f"| annotate the first time, with them | {first:.0f} |\n")
        for name, job in rows:
            sys.stdout.write(f"| {name} | {best(job):.1f} |\n")


if __name__ == "__main__":
    main()
