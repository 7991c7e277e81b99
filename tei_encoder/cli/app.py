"""The command `tei-encoder`: finds its sub-commands and answers for their failures."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import Any, Final

import click

from tei_encoder.cli.outcome import FAILURE, INTERRUPTED, Failure
from tei_encoder.errors import TeiEncoderError, defect
from tei_encoder.version import VERSION

#: sub-commands, in the order of a user's work; each lives in the module of its name
COMMANDS: Final = (
    "convert",
    "segment",
    "describe",
    "decide",
    "validate",
    "verify",
    "people",
    "corpus",
    "export",
    "push",
    "targets",
    "serve",
    "diff",
    "schema",
    "profiles",
    "formats",
    "explain",
)


class Commands(click.Group):
    """Imports a sub-command when it is asked for, and no other."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Give the names of all sub-commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - the same
        """Import the module of a sub-command; it holds a command of its own name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"tei_encoder.cli.{cmd_name}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the sub-command; a mistyped one is answered with the nearest."""
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            from tei_encoder.registry import suggestion

            remedy = suggestion(args[0], COMMANDS)
            raise click.UsageError(f"there is no command {args[0]!r}: {remedy}", ctx)
        return super().resolve_command(ctx, args)

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,  # noqa: ANN401 - click's signature
    ) -> click.Context:
        """Read the command line, which may already show the help."""
        with _answering():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's signature
        """Run a sub-command."""
        with _answering():
            return super().invoke(ctx)


@click.command(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 nothing found, 1 findings at or above --fail-on, 2 something "
    "is uncertified, invalid, unreadable or misused, 130 interrupted.",
)
@click.version_option(VERSION, "-V", "--version", prog_name="tei-encoder")
def app() -> None:
    """Turn records of conversations into scholarly TEI.

    Every character of the source is accounted for; what cannot be proven is not
    written.
    """


@contextmanager
def _answering() -> Iterator[None]:
    """Let what goes wrong end in one line, not in a traceback."""
    try:
        yield
    except TeiEncoderError as error:
        raise Failure(error) from error
    except KeyboardInterrupt:
        click.echo("interrupted", err=True)
        raise click.exceptions.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        _forget_output()
        raise click.exceptions.Exit(FAILURE) from None
    except OSError as error:
        if not error.filename:
            _forget_output()
        raise Failure(_from_system(error)) from error
    except (click.ClickException, click.Abort, click.exceptions.Exit):
        raise
    except Exception as error:
        raise Failure(defect(error)) from error


def _from_system(error: OSError) -> TeiEncoderError:
    return TeiEncoderError(
        (error.strerror or str(error)).lower(),
        place=os.fspath(error.filename) if error.filename else None,
        remedy="check the path and its permissions",
    )


def _forget_output() -> None:
    """Let nothing more be written to a pipe that nobody reads, or to a full disk."""
    with suppress(OSError):  # the output may be no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
