"""`tei-encoder segment`: how a page is read, before any TEI."""

from typing import Any

import click

from tei_encoder.cli import options
from tei_encoder.cli.outcome import echo


@click.command(short_help="Show how a page is read: its labelled blocks.")
@click.argument("file", metavar="FILE")
@click.option(
    "--format",
    "layout",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="A line per block, or all that is known of each.",
)
@click.option(
    "--explain",
    "line",
    type=click.IntRange(min=1),
    metavar="LINE",
    help="Give the readings that compete for this line, with the evidence.",
)
@click.option(
    "--review",
    is_flag=True,
    help="List what to look at first: blocks by rising margin (the lead over any "
    "other reading), each with its best rival.",
)
@options.describing
@options.deciding
@options.reading
def segment(**values: Any) -> None:  # noqa: ANN401 - see `PageRequest`
    """Show how the page FILE (- for standard input) is read: its labelled blocks.

    Offsets in JSON are code points of the decoded text, half-open.
    """
    from tei_encoder.cli.page import PageRequest, show_page

    if values["review"] and values["line"] is not None:
        raise click.UsageError("--review and --explain exclude each other")
    echo(show_page(PageRequest(**values)))
