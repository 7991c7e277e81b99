"""`tei-encoder describe`: what a record says of itself, before any TEI."""

from typing import Any

import click

from tei_encoder.cli import options
from tei_encoder.cli.outcome import echo


@click.command(short_help="Show what a record says of itself: title, date, people …")
@click.argument("file", metavar="FILE")
@click.option(
    "--format",
    "layout",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="A line per fact, or all that is known of each.",
)
@click.option(
    "--archival",
    "everything",
    is_flag=True,
    help="In JSON, also tell custodial history, acquisition, access, reproduction, "
    "related scans (text always does).",
)
@options.describing
@options.deciding
@options.reading
def describe(*, everything: bool, **values: Any) -> None:  # noqa: ANN401 - see `PageRequest`
    """Show the archival description of FILE (- for standard input).

    A fact is a field, the words that state it, and in JSON their place: code points
    of the text, half-open. Nothing is claimed that the text or the metadata do not
    state.
    """
    from tei_encoder.cli.described import show_description
    from tei_encoder.cli.page import PageRequest

    request = PageRequest(line=None, review=False, **values)
    echo(show_description(request, everything=everything))
