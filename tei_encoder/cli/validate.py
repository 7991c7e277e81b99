"""`tei-encoder validate`: any TEI file against a schema and its own pointers."""

from typing import Any

import click

from tei_encoder.cli import options


@click.command(short_help="Check TEI files against a schema.")
@click.argument("inputs", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--schema",
    metavar="NAME|FILE",
    default="conversation",
    show_default=True,
    help="A RELAX NG schema: a file, or a name in the project's schemas or in a "
    "folder that TEI_ENCODER_SCHEMAS lists.",
)
@options.reporting
@click.pass_context
def validate(ctx: click.Context, /, **values: Any) -> None:  # noqa: ANN401 - see `Validation`
    """Check TEI files (folders are searched for .xml).

    The findings go to standard output. Exit code 2 when a file is invalid or cannot
    be read; one bad file never stops the others.
    """
    from tei_encoder.cli.validation import Validation

    ctx.exit(Validation(**values).run())
