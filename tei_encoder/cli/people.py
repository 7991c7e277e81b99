"""`tei-encoder people`: one personography for many records."""

from pathlib import Path

import click

from tei_encoder.cli import options


@click.command(short_help="Make one list of the people of many records.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Where the personography goes; default: standard output.",
)
@click.option(
    "--into",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="An earlier personography: its ids stay, and what an editor wrote in it. "
    "Without -o it is itself rewritten.",
)
@options.identifying
@click.option(
    "-q", "--quiet", is_flag=True, help="Do not show who was joined, and why."
)
def people(
    inputs: tuple[str, ...],
    output: Path | None,
    into: Path | None,
    authority: tuple[Path, ...],
    *,
    quiet: bool,
) -> None:
    """Make a personography (TEI) of the people of INPUT.

    INPUT are files of TEI, folders of them, or records to be converted for this.
    Each person has their names, printed labels, offices, references, and every record
    with role and date. People of two records are one person only where they have a
    reference in common, or the same full name (two words that are no initials) and
    nothing speaks against it: two references of one service, another office, or a
    record that names both.
    An id is made of the name. The file can be given to `convert --authority`.
    """
    from tei_encoder.cli.gathering import write_people

    write_people(inputs, output or into, into, authority, quiet=quiet)
