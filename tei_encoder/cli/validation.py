"""Validates files against a schema, and shows what was found."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tei_encoder.batch.inputs import Input, bytes_of, find_inputs
from tei_encoder.cli.outcome import FAILURE, MACHINE, code_of, least_shown
from tei_encoder.cli.progress import Progress
from tei_encoder.cli.render import Findings, render
from tei_encoder.errors import TeiEncoderError, UnknownNameError
from tei_encoder.model.diagnostic import Report, Severity
from tei_encoder.registry import suggestion
from tei_encoder.tei.document import parse
from tei_encoder.tei.schemas import schemas_folder
from tei_encoder.validate import validate

#: names folders with further schemas, separated like PATH
FOLDERS: Final = "TEI_ENCODER_SCHEMAS"


@dataclass(frozen=True, slots=True)
class Validation:
    """The arguments and options of `validate`, as click gives them."""

    inputs: tuple[str, ...]
    schema: str
    message_format: str | None
    fail_on: str
    verbose: bool
    quiet: bool

    def run(self) -> int:
        """Validate, show the findings; give the exit code of the worst file."""
        schema = find_schema(self.schema)
        inputs = find_inputs(self.inputs, suffixes=(".xml",))
        name = self.message_format or ("concise" if len(inputs) > 1 else "full")
        silent = self.quiet or name in MACHINE
        codes: list[int] = []
        with Progress(len(inputs), silent=silent) as progress:
            steps = (self._checked(item, schema) for item in inputs)
            for piece in render(name, self._coded(progress.follow(steps), codes)):
                progress.show(piece)
        if not silent:
            valid = sum(code != FAILURE for code in codes)
            progress.say(f"{valid} of {len(codes)} files valid ({self.schema})")
        return max(codes)

    def _coded(
        self, verdicts: Iterator[Findings], codes: list[int]
    ) -> Iterator[Findings]:
        """Note the exit code of each verdict and keep what is to be shown."""
        least = least_shown(self.message_format, verbose=self.verbose, quiet=self.quiet)
        for verdict in verdicts:
            worst = Report(verdict.diagnostics).worst
            codes.append(code_of(worst, self.fail_on) if verdict.valid else FAILURE)
            yield verdict.from_severity(least)

    def _checked(self, item: Input, schema: Path) -> Findings:
        try:
            data = bytes_of(item)
            report = validate(parse(data, item.shown), schema=schema)
        except TeiEncoderError as error:
            return Findings(
                item.shown, (), valid=False, schema=self.schema, error=error
            )
        return Findings(
            file=item.shown,
            diagnostics=report.diagnostics,
            xml=data.decode("utf-8", "replace"),
            valid=not report.reaches(Severity.ERROR),
            schema=self.schema,
        )


def find_schema(name: str) -> Path:
    """Give the path of a schema: a file, or a name in one of the known folders.

    Raises `UnknownNameError` with the nearest name.
    """
    if Path(name).is_file():
        return Path(name)
    known = {path.stem: path for folder in _folders() for path in folder.glob("*.rng")}
    if name in known:
        return known[name]
    raise UnknownNameError(
        f"there is no schema {name!r}",
        place="--schema",
        remedy=f"{suggestion(name, tuple(known))}; {FOLDERS} may name more folders",
    )


def _folders() -> Iterator[Path]:
    yield from filter(
        Path.is_dir, map(Path, os.environ.get(FOLDERS, "").split(os.pathsep))
    )
    yield schemas_folder()
