"""How a command ends: its exit code, and the message where it failed."""

import os
from collections.abc import Mapping
from typing import IO, Any, Final

import click

from tei_encoder.errors import TeiEncoderError
from tei_encoder.model.diagnostic import Severity

CLEAN: Final = 0
FOUND: Final = 1
FAILURE: Final = 2
INTERRUPTED: Final = 130

#: values of `--fail-on`: from which severity on findings count
FAIL_ON: Final[Mapping[str, Severity | None]] = {
    "error": Severity.ERROR,
    "warning": Severity.WARNING,
    "info": Severity.INFO,
    "never": None,
}


def code_of(worst: Severity | None, fail_on: str) -> int:
    """Give the exit code that the gravest finding deserves."""
    threshold = FAIL_ON[fail_on]
    if worst is None or threshold is None:
        return CLEAN
    return FOUND if worst.rank >= threshold.rank else CLEAN


#: message formats that a program reads: nothing else may stand between
MACHINE: Final = frozenset({"json", "sarif", "junit"})


def least_shown(name: str | None, *, verbose: bool, quiet: bool) -> Severity:
    """Give the least severity to show in a message format; programs get everything."""
    if verbose or name in MACHINE:
        return Severity.INFO
    return Severity.ERROR if quiet else Severity.WARNING


class Failure(click.ClickException):
    """Shows one of our own errors: what, where, and what to do."""

    exit_code = FAILURE

    def __init__(self, error: TeiEncoderError) -> None:
        """Keep the error for `show`."""
        super().__init__(error.message)
        self.error = error

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the error to standard error."""
        if file is None:
            echo_error(failure_text(self.error))
        else:
            click.echo(failure_text(self.error), file=file)


def failure_text(error: TeiEncoderError) -> str:
    """Give an error in the manner of a finding: message, place, help."""
    lines = [f"{click.style('error', fg='red', bold=True)}: {error.message}"]
    if error.place:
        lines.append(f"  --> {error.place}")
    if error.remedy:
        lines.append(f"{click.style('help', fg='cyan')}: {error.remedy}")
    return "\n".join(lines)


def echo_error(text: str) -> None:
    """Write to standard error, in colour where it is a terminal that wants it."""
    click.echo(text, err=True, color=colour())


def echo(text: str) -> None:
    """Write to standard output, in colour where it is a terminal that wants it."""
    click.echo(text, color=colour())


def colour() -> bool | None:
    """Obey NO_COLOR (no-color.org); None leaves it to the terminal."""
    return False if os.environ.get("NO_COLOR") else None
