"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from tei_encoder.cli.outcome import FAIL_ON

Command = TypeVar("Command", bound=Callable[..., Any])

#: names of the message formats (see `cli.render`, which need not be imported for them)
MESSAGE_FORMATS: Final = (
    "full",
    "text",
    "concise",
    "json",
    "sarif",
    "github",
    "junit",
)


def reading(command: Command) -> Command:
    """Add the options that say how an input is read."""
    for option in (
        click.option(
            "-f",
            "--from",
            "format",
            metavar="NAME",
            help="Format of the input (see `formats`); default: content, then suffix.",
        ),
        click.option(
            "--encoding",
            metavar="NAME",
            help="Encoding of what is not UTF-8; guessed and reported when not given.",
        ),
        click.option(
            "--columns",
            metavar="ROLE=NAME,...",
            help="Columns of a table of turns that are not known by their names: "
            "speaker=Who,text=Said,start=,end=,note= (or their numbers).",
        ),
        click.option("--sheet", metavar="NAME", help="Sheet of a workbook to read."),
        click.option(
            "--profile",
            metavar="NAME|FILE",
            default="auto",
            show_default=True,
            help="House style (see `profiles`), or a TOML file of your own.",
        ),
        click.option(
            "--language",
            metavar="TAG",
            callback=_language,
            help="Language of the text (BCP 47), e.g. en.",
        ),
        click.option(
            "--split",
            type=click.Choice(("auto", "always", "never")),
            default="auto",
            show_default=True,
            help="Part a file that holds several records: where the evidence is "
            "strong, wherever there is some, or never.",
        ),
    ):
        command = option(command)
    return command


def reader_options(columns: str | None, sheet: str | None) -> dict[str, str]:
    """Give what is asked of the readers of single formats (see `readers.read`)."""
    asked = {"columns": columns, "sheet": sheet}
    return {name: value for name, value in asked.items() if value is not None}


def describing(command: Command) -> Command:
    """Add the option that tells about the record."""
    return click.option(
        "--metadata",
        metavar="FILE",
        type=click.Path(dir_okay=False, path_type=Path),
        help="What you know of the record (TOML), or of many (CSV).",
    )(command)


def identifying(command: Command) -> Command:
    """Add the option that says who and what names are of."""
    return click.option(
        "--authority",
        metavar="FILE",
        multiple=True,
        type=click.Path(dir_okay=False, path_type=Path),
        help="Persons, organisations and places with their references (CSV, TEI, JSON "
        "or SKOS); repeat it for several. Exact names are identified, similar ones "
        "only reported.",
    )(command)


def deciding(command: Command) -> Command:
    """Add the options that say where the reviewers' rulings are."""
    for option in (
        click.option(
            "--no-decisions",
            is_flag=True,
            help="Leave reviewers' rulings aside, also those beside an input.",
        ),
        click.option(
            "--decisions",
            metavar="FILE",
            type=click.Path(dir_okay=False, path_type=Path),
            help="Reviewers' rulings on one input (TOML, see `decide`); default: "
            "NAME.decisions.toml beside each input, if there is one.",
        ),
    ):
        command = option(command)
    return command


def jobs(command: Command) -> Command:
    """Add the option that says in how many processes to work."""
    return click.option(
        "-j",
        "--jobs",
        type=click.IntRange(min=0),
        default=1,
        show_default=True,
        help="Processes to work in; 0 takes one per processor.",
    )(command)


def message_format(command: Command) -> Command:
    """Add the option that says how findings are shown."""
    return click.option(
        "--message-format",
        type=click.Choice(MESSAGE_FORMATS),
        help="How findings are shown; default: full (or text, the same) for one file, "
        "else concise.",
    )(command)


def reporting(command: Command) -> Command:
    """Add the options that say how findings are shown and what they cost."""
    for option in (
        click.option(
            "-v", "--verbose", is_flag=True, help="Show findings of severity info too."
        ),
        click.option(
            "-q", "--quiet", is_flag=True, help="Show errors only, and no progress."
        ),
        message_format,
        click.option(
            "--fail-on",
            type=click.Choice(tuple(FAIL_ON)),
            default="error",
            show_default=True,
            help="Severity from which on findings give exit code 1.",
        ),
    ):
        command = option(command)
    return command


def checked_date(
    ctx: click.Context, param: click.Parameter, value: str | None
) -> str | None:
    """Refuse what is no W3C date."""
    from tei_encoder.metadata.values import w3c_date_problem

    return _checked(value, w3c_date_problem, ctx, param)


def _language(
    ctx: click.Context, param: click.Parameter, value: str | None
) -> str | None:
    from tei_encoder.metadata.values import tag_problem

    return _checked(value, tag_problem, ctx, param)


def _checked(
    value: str | None,
    problem: Callable[[str], str | None],
    ctx: click.Context,
    param: click.Parameter,
) -> str | None:
    if value is not None and (found := problem(value)):
        raise click.BadParameter(f"{value!r}: {found}", ctx, param)
    return value
