"""How findings are shown: for people, for editors, for machines."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from typing import Final, cast

from tei_encoder.cli.render.findings import Findings, SourceText

__all__ = ["FORMATS", "Findings", "Renderer", "SourceText", "render"]

#: makes pieces of output of the findings of documents, as they arrive
Renderer = Callable[[Iterable[Findings]], Iterator[str]]

#: `--message-format` to module and function; each is imported when it is asked for
FORMATS: Final[Mapping[str, tuple[str, str]]] = {
    "full": ("text", "full"),
    "text": ("text", "full"),
    "concise": ("text", "concise"),
    "json": ("machine", "json_report"),
    "sarif": ("sarif", "sarif"),
    "github": ("github", "github"),
    "junit": ("junit", "junit"),
}


def render(name: str, documents: Iterable[Findings]) -> Iterator[str]:
    """Give the findings in the format `name`, piece by piece, without final newline.

    `json`, `sarif` and `junit` are one piece at the end; others follow the files.
    """
    module, function = FORMATS[name]
    renderer = getattr(import_module(f"{__name__}.{module}"), function)
    return cast("Renderer", renderer)(documents)
