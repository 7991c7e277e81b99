"""Counts what came of a conversion."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tei_encoder.batch.convert import Done, Product
from tei_encoder.batch.plan import REPORT
from tei_encoder.cli.outcome import CLEAN, FAILURE, FOUND, code_of

if TYPE_CHECKING:
    from tei_encoder.batch.folder import Unchanged


class Tally:
    """The figures of a run, and its exit code: that of the worst input."""

    def __init__(self, fail_on: str) -> None:
        """Begin with nothing found."""
        self.fail_on = fail_on
        self.code = CLEAN
        self.inputs = self.failed = self.unchanged = self.found = 0
        self.last = ""

    def follow(
        self, outcomes: Iterator["Done | Unchanged"]
    ) -> Iterator["Done | Unchanged"]:
        """Count the outcomes as they pass."""
        for outcome in outcomes:
            self.inputs += 1
            code = self._add(outcome)
            self.failed += code == FAILURE
            self.found += code == FOUND
            self.code = max(self.code, code)
            yield outcome

    def summary(self, folder: Path | None, *, dry_run: bool = False) -> str:
        """Say in one line what came of it all, or what would come in a dry run."""
        if folder is None:
            return self.last
        inputs = counted(self.inputs, "input")
        converted = "would be converted" if dry_run else "converted"
        parts = [f"{self.inputs - self.failed} of {inputs} {converted}"]
        if self.unchanged:
            parts[0] += f" ({self.unchanged} unchanged)"
        if self.failed:
            parts.append(f"{self.failed} failed")
        if self.found:
            parts.append(f"{self.found} with findings")
        where = "nothing is written" if dry_run else f"see {folder / REPORT}"
        return f"{', '.join(parts)}; {where}"

    def _add(self, outcome: "Done | Unchanged") -> int:
        if not isinstance(outcome, Done):
            self.unchanged += 1
            return code_of(outcome.report.worst, self.fail_on)
        if outcome.error is None:
            self.last = "; ".join(map(_described, outcome.products))
        return code_of(outcome.report.worst, self.fail_on) if outcome.sound else FAILURE


def _described(product: Product) -> str:
    certified = "certified" if product.certified else "NOT certified"
    valid = "valid" if product.valid else "NOT valid"
    written = "" if product.sound else ": not written"
    return (
        f"{product.id}: {counted(product.turns, 'turn')}, "
        f"{counted(product.speakers, 'speaker')}, {certified}, {valid}{written}"
    )


def counted(number: int, noun: str) -> str:
    """Give a number of things in words: `1 turn`, `2 turns`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
