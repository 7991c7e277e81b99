"""`tei-encoder diff`: what changed between two runs, phenomenon by phenomenon."""

from pathlib import Path
from typing import Any

import click

from tei_encoder.cli.outcome import CLEAN, FAILURE, FOUND, echo

_PATH = click.Path(path_type=Path, exists=True)


@click.command(short_help="Compare the TEI of two runs, phenomenon by phenomenon.")
@click.argument("old", type=_PATH)
@click.argument("new", type=_PATH)
@click.option(
    "--format",
    "layout",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
    help="A table with examples, every change, or a page that needs nothing else.",
)
@click.option(
    "--examples",
    type=click.IntRange(min=0),
    default=5,
    show_default=True,
    help="Examples of each phenomenon in text.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write to FILE; default: standard output.",
)
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
@click.pass_context
def diff(
    ctx: click.Context,
    /,
    old: Path,
    new: Path,
    **how: Any,  # noqa: ANN401 - click gives the options by their names
) -> None:
    """Compare two folders (or files) of TEI: labels, utterances, names, dates, header.

    Files are paired by name. Exit code 0 when both runs claim the same, 1 when
    something changed, 2 when a file could not be compared.
    """
    from tei_encoder.cli.comparison import compared, written

    found = compared(old, new, silent=how["quiet"])
    text = written(found, how["layout"], how["examples"])
    output = how["output"]
    if output is None:
        echo(text)
    else:
        from tei_encoder.batch.write import write_whole

        write_whole(output, f"{text.rstrip()}\n".encode())
    if any(one.error for one in found.files):
        ctx.exit(FAILURE)
    ctx.exit(CLEAN if found.same else FOUND)
