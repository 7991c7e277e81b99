"""Makes a `Source` of the bytes of a file: one module per input format."""

from collections.abc import Mapping
from typing import Final, cast

from tei_encoder.errors import ReadError
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.source import Source
from tei_encoder.readers.rules import RULES
from tei_encoder.readers.signature import other_format
from tei_encoder.registry import load
from tei_encoder.registry import names as registered
from tei_encoder.stages import Reader

__all__ = ["READERS", "RULES", "SUFFIXES", "names", "read"]

#: input formats: name to `module:attribute`
READERS: Final[Mapping[str, str]] = {"text": "tei_encoder.readers.text:read"}

#: suffixes of the files that a folder is searched for, with their format
SUFFIXES: Final[Mapping[str, str]] = {".txt": "text", ".text": "text"}


def names() -> tuple[str, ...]:
    """Give the names of all input formats, those of plug-ins included."""
    return registered("readers", READERS)


def read(
    data: bytes,
    uri: str,
    *,
    format: str | None = None,  # noqa: A002 - the word that people use
    encoding: str | None = None,
) -> Outcome[Source]:
    """Read the bytes of a file called `uri`, of which the base name is kept.

    `format` names one of `READERS`; without it the bytes must be plain text.
    `encoding` is what the text is written in where it is not UTF-8.
    Raises `ReadError` naming place and remedy, or `UnknownNameError`.
    """
    name = _base_name(uri)
    if format is None and (found := other_format(data)):
        raise ReadError(
            f"looks like {found}, not like plain text",
            place=name,
            remedy="save it as plain text first, or ask for `--from text`",
        )
    reader = cast("Reader", load("readers", READERS, format or "text"))
    return reader(data, name, encoding=encoding)


def _base_name(uri: str) -> str:
    """Give the last step of a path, with U+FFFD for bytes that are no character."""
    name = uri.rstrip("/").rpartition("/")[2]
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
