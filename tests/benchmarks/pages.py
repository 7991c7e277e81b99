"""How fast printed and recognized pages are read, beside pdftotext and pypdf.

Run it by hand: `python tests/benchmarks/pages.py`; it prints a Markdown table.
Times are the least processor time of several runs; nothing here is a test.
"""

import gzip
import io
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pypdfium2

from tei_encoder.readers import read

FILES = Path(__file__).resolve().parent.parent / "fixtures" / "pages"
PAGES = 100
RUNS = 3


def least(job: Callable[[], object]) -> float:
    """Give the least processor time of `job`, its child processes included."""
    times = []
    for _ in range(RUNS):
        start = spent()
        job()
        times.append(spent() - start)
    return min(times)


def spent() -> float:
    """Give the processor time used so far, in seconds."""
    child = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + child.ru_utime + child.ru_stime


def long_pdf(name: str) -> bytes:
    """Give a PDF of a hundred pages: those of a fixture, over and over."""
    source, made = pypdfium2.PdfDocument(FILES / name), pypdfium2.PdfDocument.new()
    for number in range(PAGES):
        made.import_pages(source, [number % (len(source) - 1)])
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def pdfium_alone(data: bytes) -> None:
    """Take the bare text of every page by pdfium."""
    document = pypdfium2.PdfDocument(data)
    for page in document:
        page.get_textpage().get_text_range()


def pypdf_alone(data: bytes) -> None:
    """Take the bare text of every page by pypdf."""
    from pypdf import PdfReader  # noqa: PLC0415 - may be absent

    for page in PdfReader(io.BytesIO(data)).pages:
        page.extract_text()


def row(*cells: str) -> None:
    """Print a row of the table."""
    sys.stdout.write("| " + " | ".join(cells) + " |\n")


def printed(name: str) -> None:
    """Time a PDF of a hundred pages."""
    data = long_pdf(name)
    words = f"{PAGES} pages like {name}"
    row(words, f"{least(lambda: read(data, name)):.2f} s")
    row(f"{words}, bare text by pdfium", f"{least(lambda: pdfium_alone(data)):.2f} s")
    if find_spec("pypdf"):
        row(f"{words}, pypdf", f"{least(lambda: pypdf_alone(data)):.2f} s")
    if command := shutil.which("pdftotext"):
        with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
            file.write(data)
            file.flush()
            line = [command, "-layout", file.name, "-"]
            run = lambda: subprocess.run(line, capture_output=True, check=True)  # noqa: E731
            row(f"{words}, pdftotext", f"{least(run):.2f} s")


def recognized(name: str) -> None:
    """Time eight recognized pages."""
    data = gzip.decompress((FILES / name).read_bytes())
    words = f"8 pages of {name.removesuffix('.gz')}"
    row(words, f"{least(lambda: read(data, name.removesuffix('.gz'))) * 1000:.0f} ms")


def main() -> None:
    """Print the table."""
    row("what", "time")
    row("---", "---")
    for name in ("seed-writer.pdf", "seed-chromium.pdf"):
        printed(name)
    for name in ("seed.hocr.gz", "seed.alto.xml.gz"):
        recognized(name)


if __name__ == "__main__":
    main()
