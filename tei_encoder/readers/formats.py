"""The input formats: who reads them, what they keep and what they lose."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Format:
    """An input format, one row of the table.

    `reader` is `module:attribute`; `suffixes` are in lower case, with their dot.
    `keeps` and `loses` tell people what of a file reaches the TEI; `extra` is the
    optional part of the package that the reader needs.
    `signed` tells that every sound file can be known by its content alone;
    `searched` that folders are searched for its suffixes also where `--from` does not
    ask for it: not for `.xml`, where the results lie, nor for tables of metadata.
    """

    name: str
    reader: str
    suffixes: tuple[str, ...]
    keeps: str
    loses: str
    extra: str = ""
    signed: bool = False
    searched: bool = True


#: a row per format, by name; a suffix of several formats belongs to the first
FORMATS: Final = (
    Format(
        name="text",
        reader="tei_encoder.readers.text:read",
        suffixes=(".txt", ".text"),
        keeps="every character, line ends and white space included",
        loses="nothing",
    ),
)
