"""Damaged, hostile and huge PDF files end in a source or in an error of ours."""

import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import mutation
import pytest

from tei_encoder.errors import TeiEncoderError
from tei_encoder.readers import read

#: what a worker does: mutate, read, and say how far it came before it dies
WORKER = """
import random, sys, traceback
from pathlib import Path
from tei_encoder.errors import TeiEncoderError
from tei_encoder.readers import read
path, first, last = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
sys.path.insert(0, sys.argv[4])
from mutation import mutated
data = path.read_bytes()
for number in range(first, last):
    try:
        read(mutated(data, number), path.name, format="pdf")
    except TeiEncoderError:
        pass
    except BaseException:
        print(number, flush=True)
        traceback.print_exc()
        sys.exit(1)
"""
WORDS = (
    "silt and weir ",
    "gates, locks ",
    "from a bank ",
    "ferry? No. ",
    "oxbow lakes ",
)
NAMES = ("columns", "recognized", "restricted", "locked")


def fuzzed(path: Path, first: int, last: int) -> subprocess.CompletedProcess[str]:
    """Read mutated files in a process of their own: pdfium may end it."""
    folder = str(Path(mutation.__file__).parent)
    command = [sys.executable, "-c", WORKER, str(path), str(first), str(last), folder]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", NAMES)
def test_mutated_files_end_in_a_source_or_an_error(pages: Path, name: str) -> None:
    """Flipped, cut and doubled bytes raise nothing but our own errors."""
    done = fuzzed(pages / f"{name}.pdf", 0, 75)
    assert (0, "", "") == (done.returncode, done.stdout, done.stderr)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_ten_thousand_mutated_files(pages: Path, name: str) -> None:
    """So do 2,500 of each file; pdfium does not crash either."""
    for first in range(75, 2575, 250):
        done = fuzzed(pages / f"{name}.pdf", first, first + 250)
        assert (0, "", "") == (done.returncode, done.stdout, done.stderr)


def test_truncated_files_end_in_an_error_of_ours(pages: Path) -> None:
    """A file that was cut off anywhere is read as far as pdfium can, or refused."""
    data = (pages / "columns.pdf").read_bytes()
    chance = random.Random(5)  # noqa: S311 - no secret
    places = chance.sample(range(9, len(data)), 40)
    for place in places:
        found = told = None
        try:
            found = read(data[:place], "columns.pdf", format="pdf").value
        except TeiEncoderError as error:
            told = error
        assert found.text.strip() if found else told and "columns.pdf" == told.place


@pytest.mark.slow
def test_ten_thousand_pages_stay_within_a_minute_and_a_gigabyte(
    make_pdf: Callable[..., bytes], printed: Callable[..., str]
) -> None:
    """A PDF of 10,000 pages of eight lines is read in a minute and in 1 GB."""
    contents = [
        "\n".join(
            [
                printed("A Long Record", 250, 800),
                *(printed(WORDS[(n + k) % 5] * 6, 72, 700 - 14 * k) for k in range(8)),
                printed(str(n), 300, 40),
            ]
        )
        for n in range(1, 10_001)
    ]
    data = make_pdf(contents)
    start = time.process_time()
    found = read(data, "long.pdf").value
    assert time.process_time() - start < 60
    assert 10_000 == len(found.parts)
    assert 20_000 == len(found.layout.asides)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 1_000_000


def test_too_many_pages_are_refused(
    make_pdf: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is a limit of pages, and the error says how to part the file."""
    monkeypatch.setattr("tei_encoder.readers.pdf.opening.MOST_PAGES", 2)
    with pytest.raises(TeiEncoderError, match=r"3 pages, more than 2.*qpdf"):
        read(make_pdf(["", "", ""]), "a.pdf")
