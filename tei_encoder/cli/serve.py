"""`tei-encoder serve`: a folder of TEI for harvesters and readers."""

from pathlib import Path
from typing import Any

import click


@click.command(short_help="Serve a folder of TEI by OAI-PMH and DTS, read-only.")
@click.argument("folder", type=click.Path(path_type=Path), metavar="FOLDER")
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="Address to listen at; any but loopback shows the folder to others.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Port to listen at; 0 takes any that is free.",
)
@click.option(
    "--url",
    metavar="URL",
    help="Address by which others know the server, e.g. behind a proxy.",
)
@click.option(
    "--name", metavar="TEXT", help="Name of the collection; default: the folder's."
)
@click.option(
    "--email",
    metavar="ADDRESS",
    help="Whom harvesters may write to; needed beyond loopback.",
)
@click.option(
    "--namespace",
    default="localhost",
    show_default=True,
    metavar="DOMAIN",
    help="Domain in identifiers (oai:DOMAIN:ID); choose it once and for ever.",
)
@click.option(
    "--index",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Where to remember datestamps and deletions; default: hidden in FOLDER.",
)
@click.option(
    "--refresh",
    type=click.IntRange(0, 86_400),
    default=60,
    show_default=True,
    metavar="SECONDS",
    help="Look through the folder again for requests after this time.",
)
@click.option("-q", "--quiet", is_flag=True, help="Say only what goes wrong.")
@click.pass_context
def serve(ctx: click.Context, /, **values: Any) -> None:  # noqa: ANN401 - see `Service`
    """Serve the TEI files below FOLDER until Ctrl-C, read-only.

    /oai answers OAI-PMH 2.0: all six verbs, formats oai_dc, mods and tei, sets by
    collection and genre, deleted records, selective harvesting to the second.
    /dts/ answers DTS 1.0: collections, navigation by the citeStructure of each file,
    and documents in whole or part.

    The datestamp of a record is its file's time when the folder is first served, and
    afterwards the time at which a change was noticed; the index remembers it, and
    which records are gone. Keep it: without it, harvesters hear of no deletion.
    A file that is broken is reported and left out.
    """
    from tei_encoder.cli.service import Service, offer

    offer(Service(**values))
    ctx.exit(0)
