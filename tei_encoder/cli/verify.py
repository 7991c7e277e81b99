"""`tei-encoder verify`: the certificate, checked later by anyone."""

from pathlib import Path
from typing import Any

import click

from tei_encoder.cli import options
from tei_encoder.cli.outcome import FAILURE, MACHINE, echo, echo_error


@click.command(short_help="Prove that TEI holds its source text, and no other.")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.xml")
@click.option(
    "--text",
    required=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The source file, or the reading text that --save-text wrote.",
)
@click.option(
    "-f",
    "--from",
    "format",
    metavar="NAME",
    help="Format of the text; default: content, then suffix, then plain text.",
)
@click.option("--encoding", metavar="NAME", help="Encoding of a text not in UTF-8.")
@options.message_format
@click.pass_context
def verify(ctx: click.Context, /, **values: Any) -> None:  # noqa: ANN401 - see `Proof`
    """Prove that FILE.xml holds every character of its source, and no other.

    The source is any file that `convert` reads. Exit code 2 when it does not.
    """
    from tei_encoder.cli.render import render
    from tei_encoder.cli.verification import Proof, verified

    file, name = values["file"], values["message_format"] or "full"
    proof = Proof(values["text"], values["format"], values["encoding"])
    findings = verified(file, proof)
    for piece in render(name, [findings]):
        echo(piece)
    if findings.valid and name not in MACHINE:
        echo_error(f"{file}: certified")
    ctx.exit(0 if findings.valid else FAILURE)
