"""Writes a ruling as people would: a table of TOML with one key a line."""

import json
from collections.abc import Iterable, Iterator
from typing import Final

from tei_encoder.model.decision import (
    Action,
    Confirm,
    Describe,
    Labelling,
    Merge,
    Part,
    Quote,
    Reject,
    Relabel,
    Remark,
    Review,
    Ruling,
    SetSpeaker,
)

#: what TOML does not take as it is and JSON does
_DELETE: Final = "\x7f"
#: what a key of a ruling holds
Value = str | int | bool | tuple[str, ...]


def ruling_toml(ruling: Ruling) -> str:
    """Give a ruling as a table `[[ruling]]`."""
    return table_toml(
        "ruling",
        (*_quoted(ruling.quote), *_said(ruling.action), *_signed(ruling)),
    )


def review_toml(review: Review) -> str:
    """Give a review as a table `[[review]]`."""
    return table_toml("review", (("text", review.text), *_signed(review)))


def _quoted(quote: Quote | None) -> Iterator[tuple[str, Value | None]]:
    if quote is not None:
        yield "quote", quote.exact
        yield "before", quote.before or None
        yield "after", quote.after or None
        yield "at", quote.at


def _said(action: Action) -> Iterator[tuple[str, Value | None]]:
    match action:
        case Relabel(kind, field):
            yield from (("kind", str(kind)), ("field", field and str(field)))
        case Labelling(stands):
            yield "label", stands
        case SetSpeaker(name):
            yield "speaker", name
        case Merge(names):
            yield "merge", names
        case Part(names):
            yield "part", names
        case Confirm(claim, value, ref):
            yield from (("confirm", str(claim)), ("value", value), ("ref", ref))
        case Reject(claim):
            yield "reject", str(claim)
        case Describe(element, value):
            yield from (("header", str(element)), ("value", value))
        case Remark(text):
            yield "note", text


def _signed(signed: Ruling | Review) -> Iterator[tuple[str, Value | None]]:
    yield from (("by", signed.by), ("when", signed.when), ("why", signed.why))


def table_toml(name: str, pairs: Iterable[tuple[str, Value | None]]) -> str:
    """Give a table of an array in TOML, without the keys that have no value."""
    rows = [f"{key} = {_toml(value)}\n" for key, value in pairs if value is not None]
    return f"[[{name}]]\n{''.join(rows)}"


def _toml(value: Value) -> str:
    """Give a value in TOML, whose strings, lists and numbers are those of JSON."""
    written = json.dumps(value, ensure_ascii=False)
    return written.replace(_DELETE, "\\u007f")
