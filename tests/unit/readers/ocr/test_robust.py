"""Damaged files of recognized text end in a source or in an error of ours."""

import gzip
from pathlib import Path

import pytest
from mutation import mutated

from tei_encoder.errors import TeiEncoderError
from tei_encoder.readers import read

FORMATS = ("hocr", "alto", "page")


def sample(root: Path, name: str) -> bytes:
    """Give a short file of a format: the first page of what Tesseract wrote."""
    pages = root / "tests" / "fixtures" / "pages"
    if name == "page":
        return (pages / "two-columns.page.xml").read_bytes()
    if name == "alto":
        return (pages / "hyphens.alto.xml").read_bytes()
    data = gzip.decompress((pages / "seed.hocr.gz").read_bytes())
    return data[: data.index(b"id='block_1_3'")]


def survive(data: bytes, name: str, numbers: range) -> None:
    """Read mutated data; anything but our errors fails the test."""
    for number in numbers:
        try:
            found = read(mutated(data, number), f"a.{name}", format=name).value
        except TeiEncoderError:
            continue
        assert found.text.strip(), number


@pytest.mark.parametrize("name", FORMATS)
def test_mutated_files_end_in_a_source_or_an_error(root: Path, name: str) -> None:
    """Flipped, cut and doubled bytes raise nothing but our own errors."""
    survive(sample(root, name), name, range(300))


@pytest.mark.slow
@pytest.mark.parametrize("name", FORMATS)
def test_ten_thousand_mutated_files(root: Path, name: str) -> None:
    """So do ten thousand."""
    survive(sample(root, name), name, range(300, 10_300))
