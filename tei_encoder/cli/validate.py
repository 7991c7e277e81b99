"""`tei-encoder validate`: any TEI file against a schema and its own pointers."""

from typing import Any

import click

from tei_encoder.cli import options


@click.command(short_help="Check TEI files against a schema and their own pointers.")
@click.argument("inputs", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--schema",
    metavar="NAME|FILE",
    help="conversation, tei_all, tei_all@VERSION, one of the store (see `schema`) or "
    "a file; default: what <?xml-model?> names, else tei_all.",
)
@options.reporting
@click.pass_context
def validate(ctx: click.Context, /, **values: Any) -> None:  # noqa: ANN401 - see `Validation`
    """Check TEI files (folders are searched for .xml).

    RELAX NG, Schematron, pointers and ids, in one pass; nothing is ever fetched. The
    findings go to standard output. Exit code 2 when a file is invalid or cannot be
    read; one bad file never stops the others.
    """
    from tei_encoder.cli.validation import Validation

    ctx.exit(Validation(**values).run())
