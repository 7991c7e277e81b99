"""Makes a `Source` of the bytes of a file: one module or folder per input format."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, cast

from tei_encoder.errors import ReadError
from tei_encoder.model.diagnostic import Diagnostic, Outcome, Rule
from tei_encoder.model.source import Source
from tei_encoder.readers import rules
from tei_encoder.readers.captions import rules as captions_rules
from tei_encoder.readers.choice import choose
from tei_encoder.readers.damage import damage
from tei_encoder.readers.formats import FORMATS
from tei_encoder.readers.html import rules as html_rules
from tei_encoder.readers.mail import rules as mail_rules
from tei_encoder.readers.markdown import rules as markdown_rules
from tei_encoder.readers.ocr import rules as ocr_rules
from tei_encoder.readers.office import rules as office_rules
from tei_encoder.readers.pdf import rules as pdf_rules
from tei_encoder.readers.tables import rules as tables_rules
from tei_encoder.readers.tei import rules as tei_rules
from tei_encoder.registry import load
from tei_encoder.registry import names as registered

__all__ = ["FORMATS", "READERS", "RULES", "SUFFIXES", "names", "read"]

#: input formats: name to `module:attribute`
READERS: Final[Mapping[str, str]] = {row.name: row.reader for row in FORMATS}

#: suffixes of the files that a folder is searched for, with their format
SUFFIXES: Final[Mapping[str, str]] = {
    suffix: row.name for row in reversed(FORMATS) for suffix in row.suffixes
}

#: what more can be asked of the readers of formats
OPTIONS: Final[Mapping[str, tuple[str, ...]]] = {
    row.name: row.options for row in FORMATS if row.options
}
NO_OPTIONS: Final[Mapping[str, str]] = MappingProxyType({})

#: findings on any file, then those of single formats (one line each)
RULES: Final[tuple[Rule, ...]] = (
    *rules.RULES,
    *captions_rules.RULES,
    *html_rules.RULES,
    *mail_rules.RULES,
    *markdown_rules.RULES,
    *office_rules.RULES,
    *ocr_rules.RULES,
    *pdf_rules.RULES,
    *tables_rules.RULES,
    *tei_rules.RULES,
)


def names() -> tuple[str, ...]:
    """Give the names of all input formats, those of plug-ins included."""
    return registered("readers", READERS)


def read(
    data: bytes,
    uri: str,
    *,
    format: str | None = None,  # noqa: A002 - the word that people use
    encoding: str | None = None,
    options: Mapping[str, str] = NO_OPTIONS,
) -> Outcome[Source]:
    """Read the bytes of a file called `uri`, of which the base name is kept.

    `format` names one of `READERS`; without it the content decides, then the suffix.
    `encoding` is what the text is written in where the bytes do not say; `options`
    are for formats that know them (`Format.options`): others report them.
    Raises `ReadError` naming place and remedy, `MissingExtraError` naming what to
    install, or `UnknownNameError`.
    """
    name = _base_name(uri)
    if not data:
        raise ReadError("the file is empty", place=name, remedy="give a file with text")
    chosen = Outcome(format) if format else choose(data, name)
    reader = cast(
        "Callable[..., Outcome[Source]]", load("readers", READERS, chosen.value)
    )
    known = OPTIONS.get(chosen.value, ())
    used = {option: value for option, value in options.items() if option in known}
    found = reader(data, name, encoding=encoding, **used)
    unused = _unused(options, known, chosen.value)
    findings = (
        *chosen.diagnostics,
        *unused,
        *found.diagnostics,
        *damage(found.value.text),
    )
    return Outcome(found.value, findings)


def _unused(
    options: Mapping[str, str], known: tuple[str, ...], name: str
) -> Iterator[Diagnostic]:
    for option in sorted(options):
        if option not in known:
            message = f"--{option} says nothing about files of the format {name}"
            yield Diagnostic(rules.OPTION_NOT_USED, message, source="readers")


def _base_name(uri: str) -> str:
    """Give the last step of a path, with U+FFFD for bytes that are no character."""
    name = uri.rstrip("/").rpartition("/")[2]
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
