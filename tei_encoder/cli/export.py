"""`tei-encoder export`: TEI to what archives, catalogues and analysts take."""

from pathlib import Path
from typing import Any

import click

from tei_encoder.cli import options


@click.command(short_help="Turn TEI into packages and tables for archives.")
@click.argument("inputs", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--to", "target", required=True, metavar="TARGET", help="A name of `targets`."
)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Folder for what is made; it is created, and holds one target.",
)
@click.option(
    "--archivematica",
    is_flag=True,
    help="With --to bagit: lay the bag out as Archivematica wants it.",
)
@options.describing
@click.option(
    "--date",
    metavar="DATE",
    callback=options.checked_date,
    help="Date of this export, where the target states one; default: none.",
)
@options.jobs
@click.option(
    "--again",
    is_flag=True,
    help="Make everything anew, also over what was changed in the folder.",
)
@options.reporting
@click.pass_context
def export(ctx: click.Context, /, **values: Any) -> None:  # noqa: ANN401 - see `Shipment`
    """Export TEI files; FILE may be a folder (searched for .xml) or a pattern.

    Any TEI will do, ours or another's. All files are looked through first: where the
    target insists on something that a file does not say, nothing is written and every
    gap is listed by its TEI path. --metadata fills such gaps: what a header says
    stands; the table [target] holds what no header says (contact, email, collection,
    level, extent, subject, abstract, base).

    Packages appear whole or not at all. What has not changed is not made again; an
    interrupted export goes on where it stopped. One bad file stops no other.
    """
    from tei_encoder.cli.shipment import Shipment, ship

    ctx.exit(ship(Shipment(**values)))
