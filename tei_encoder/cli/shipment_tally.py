"""Counts what came of an export."""

from collections.abc import Iterator
from pathlib import Path

from tei_encoder.batch.export_job import Exported
from tei_encoder.cli.outcome import CLEAN, FAILURE, code_of


class ShipmentTally:
    """The figures of a run, and its exit code: that of the worst file."""

    def __init__(self, fail_on: str) -> None:
        """Begin with nothing found."""
        self.fail_on = fail_on
        self.worst = CLEAN
        self.made = self.kept = self.failed = 0

    @property
    def code(self) -> int:
        """Give the exit code."""
        return FAILURE if self.failed else self.worst

    def follow(self, results: Iterator[Exported]) -> Iterator[Exported]:
        """Count the results as they pass."""
        for done in results:
            self.failed += done.error is not None
            self.kept += done.kept
            self.made += done.error is None and not done.kept
            self.worst = max(self.worst, code_of(done.report.worst, self.fail_on))
            yield done

    def summary(self, folder: Path) -> str:
        """Say in one line what came of it all."""
        parts = [f"{self.made} record{'' if self.made == 1 else 's'} exported"]
        if self.kept:
            parts.append(f"{self.kept} unchanged")
        if self.failed:
            parts.append(f"{self.failed} failed")
        return f"{', '.join(parts)}; see {folder}"
