"""`tei-encoder convert`: records to certified, valid TEI."""

from pathlib import Path
from typing import Any

import click

from tei_encoder.cli import options
from tei_encoder.cli.outcome import echo


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
@options.identifying
@options.deciding
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
@click.option(
    "--compare-with",
    type=click.Path(exists=True, path_type=Path),
    metavar="PATH",
    help="Then show what changed since an earlier run, of which PATH is the output "
    "(see `diff`).",
)
@click.option("-n", "--dry-run", is_flag=True, help="Convert, but write nothing.")
@options.reporting
@click.pass_context
def convert(ctx: click.Context, /, compare_with: Path | None, **values: Any) -> None:  # noqa: ANN401 - see `Request`
    """Turn records of conversations into TEI.

    INPUT is a file of any format that `formats` lists, a folder (searched for their
    suffixes), an archive (zip or tar, searched like a folder), a mail with attachments,
    or - for standard input.
    A file of several records gives NAME-1.xml, NAME-2.xml and so on, see --split.
    Only TEI that is certified (it holds every character of its source, and no other)
    and valid is written. An input is never overwritten. In a folder, unchanged inputs
    are skipped, one bad file never stops the others, and report.csv has a row per
    record.
    """
    from tei_encoder.cli.conversion import run_conversion
    from tei_encoder.cli.request import Request

    request = Request(**values)
    if compare_with and (request.dry_run or request.output in {None, "-"}):
        raise click.UsageError("--compare-with needs a file or folder: give -o")
    code = run_conversion(request)
    if compare_with:
        from tei_encoder.cli.comparison import compared, written

        found = compared(compare_with, Path(str(request.output)), silent=request.silent)
        echo(written(found, "text", 5))
    ctx.exit(code)
