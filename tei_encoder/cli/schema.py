"""`tei-encoder schema`: the user's own store of schemas, and what they allow."""

import click

from tei_encoder.cli.outcome import FOUND, echo, echo_error
from tei_encoder.version import VERSION


@click.group(short_help="Keep schemas for `validate`, ask what they allow.")
def schema() -> None:
    """Keep schemas for `validate`, and ask what they allow.

    `add` alone ever touches the network.
    """


@schema.command("list", short_help="List the schemas of the store.")
def list_stored() -> None:
    """List the schemas of the store: name, version, SHA-256, origin.

    `conversation` comes with this program and needs no adding.
    """
    from tei_encoder.validate.schema_choice import CONVERSATION
    from tei_encoder.validate.store import list_schemas

    echo(f"{CONVERSATION}  {VERSION}  built in")
    stored = list_schemas()
    for one in stored:
        echo(f"{one.name}  {one.version or '-'}  {one.sha256[:12]}  {one.origin}")
    if not stored:
        echo_error("the store is empty: `tei-encoder schema add tei_all` fills it")


@schema.command("add", short_help="Put a schema into the store.")
@click.argument("name")
@click.argument("origin", required=False, metavar="[FILE-or-URL]")
@click.option("--sha256", metavar="DIGEST", help="Refuse any other file.")
def add(name: str, origin: str | None, sha256: str | None) -> None:
    """Put a schema into the store under NAME.

    tei_all and tei_all@VERSION know the TEI Consortium's addresses; any other name
    needs a file or an https address: .rng, .rnc or .sch. What the file draws in by
    relative paths comes with it.
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


@schema.command("show", short_help="Say where a schema came from, or what it allows.")
@click.argument("name")
@click.argument("element", required=False)
def show(name: str, element: str | None) -> None:
    """Say where the schema NAME came from: version, digest and place.

    With ELEMENT, say in words what that element may hold, where it may stand and
    which attributes it takes. NAME may be a file, too.
    """
    from tei_encoder.validate.schema_choice import schema_at
    from tei_encoder.validate.store import list_schemas

    if element:
        from tei_encoder.cli.element_words import in_words
        from tei_encoder.validate.element_view import view_element

        echo(in_words(view_element(schema_at(name), element)))
        return
    for stored in list_schemas():
        if stored.name == name:
            for key in ("name", "version", "origin", "sha256", "path"):
                echo(f"{key}: {getattr(stored, key)}")
            return
    echo(f"name: {name}\npath: {schema_at(name)}")


@schema.command("subset", short_help="Decide whether all documents of A are ones of B.")
@click.argument("inner", metavar="A")
@click.argument("outer", metavar="B")
@click.pass_context
def subset(ctx: click.Context, inner: str, outer: str) -> None:
    """Decide whether every document of schema A is one of schema B.

    A and B are names or files. That it is a subset is proven, not sampled: content
    models, attributes and their datatypes are compared element by element. Exit code
    1, and a path with what differs there, for each pair of elements that differs.
    Schematron is not compared.
    """
    from tei_encoder.validate.inclusion import find_counterexamples
    from tei_encoder.validate.schema_choice import schema_at

    found = find_counterexamples(schema_at(inner), schema_at(outer))
    for example in found:
        echo(f"/{'/'.join(example.path)}: {example.reason}")
    if found:
        echo_error(f"{inner} is no subset of {outer}: {len(found)} differences")
        ctx.exit(FOUND)
    echo_error(f"{inner} is a subset of {outer}")
