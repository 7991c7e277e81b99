"""How fast a text becomes certified, valid TEI, beside pandoc and lxml.

Run it by hand: `python tests/benchmarks/convert.py`; it prints a Markdown table.
Times are minima of several runs; nothing here is a test.
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from tei_encoder import Settings, convert, read
from tei_encoder.pipeline import Conversion

ROOT = Path(__file__).resolve().parent.parent.parent
SEED = ROOT / "seeds" / "hoxha-baek-1966-09-07.txt"
COMMAND = Path(sys.executable).with_name("tei-encoder")
GROWTH = (1, 10, 100, 1000)
MEGABYTE = 1_000_000


def best(job: Callable[[], object], runs: int) -> float:
    """Give the least wall time of `job` over `runs`, in seconds."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        job()
        times.append(time.perf_counter() - start)
    return min(times)


def row(*cells: str) -> None:
    """Print a row of the table."""
    sys.stdout.write("| " + " | ".join(cells) + " |\n")


def cold() -> None:
    """Time a new process for the seed, next to pandoc's."""
    with tempfile.TemporaryDirectory() as folder:
        target = str(Path(folder) / "seed.xml")
        ours = [str(COMMAND), "convert", "-q", str(SEED), "-o", target]
        row("cold process, tei-encoder convert", f"{process(ours) * 1000:.0f} ms")
    if shutil.which("pandoc"):
        theirs = ["pandoc", "-s", "-f", "markdown", "-t", "tei", str(SEED)]
        row("cold process, pandoc -s -t tei", f"{process(theirs) * 1000:.0f} ms")
    row("tei-encoder --help", f"{process([str(COMMAND), '--help']) * 1000:.0f} ms")


def process(command: list[str]) -> float:
    """Give the median wall time of a whole process, in seconds."""

    def run() -> None:
        subprocess.run(command, check=False, capture_output=True)

    run()
    return statistics.median(best(run, 1) for _ in range(7))


def converted(data: bytes) -> Conversion:
    """Convert the seed, or a text made of it."""
    settings = Settings(record_id="seed")
    return convert(read(data, SEED.name).value, settings)


def grown(times: int) -> bytes:
    """Give the seed with its body, from the first label on, `times` over."""
    text = SEED.read_text("utf-8")
    start = text.index("Comrade Enver Hoxha: Welcome")
    end = text.index("Notes taken by")
    return (text[:start] + text[start:end] * times + text[end:]).encode()


def warm() -> None:
    """Time the whole way within one process, and lxml alone on the same TEI."""
    data = SEED.read_bytes()
    tei = converted(data).results[0].data
    ours = best(lambda: converted(data), 30)
    theirs = best(lambda: etree.tostring(etree.fromstring(tei)), 30)
    row("text to certified valid TEI, warm", f"{ours * 1000:.1f} ms")
    row("the same, throughput", f"{len(data) / ours / MEGABYTE:.2f} MB/s")
    row("lxml, parse and serialize the same TEI", f"{theirs * 1000:.2f} ms")


def folder() -> None:
    """Time a folder of copies of the seed on one core."""
    count = 200
    with tempfile.TemporaryDirectory() as name:
        texts = Path(name) / "in"
        texts.mkdir()
        for number in range(count):
            shutil.copy(SEED, texts / f"seed-{number:03}.txt")
        command = [str(COMMAND), "convert", "-q", str(texts), "-o", f"{name}/out"]
        seconds = best(lambda: subprocess.run(command, check=False), 1)
    row(f"folder of {count}, one core", f"{count / seconds:.0f} documents/s")


def growth() -> None:
    """Show how time and memory grow with the length of the text."""
    for times in GROWTH:
        data = grown(times)
        start = time.perf_counter()
        converted(data)
        seconds = time.perf_counter() - start
        megabytes = len(data) / MEGABYTE
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
        row(
            f"body × {times} ({megabytes:.2f} MB)",
            f"{seconds:.2f} s, {seconds / megabytes:.2f} s/MB, peak {peak:.0f} MB",
        )


def main() -> None:
    """Print the table."""
    sys.stdout.write(f"{os.cpu_count()} cores\n\n")
    row("what", "measured")
    row("---", "---")
    cold()
    warm()
    folder()
    growth()


if __name__ == "__main__":
    main()
