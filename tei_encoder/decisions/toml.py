"""Reads a file of decisions, strictly: what is not understood is refused."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from tei_encoder.configuration import check_keys, read_toml
from tei_encoder.decisions.entry import QUOTING, SIGNING, VERBS, Entry, wrong
from tei_encoder.decisions.saying import action_of
from tei_encoder.errors import ConfigurationError
from tei_encoder.model.decision import Decisions, Quote, Review, Ruling

#: of the file beside a source: `record.txt` has `record.decisions.toml`
SUFFIX: Final = ".decisions.toml"
_MORE: Final = ("field", "value", "ref")
_REVIEW: Final = ("text", *SIGNING)
_RULING: Final = (*QUOTING, *VERBS, *_MORE, *SIGNING)


def beside(source: Path) -> Path:
    """Give the path of the file of decisions beside a source."""
    return source.with_name(f"{source.stem}{SUFFIX}")


def load_decisions(path: Path) -> Decisions:
    """Read a file of decisions.

    Raises `ConfigurationError` with file and line for what is not valid TOML, a key or
    name that does not exist (and the nearest that does), and a value of a wrong form.
    """
    tables, text = read_toml(path)
    return _decisions(tables, text, path.name)


def parse_decisions(text: str, name: str) -> Decisions:
    """Read the text of a file of decisions called `name`, as `load_decisions` does."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(
            f"not valid TOML: {error}", place=name, remedy="mend that line"
        ) from error
    return _decisions(tables, text, name)


def _decisions(tables: Mapping[str, Any], text: str, name: str) -> Decisions:
    check_keys(tables, ("ruling", "review"), text=text, name=name)
    return Decisions(
        name,
        tuple(map(_ruling, _entries(tables, "ruling", _RULING, text, name))),
        tuple(map(_review, _entries(tables, "review", _REVIEW, text, name))),
    )


def _entries(
    tables: Mapping[str, Any],
    heading: str,
    known: tuple[str, ...],
    text: str,
    name: str,
) -> Iterator[Entry]:
    tables_given = tables.get(heading, [])
    listed = tables_given if isinstance(tables_given, list) else [tables_given]
    for nth, table in enumerate(listed):
        if not isinstance(table, dict) or listed is not tables_given:
            raise ConfigurationError(
                f"{heading} must be tables [[{heading}]]",
                place=name,
                remedy=f"begin each with a line [[{heading}]]",
            )
        check_keys(table, known, text=text, name=name, heading=(heading, nth))
        yield Entry(table, heading, nth, text, name)


def _ruling(entry: Entry) -> Ruling:
    quote = _quote(entry)
    return Ruling(
        action_of(entry, quoted=quote is not None),
        by=entry.needed("by"),
        quote=quote,
        when=entry.text("when"),
        why=entry.text("why"),
        line=entry.line(),
    )


def _quote(entry: Entry) -> Quote | None:
    exact = entry.text("quote")
    if exact is None:
        for key in QUOTING:
            if key in entry.table:
                raise wrong(entry, key, f"{key} without quote", 'add quote = "..."')
        return None
    before, after = entry.context("before"), entry.context("after")
    return Quote(exact, before, after, entry.offset("at"))


def _review(entry: Entry) -> Review:
    by, when, why = entry.needed("by"), entry.text("when"), entry.text("why")
    return Review(by, when, why, entry.text("text"))
