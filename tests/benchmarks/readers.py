"""How fast readers are, beside programs that do a part of their work.

Run it by hand: `python tests/benchmarks/readers.py`; it prints a Markdown table.
Times are minima of several runs, in one process; nothing here is a test.
The seed is some ten printed pages. Rivals that are not installed are left out.
"""

import gzip
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

from lxml import html

from tei_encoder.readers import read

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
#: the seed in each format that is no scan, and the time that is asked for
SEEDS = (
    ("web/seed-pandoc.html.gz", 0.030),
    ("web/seed-writer.html.gz", 0.030),
    ("web/seed.md.gz", None),
    ("office/seed.docx", 0.030),
    ("office/seed-pandoc.docx", 0.030),
    ("office/seed.odt", None),
    ("turns/seed.csv", None),
    ("turns/seed.xlsx", None),
    ("turns/seed.vtt", None),
    ("pages/seed-writer.pdf", None),
    ("pages/seed.hocr.gz", None),
    ("pages/seed.alto.xml.gz", None),
)
RUNS = 15


def best(job: Callable[[], object]) -> float:
    """Give the least wall time of `job`, in seconds."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        job()
        times.append(time.perf_counter() - start)
    return min(times)


def bytes_of(name: str) -> bytes:
    """Give the bytes of a fixture, unpacked."""
    data = (FIXTURES / name).read_bytes()
    return gzip.decompress(data) if name.endswith(".gz") else data


def rivals(page: bytes) -> Iterator[tuple[str, Callable[[], object]]]:
    """Give what other programs do with a page."""
    text = page.decode()
    yield "lxml.html, text_content alone", lambda: html.fromstring(text).text_content()
    if find_spec("trafilatura"):
        import trafilatura  # noqa: PLC0415 - where it is installed

        yield "trafilatura.extract", lambda: trafilatura.extract(text)
    if find_spec("bs4"):
        import bs4  # noqa: PLC0415 - where it is installed

        yield "bs4, get_text alone", lambda: bs4.BeautifulSoup(text, "lxml").get_text()


def row(*cells: str) -> None:
    """Print a row of the table."""
    sys.stdout.write("| " + " | ".join(cells) + " |\n")


def main() -> None:
    """Print the table."""
    row("what", "time", "asked for")
    row("---", "---", "---")
    for name, limit in SEEDS:
        data, plain = bytes_of(name), Path(name).name.removesuffix(".gz")
        spent = best(lambda data=data, plain=plain: read(data, plain))
        asked = f"{limit * 1000:.0f} ms" if limit else ""
        row(f"read {plain}", f"{spent * 1000:.1f} ms", asked)
    page = bytes_of("web/seed-pandoc.html.gz")
    for name, job in rivals(page):
        row(f"{name} on seed-pandoc.html", f"{best(job) * 1000:.1f} ms", "")


if __name__ == "__main__":
    main()
