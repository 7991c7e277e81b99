"""`tei-encoder corpus`: many records as one `teiCorpus`."""

from pathlib import Path
from typing import Any

import click


@click.command(short_help="Make one corpus (teiCorpus) of many records.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    required=True,
    help="Where the corpus goes.",
)
@click.option(
    "--title", default="Corpus of records", show_default=True, help="Its title."
)
@click.option(
    "--id", "identifier", default="corpus", show_default=True, help="Its xml:id."
)
@click.option(
    "--xinclude",
    is_flag=True,
    help="Include the records from their files; default: hold them.",
)
@click.pass_context
def corpus(ctx: click.Context, /, **values: Any) -> None:  # noqa: ANN401 - see `CorpusRequest`
    """Make a corpus of INPUT: files of TEI, or folders of them.

    Its header has everybody who takes part once (see `people` for who is one person),
    and each kind of record once; @corresp points to them in the records, which stay as
    they are. The corpus is validated before it is written.
    """
    from tei_encoder.cli.gathering import CorpusRequest, write_corpus

    ctx.exit(write_corpus(CorpusRequest(**values)))
