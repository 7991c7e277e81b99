"""`tei-encoder schema`: the user's own store of schemas."""

import click

from tei_encoder.cli.outcome import echo


@click.group(short_help="Keep schemas for `validate`.")
def schema() -> None:
    """Keep schemas for `validate`; `add` alone ever touches the network."""


@schema.command("list", short_help="List the schemas of the store.")
def list_stored() -> None:
    """List the schemas of the store: name, version, SHA-256, origin."""
    from tei_encoder.validate.store import list_schemas

    for stored in list_schemas():
        version = stored.version or "-"
        echo(f"{stored.name}  {version}  {stored.sha256[:12]}  {stored.origin}")


@schema.command("add", short_help="Put a schema into the store.")
@click.argument("name")
@click.argument("origin", required=False, metavar="[FILE-or-URL]")
@click.option("--sha256", metavar="DIGEST", help="Refuse any other file.")
def add(name: str, origin: str | None, sha256: str | None) -> None:
    """Put a schema into the store under NAME.

    tei_all and tei_all@VERSION know the TEI Consortium's addresses; any other name
    needs a file or an https address.
    """
    from tei_encoder.validate.store import add_schema

    stored = add_schema(name, origin, sha256_expected=sha256)
    echo(f"{stored.name} {stored.version}".rstrip())
    echo(f"sha256 {stored.sha256}")


@schema.command("remove", short_help="Take a schema out of the store.")
@click.argument("name")
def remove(name: str) -> None:
    """Take the schema NAME out of the store."""
    from tei_encoder.validate.store import remove_schema

    echo(f"removed {remove_schema(name).name}")


@schema.command("show", short_help="Say where a schema of the store came from.")
@click.argument("name")
def show(name: str) -> None:
    """Say where the schema NAME came from, its version, digest and place."""
    from tei_encoder.validate.store import show_schema

    stored = show_schema(name)
    for key in ("name", "version", "origin", "sha256", "path"):
        echo(f"{key}: {getattr(stored, key)}")
