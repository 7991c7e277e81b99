"""`tei-encoder profiles`: the house styles that pages are read by."""

import click

from tei_encoder.cli.outcome import echo


@click.group(short_help="List the house styles, or show one.")
def profiles() -> None:
    """List the house styles (profiles) that pages are read by, or show one."""


@profiles.command("list", short_help="List the house styles.")
def list_profiles() -> None:
    """List the house styles, those of plug-ins included."""
    from tei_encoder.profiles import load, names

    echo("auto             Chooses one of these by the evidence of the page")
    for name in names():
        echo(f"{name:<16} {load(name).title}".rstrip())


@profiles.command("show", short_help="Show a house style as the parser uses it.")
@click.argument("name")
def show(name: str) -> None:
    """Show the house style NAME (or a TOML file) as the parser uses it."""
    from dataclasses import fields

    from tei_encoder.profiles import load

    profile = load(name)
    for field in fields(profile):
        echo(f"{field.name}: {getattr(profile, field.name)!r}")
