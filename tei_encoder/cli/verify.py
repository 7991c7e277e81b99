"""`tei-encoder verify`: the certificate, checked later by anyone."""

from pathlib import Path

import click

from tei_encoder.cli import options
from tei_encoder.cli.outcome import FAILURE, MACHINE, echo, echo_error


@click.command(short_help="Prove that TEI holds its source text, and no other.")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.xml")
@click.option(
    "--text",
    required=True,
    type=click.Path(path_type=Path),
    metavar="FILE.txt",
    help="The source text, or the reading text that --save-text wrote.",
)
@click.option("--encoding", metavar="NAME", help="Encoding of a text not in UTF-8.")
@options.message_format
@click.pass_context
def verify(
    ctx: click.Context,
    /,
    file: Path,
    text: Path,
    encoding: str | None,
    message_format: str | None,
) -> None:
    """Prove that FILE.xml holds every character of its source, and no other.

    Exit code 2 when it does not.
    """
    from tei_encoder.cli.render import render
    from tei_encoder.cli.verification import verified

    findings = verified(file, text, encoding)
    name = message_format or "full"
    for piece in render(name, [findings]):
        echo(piece)
    if findings.valid and name not in MACHINE:
        echo_error(f"{file}: certified")
    ctx.exit(0 if findings.valid else FAILURE)
