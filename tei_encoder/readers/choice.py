"""Chooses the format of a file: by its content, then by its suffix."""

from pathlib import PurePosixPath

from tei_encoder.errors import ReadError
from tei_encoder.model.diagnostic import Diagnostic, Outcome
from tei_encoder.readers.formats import FORMATS, Format
from tei_encoder.readers.likeness import Likeness
from tei_encoder.readers.rules import MISLEADING_SUFFIX
from tei_encoder.readers.signature import likeness

#: how much of a file is looked at to tell text from binary data
_SAMPLE = 65536


def choose(data: bytes, name: str) -> Outcome[str]:
    """Give the name of the format of `data`, the content of a file called `name`.

    What the content says holds, and a suffix that says otherwise is a finding.
    Where it says nothing (plain text, Markdown, CSV ...), the suffix is believed.
    Raises `ReadError` for what is known, but cannot be read.
    """
    suffix = PurePosixPath(name.lower()).suffix
    by_suffix = next((row for row in FORMATS if suffix in row.suffixes), None)
    found = likeness(data)
    if found is None:
        return _by_suffix(by_suffix, data, suffix)
    row = next((row for row in FORMATS if row.name == found.format), None)
    if row is None:
        raise _not_read(found, name)
    if by_suffix is None or suffix in row.suffixes:
        return Outcome(row.name)
    return Outcome(row.name, (_misleading(suffix, found.words, row.name),))


def _by_suffix(row: Format | None, data: bytes, suffix: str) -> Outcome[str]:
    """Believe the suffix, unless the content would have to show that it is right."""
    if row is None:
        return Outcome("text")
    if row.signed and b"\0" not in data[:_SAMPLE]:
        return Outcome("text", (_misleading(suffix, "plain text", "text"),))
    return Outcome(row.name)


def _misleading(suffix: str, words: str, name: str) -> Diagnostic:
    return Diagnostic(
        MISLEADING_SUFFIX,
        f"the suffix is {suffix}, but the content is {words}; read as {name}",
        help="rename the file, or name its format with --from",
        source="readers",
    )


def _not_read(found: Likeness, name: str) -> ReadError:
    return ReadError(
        f"looks like {found.words}, which cannot be read",
        place=name,
        remedy=found.remedy or "save it as plain text first, or ask for `--from text`",
    )
