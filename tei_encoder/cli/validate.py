"""`tei-encoder validate`: any TEI file against a schema and its own pointers."""

from pathlib import Path
from typing import Any

import click

from tei_encoder.cli import options

_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.command(short_help="Check TEI files against a schema and their own pointers.")
@click.argument("inputs", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--schema",
    metavar="NAME|FILE",
    help="conversation, tei_all, tei_all@VERSION, a name or address of the store (see "
    "`schema`) or a file; default: what <?xml-model?> names, else tei_all.",
)
@click.option(
    "--schematron",
    multiple=True,
    metavar="NAME|FILE",
    help="Check the rules of this .sch file, too; may be given several times.",
)
@click.option(
    "--phase",
    metavar="NAME",
    help="Phase of the Schematron rules, or #ALL; default: each schema's own.",
)
@options.jobs
@click.option(
    "--text",
    type=click.Path(path_type=Path, exists=True),
    metavar="PATH",
    help="Source text, or folder of texts, whose lines findings point to; default: "
    "the .txt beside the file. It counts only if the TEI records its SHA-256.",
)
@click.option(
    "--xinclude",
    "below",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="FOLDER",
    help="Follow XInclude, to files below FOLDER and no others.",
)
@click.option(
    "--cache",
    type=_FOLDER,
    metavar="FOLDER",
    help="Remember verdicts in FOLDER; default: for several files, tei-encoder in "
    "$XDG_CACHE_HOME or ~/.cache.",
)
@click.option("--no-cache", is_flag=True, help="Remember no verdicts and use none.")
@options.reporting
@click.pass_context
def validate(ctx: click.Context, /, **values: Any) -> None:  # noqa: ANN401 - see `Validation`
    """Check TEI files; FILE may be a folder (searched for .xml), a pattern or -.

    RELAX NG, Schematron, pointers and ids, in one pass; nothing is ever fetched. The
    findings go to standard output. Exit code 2 when a file is invalid or cannot be
    read; one bad file never stops the others.

    Verdicts are remembered by the content of file and schema and by this program's
    code: what has not changed is not checked again.
    """
    from tei_encoder.cli.validation import Validation, validate_files

    ctx.exit(validate_files(Validation(**values)))
