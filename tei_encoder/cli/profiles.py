"""`tei-encoder profiles`: the house styles that pages are read by."""

from pathlib import Path

import click

from tei_encoder.cli.outcome import echo

_RECORDS = click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE...",
    type=click.Path(path_type=Path),
)


@click.group(short_help="List the house styles, propose or check one of your own.")
def profiles() -> None:
    """List the house styles (profiles) that pages are read by; make one of your own."""


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


@profiles.command("new", short_help="Propose a house style from example records.")
@_RECORDS
@click.option(
    "-o",
    "--output",
    metavar="PROFILE.toml",
    type=click.Path(path_type=Path),
    help="File to write; default: standard output. A file is never overwritten.",
)
def new(files: tuple[Path, ...], output: Path | None) -> None:
    """Propose a house style from a few example records of a collection.

    The TOML holds what the records share and the parser does not know yet, each key
    with its reason. Look at every line, then read with `--profile PROFILE.toml`.
    """
    from tei_encoder.cli.house_style import proposed

    text = proposed(files, output)
    if text:
        click.echo(text, nl=False)


@profiles.command("check", short_help="Tell what each key of a house style did.")
@click.argument("profile", metavar="PROFILE")
@_RECORDS
@click.option(
    "--format",
    "layout",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="For people, or for programs.",
)
@click.pass_context
def check(
    ctx: click.Context, /, profile: str, files: tuple[Path, ...], layout: str
) -> None:
    """Tell what each key of PROFILE (a name or a TOML file) did on records.

    Each FILE is read with the key and without it. Exit code 1 when a key did nothing
    on any of them.
    """
    from tei_encoder.cli.house_style import checked

    text, code = checked(profile, files, layout)
    echo(text)
    ctx.exit(code)
