"""Validates files against a schema, and shows what was found."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tei_encoder.batch.inputs import Input, bytes_of, find_inputs
from tei_encoder.cli.outcome import FAILURE, MACHINE, code_of, least_shown
from tei_encoder.cli.progress import Progress
from tei_encoder.cli.render import Findings, render
from tei_encoder.errors import ReadError
from tei_encoder.model.diagnostic import Report
from tei_encoder.validate import check


@dataclass(slots=True)
class Validation:
    """The arguments and options of `validate`, as click gives them.

    `codes` are the exit codes of the files so far; `unchecked` names the rules of
    schemas that could not be run.
    """

    inputs: tuple[str, ...]
    schema: str | None
    message_format: str | None
    fail_on: str
    verbose: bool
    quiet: bool
    codes: list[int] = field(default_factory=list)
    unchecked: set[str] = field(default_factory=set)

    def run(self) -> int:
        """Validate, show the findings; give the exit code of the worst file."""
        inputs = find_inputs(self.inputs, suffixes=(".xml",))
        name = self.message_format or ("concise" if len(inputs) > 1 else "full")
        silent = self.quiet or name in MACHINE
        with Progress(len(inputs), silent=silent) as progress:
            verdicts = progress.follow(self._judged(item) for item in inputs)
            for piece in render(name, self._shown(verdicts, name)):
                progress.show(piece)
        if not silent:
            progress.say(self._summary())
        return max(self.codes)

    def _shown(self, verdicts: Iterator[Findings], name: str) -> Iterator[Findings]:
        """Note the exit code of each verdict and keep what is to be shown."""
        least = least_shown(name, verbose=self.verbose, quiet=self.quiet)
        for verdict in verdicts:
            worst = Report(verdict.diagnostics).worst
            code = code_of(worst, self.fail_on) if verdict.valid else FAILURE
            self.codes.append(code)
            yield verdict.from_severity(least)

    def _judged(self, item: Input) -> Findings:
        """Check one file; a file that cannot be read does not stop the others."""
        try:
            data = bytes_of(item)
        except ReadError as error:
            return Findings(item.shown, (), valid=False, error=error)
        verdict = check(data, item.shown, schema=self.schema)
        self.unchecked |= set(verdict.unchecked)
        return Findings(
            file=item.shown,
            diagnostics=verdict.report.diagnostics,
            xml=data.decode("utf-8", "replace"),
            valid=verdict.valid,
            schema=verdict.schema or None,
        )

    def _summary(self) -> str:
        valid = sum(code != FAILURE for code in self.codes)
        lines = [f"{valid} of {len(self.codes)} files valid"]
        if self.unchecked:
            lines.append(f"not checked ({len(self.unchecked)} rules; -v names them)")
            if self.verbose:
                lines += sorted(f"  {rule}" for rule in self.unchecked)
        return "\n".join(lines)
