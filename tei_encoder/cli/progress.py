"""How far a long run has come: a bar on a terminal, else a line now and then."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from types import TracebackType
from typing import Final, Self, TypeVar

import click

from tei_encoder.cli.outcome import echo, echo_error

T = TypeVar("T")

#: without a terminal, one line per this many inputs
EVERY: Final = 100
#: returns to the beginning of the line and clears it (ECMA-48)
_CLEAR: Final = "\r\x1b[2K"


class Progress:
    """Shows progress on standard error, and messages in between."""

    def __init__(self, total: int, *, silent: bool) -> None:
        """Plan for `total` steps; nothing is shown when `silent` or for one step."""
        self.total = total
        self.shown = total > 1 and not silent
        self.bar: click._termui_impl.ProgressBar[int] | None = None
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        """Show the bar where there is a terminal."""
        if self.shown and sys.stderr.isatty():
            bar = click.progressbar(length=self.total, file=sys.stderr)
            self.bar = self._stack.enter_context(bar)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the line of the bar."""
        self._stack.__exit__(kind, error, trace)
        self.bar = None

    def follow(self, steps: Iterator[T]) -> Iterator[T]:
        """Count the steps as they pass."""
        for number, step in enumerate(steps, start=1):
            yield step
            if self.bar is not None:
                self.bar.update(1)
            elif self.shown and number % EVERY == 0 and number < self.total:
                echo_error(f"{number} of {self.total}")

    def say(self, text: str) -> None:
        """Write a message to standard error; a bar is drawn anew below it."""
        if text:
            self._between(echo_error, text)

    def show(self, text: str) -> None:
        """Write a piece of the result to standard output, likewise."""
        self._between(echo, text)

    def _between(self, write: Callable[[str], None], text: str) -> None:
        if self.bar is not None:
            click.echo(_CLEAR, nl=False, err=True)
        write(text)
        if self.bar is not None:
            self.bar.render_progress()
