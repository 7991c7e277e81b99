"""`tei-encoder targets`: what `export` and `push` make, and how far that is proven."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from tei_encoder.cli.outcome import echo

if TYPE_CHECKING:
    from tei_encoder.export import Target


@click.command(
    short_help="List what `export` and `push` can make, and how far it is proven."
)
def targets() -> None:
    """List the targets: what each makes, what it insists on, and its proof.

    Those marked (push) are databases, to which `push` brings records.

    "Imported by" is said only of what a real consumer took in our tests.
    """
    from tei_encoder import export
    from tei_encoder.push.servers import SERVERS

    for name in dict.fromkeys((*export.TARGETS, *export.names())):
        echo("\n".join(_lines(export.target(name))))
    for server in SERVERS.values():
        echo(f"{server.name} (push)\n    makes    {server.makes}")
        echo(f"    proof    {server.proof}")


def _lines(target: "Target") -> Iterator[str]:
    yield f"{target.name}"
    yield f"    makes    {target.makes}"
    for requirement in target.required:
        yield f"    needs    {requirement.name} ({requirement.path or requirement.key})"
    yield f"    proof    {target.proof}"
    if target.extra:
        yield f"    install  pip install 'tei-encoder[{target.extra}]'"
