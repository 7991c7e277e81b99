"""`tei-encoder convert`: records to certified, valid TEI."""

from typing import Any

import click

from tei_encoder.cli import options


@click.command(short_help="Turn records into certified, valid TEI.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    help="File, folder (created; ends with / or exists) or - for standard output. "
    "Default: standard output for one input; several inputs need a folder.",
)
@options.jobs
@click.option(
    "--speech",
    type=click.Choice(("u", "sp")),
    default="u",
    show_default=True,
    help="Encode turns as transcribed speech (u) or as in performance texts (sp).",
)
@options.describing
@click.option(
    "--date",
    metavar="DATE",
    callback=options.checked_date,
    help="Date of this encoding; default: SOURCE_DATE_EPOCH, else none.",
)
@options.reading
@click.option(
    "--save-text",
    is_flag=True,
    help="Write the reading text beside each output, for `verify`.",
)
@click.option("--again", is_flag=True, help="Convert unchanged inputs too.")
@click.option("-n", "--dry-run", is_flag=True, help="Convert, but write nothing.")
@options.reporting
@click.pass_context
def convert(ctx: click.Context, /, **values: Any) -> None:  # noqa: ANN401 - see `Request`
    """Turn records of conversations into TEI.

    INPUT is a file, a folder (searched for .txt and .text) or - for standard input.
    A file of several records gives NAME-1.xml, NAME-2.xml and so on, see --split.
    Only TEI that is certified (it holds every character of its source, and no other)
    and valid is written. An input is never overwritten. In a folder, unchanged inputs
    are skipped, one bad file never stops the others, and report.csv has a row per
    record.
    """
    from tei_encoder.cli.conversion import run_conversion
    from tei_encoder.cli.request import Request

    ctx.exit(run_conversion(Request(**values)))
