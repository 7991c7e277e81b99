"""Columns of start tags and attributes."""

import pytest

from tei_encoder.validate.columns import Columns

TEXT = "<?xml version='1.0' encoding='{}'?>\r\n<a>\r\n éé <b\n  c='d'/></a>"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_columns_count_characters(encoding: str) -> None:
    """Columns count characters from 1, in any encoding."""
    columns = Columns(TEXT.format(encoding).encode(encoding))
    assert columns.of(0, 2, None) == 1
    assert columns.of(1, 3, None) == 5


def test_attribute_on_a_line_of_its_own() -> None:
    """An attribute is found on the line that is reported."""
    columns = Columns(TEXT.format("utf-8").encode())
    assert columns.of(1, 4, "c") == 3


def test_line_without_a_start_tag() -> None:
    """Where no start tag is meant, the first visible character of the line counts."""
    columns = Columns(b"<a>\n  text\n</a>")
    assert columns.of(0, 2, None) == 3


@pytest.mark.parametrize("data", [b"<a>", b"<a></b>", b"", b"\xff"])
def test_broken_file_has_no_columns(data: bytes) -> None:
    """A file that expat cannot follow has no columns, and raises nothing."""
    assert Columns(data).of(0, 1, None) == 0


def test_unknown_line() -> None:
    """A line that is not there has no column."""
    assert Columns(b"<a/>").of(0, 7, None) == 0
