"""Counts what came of a validation."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from tei_encoder.batch.validate import Checked
from tei_encoder.cli.outcome import CLEAN, FAILURE, FOUND, code_of


class VerdictTally:
    """The figures of a run, and its exit code: that of the worst file."""

    def __init__(self, fail_on: str, *, repeat: bool) -> None:
        """Begin with nothing found.

        Without `repeat`, an error that many files share (a schema that is not here)
        is told for the first of them only.
        """
        self.fail_on, self.repeat = fail_on, repeat
        self.code = CLEAN
        self.files = self.valid = self.found = self.known = 0
        self.errors: Counter[str] = Counter()
        self.unchecked: set[str] = set()

    def follow(self, results: Iterator[Checked]) -> Iterator[Checked]:
        """Count the results as they pass."""
        for checked in results:
            self.files += 1
            self.known += checked.known
            self.code = max(self.code, self._code(checked))
            repeated = self._repeated(checked)
            yield replace(checked, error=None) if repeated else checked

    def summary(self, *, verbose: bool) -> str:
        """Say what came of it all, and what could not be checked."""
        parts = [f"{self.valid} of {self.files} files valid"]
        if self.known:
            parts[0] += f" ({self.known} unchanged since an earlier run)"
        if failed := self.errors.total():
            parts.append(f"{failed} not checked")
        if self.found:
            parts.append(f"{self.found} with findings")
        lines = [", ".join(parts)]
        lines += [
            f"{count} files have this error: {error}"
            for error, count in self.errors.items()
            if count > 1 and not self.repeat
        ]
        if self.unchecked:
            lines.append(f"not checked ({len(self.unchecked)} rules; -v names them)")
            if verbose:
                lines += sorted(f"  {rule}" for rule in self.unchecked)
        return "\n".join(lines)

    def _code(self, checked: Checked) -> int:
        verdict = checked.verdict
        if verdict is None:
            return FAILURE
        self.unchecked |= set(verdict.unchecked)
        self.valid += verdict.valid
        code = code_of(verdict.report.worst, self.fail_on)
        self.found += verdict.valid and code == FOUND
        return code if verdict.valid else FAILURE

    def _repeated(self, checked: Checked) -> bool:
        if checked.error is None:
            return False
        self.errors[checked.error.message] += 1
        return not self.repeat and self.errors[checked.error.message] > 1
