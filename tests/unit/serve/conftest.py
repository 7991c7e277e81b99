"""A folder that is served, and a clock that stands still."""

from collections.abc import Callable
from pathlib import Path

import pytest
from shelf import BEGIN, Shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Give an empty folder to serve."""
    return Shelf(tmp_path)


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Stop the clock so many seconds after the beginning."""

    def stopped(seconds: int) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(BEGIN + seconds))

    return stopped
