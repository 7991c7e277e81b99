"""Counts what came of a push."""

from collections import Counter
from collections.abc import Iterator

from tei_encoder.cli.outcome import CLEAN, FAILURE, code_of
from tei_encoder.model.diagnostic import Report
from tei_encoder.push import Pushed, Status


class DeliveryTally:
    """The figures of a run, and its exit code: that of the worst record."""

    def __init__(self, fail_on: str) -> None:
        """Begin with nothing found."""
        self.fail_on = fail_on
        self.code = CLEAN
        self.count: Counter[Status] = Counter()

    def follow(self, results: Iterator[Pushed]) -> Iterator[Pushed]:
        """Count the results as they pass."""
        for done in results:
            self.count[done.status] += 1
            code = code_of(Report(done.diagnostics).worst, self.fail_on)
            self.code = max(self.code, code if done.status.is_in else FAILURE)
            yield done

    def summary(self, place: str) -> str:
        """Say in one line what came of it all."""
        parts = [f"{self.count[s]} {s.value}" for s in Status if self.count[s]]
        return f"{', '.join(parts) or 'nothing to push'}; see {place}"
