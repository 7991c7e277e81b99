"""How findings are shown: for people, for editors, for machines."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from tei_encoder.cli.render.findings import Findings, SourceText
from tei_encoder.cli.render.github import github
from tei_encoder.cli.render.junit import junit
from tei_encoder.cli.render.machine import json_report
from tei_encoder.cli.render.sarif import sarif
from tei_encoder.cli.render.text import concise, full

__all__ = ["FORMATS", "Findings", "Renderer", "SourceText", "render"]

#: makes pieces of output of the findings of documents, as they arrive
Renderer = Callable[[Iterable[Findings]], Iterator[str]]

#: `--message-format`
FORMATS: Final[Mapping[str, Renderer]] = {
    "full": full,
    "text": full,
    "concise": concise,
    "json": json_report,
    "sarif": sarif,
    "github": github,
    "junit": junit,
}


def render(name: str, documents: Iterable[Findings]) -> Iterator[str]:
    """Give the findings in the format `name`, piece by piece, without final newline.

    `json`, `sarif` and `junit` are one piece at the end; others follow the files.
    """
    return FORMATS[name](documents)
