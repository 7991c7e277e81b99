"""`tei-encoder push`: TEI into an XML database."""

from pathlib import Path
from typing import Any

import click

from tei_encoder.cli import options


@click.command(short_help="Bring TEI into an XML database, and read it back.")
@click.argument("inputs", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--to",
    "server",
    required=True,
    type=click.Choice(("basex", "existdb")),
    help="The kind of server.",
)
@click.option(
    "--url",
    metavar="URL",
    help="Where it is: basex://127.0.0.1:1984, or http://127.0.0.1:8080/exist.",
)
@click.option("--database", metavar="NAME", help="With basex: the database.")
@click.option(
    "--collection", metavar="NAME", help="With existdb: the collection below /db."
)
@click.option(
    "--user",
    metavar="NAME",
    envvar="TEI_ENCODER_USER",
    show_envvar=True,
    help="Who asks. The password comes from TEI_ENCODER_PASSWORD or a prompt.",
)
@click.option(
    "--insecure",
    is_flag=True,
    help="Talk to another machine over an open line (http, basex).",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=60.0,
    show_default=True,
    metavar="SECONDS",
    help="How long to wait for an answer.",
)
@click.option(
    "--schema",
    metavar="NAME|FILE",
    help="Schema of the records; default: what <?xml-model?> names, else tei_all.",
)
@click.option(
    "--again",
    is_flag=True,
    help="Send everything anew, also over what was changed on the server.",
)
@click.option(
    "--ledger",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Where to remember what the server confirmed; default: a file for each "
    "place, below tei-encoder/push in $XDG_STATE_HOME or ~/.local/state.",
)
@click.option(
    "--package-only",
    is_flag=True,
    help="With existdb: write the records as a package (.xar) to -o; no server.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.xar",
    help="With --package-only: the package.",
)
@options.reporting
@click.pass_context
def push(ctx: click.Context, /, **values: Any) -> None:  # noqa: ANN401 - see `Delivery`
    """Push TEI files; FILE may be a folder (searched for .xml) or a pattern.

    Makes the database or collection and its indexes, sends the records one by one,
    reads each back and compares the canonical XML: where a character came back
    otherwise, the record has failed, and the place is named. A document is called as
    the xml:id of its record, so that a second push updates it. What is not valid is
    not sent. One bad record stops no other.

    What the server holds already is not sent again: after a failure the same command
    takes up where it stopped. What others changed there since is not replaced unless
    --again is given.

    The report goes to standard output: a line for each record, with added, updated,
    unchanged, refused, failed or not sent. Exit code 0 when all records are in, 1 when
    there are findings at or above --fail-on besides, 2 when a record is not in.

    A password is never taken from the command line, nor shown. An open line leads to
    this machine only: for BaseX elsewhere, tunnel its port (ssh -L).
    """
    from tei_encoder.cli.delivery import Delivery, deliver

    ctx.exit(deliver(Delivery(**values)))
