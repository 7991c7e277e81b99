"""`tei-encoder decide`: a reviewer's ruling on words of a record."""

from pathlib import Path
from typing import Any

import click

from tei_encoder.cli import options


@click.command(short_help="Rule on words of a record: every rerun obeys.")
@click.argument(
    "file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--quote", metavar="WORDS", help="The words ruled on, as the page has.")
@click.option("--before", metavar="WORDS", help="What stands right before them.")
@click.option("--after", metavar="WORDS", help="What stands right after them.")
@click.option("--kind", metavar="KIND", help="The block with the words is a KIND.")
@click.option("--field", metavar="FIELD", help="With --kind: what it states.")
@click.option(
    "--label/--no-label",
    default=None,
    help="The words are, or are not, a speaker's label.",
)
@click.option("--speaker", metavar="NAME", help="NAME speaks the turn with the words.")
@click.option("--merge", nargs=2, metavar="A B", help="A and B are one person's names.")
@click.option("--part", nargs=2, metavar="A B", help="A and B are different people.")
@click.option(
    "--confirm",
    metavar="WHAT",
    help="The words are a person, organisation, place, date, time, measure, number, "
    "abbreviation or bracket.",
)
@click.option("--reject", metavar="WHAT", help="The words are none; also: name.")
@click.option("--header", metavar="ELEMENT", help="Title, date, place ... of it.")
@click.option("--value", help="With --confirm or --header: the value or normal form.")
@click.option("--ref", metavar="URI", help="With --confirm: who or what it is.")
@click.option("--note", metavar="TEXT", help="Your note on the words.")
@click.option("--reviewed", is_flag=True, help="You have read all, and stand for it.")
@click.option("--by", metavar="NAME", help="Who rules.")
@click.option("--when", metavar="DATE", help="When, as you want it written.")
@click.option("--why", metavar="TEXT", help="Why, in a few words.")
@click.option(
    "--list",
    "listing",
    is_flag=True,
    help="Show the rulings; exit code 1 if any fails.",
)
@click.option(
    "--decisions",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where the rulings are kept; default: NAME.decisions.toml beside FILE.",
)
@options.reading
@click.pass_context
def decide(ctx: click.Context, /, **values: Any) -> None:  # noqa: ANN401 - see `Decision`
    """Rule on words of FILE, so that `convert` and `segment` obey from now on.

    The ruling is appended to the file of decisions, keyed by the words themselves:
    it survives every edit of the source that leaves them their surroundings.
    Nothing is written where the words are not found, are found in several places, or
    leave nothing to rule on.
    """
    from tei_encoder.cli.decision import Decision
    from tei_encoder.cli.ruling import list_rulings, write_ruling

    asked = Decision(**values)
    ctx.exit(list_rulings(asked) if asked.listing else write_ruling(asked))
