"""`tei-encoder formats`: what can be read and what can be written."""

import click

from tei_encoder.cli.outcome import echo


@click.command(short_help="List what can be read and what can be written.")
def formats() -> None:
    """List the input formats and the targets, those of plug-ins included."""
    from tei_encoder import export, readers

    echo("read:")
    for name in readers.names():
        suffixes = [s for s, reader in readers.SUFFIXES.items() if reader == name]
        echo(f"  {name:<8} {' '.join(suffixes)}".rstrip())
    echo("write:")
    for name in export.names():
        echo(f"  {name}")
