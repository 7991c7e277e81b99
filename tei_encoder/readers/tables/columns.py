"""Which column of a table says what: by its name in many languages, or by option."""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import Final

from tei_encoder.errors import ReadError
from tei_encoder.language.load import languages, words
from tei_encoder.registry import suggestion

#: the table of words of `language/data`
_TABLE: Final = "columns"
OPTION: Final = "--columns"
_BETWEEN: Final = re.compile(r"[\s_\-.]+")


class Role(StrEnum):
    """What a column says of a turn, or of the record."""

    SPEAKER = "speaker"
    TEXT = "text"
    START = "start"
    END = "end"
    NOTE = "note"
    TITLE = "title"
    DATE = "date"
    PLACE = "place"
    LANGUAGE = "language"


def columns_of(header: Sequence[str], asked: str | None, place: str) -> dict[Role, int]:
    """Give the column of each role, as far as there is one; words there must be.

    `asked` is what the option says: `speaker=Who,text=Said`; a number instead of a
    name counts the columns from 1. Of several fitting names the commonest counts.
    Raises `ReadError` naming the columns there are.
    """
    told = dict(_asked(header, asked, place)) if asked else {}
    found = told | {
        role: number
        for role, number in _named(header)
        if role not in told and number not in told.values()
    }
    if Role.TEXT not in found:
        raise _wrong(
            "no column of words (text)", header, place, f"name it: {OPTION} text=NAME"
        )
    return found


def has_words(header: Sequence[str]) -> bool:
    """Tell whether a row looks like the names of columns: one of them of words."""
    return any(role is Role.TEXT for role, _ in _named(header))


def headless(asked: str | None) -> bool:
    """Tell whether the option counts all columns: then the first row is no header."""
    pairs = [part.partition("=") for part in (asked or "").split(",")]
    return bool(asked) and all(value.strip().isdecimal() for *_, value in pairs)


def _named(header: Sequence[str]) -> Iterator[tuple[Role, int]]:
    keys = [_key(name) for name in header]
    for role in Role:
        ranked = _names(role)
        fitting = [(ranked[key], n) for n, key in enumerate(keys) if key in ranked]
        if fitting:
            yield role, min(fitting)[1]


@cache
def _names(role: Role) -> Mapping[str, int]:
    """Give the names of a role in all languages; the commonest of each first."""
    ranked = {role.value: 0}
    for tag in languages():
        for rank, name in enumerate(words(tag, _TABLE).get(role.value, ())):
            ranked[_key(name)] = min(rank, ranked.get(_key(name), rank))
    return ranked


def _key(name: str) -> str:
    return _BETWEEN.sub(" ", name.casefold()).strip(" :")


def _asked(header: Sequence[str], asked: str, place: str) -> Iterator[tuple[Role, int]]:
    for pair in asked.split(","):
        role, _, name = (part.strip() for part in pair.partition("="))
        if role not in set(Role) or not name:
            raise ReadError(
                f"{pair.strip()!r} is not of the form {'|'.join(Role)}=NAME",
                place=OPTION,
                remedy=suggestion(role, tuple(known.value for known in Role)),
            )
        yield Role(role), _number(header, name, place)


def _number(header: Sequence[str], name: str, place: str) -> int:
    keys = [_key(column) for column in header]
    if name in header:
        return list(header).index(name)
    if _key(name) in keys:
        return keys.index(_key(name))
    if name.isdecimal() and 1 <= int(name) <= len(header):
        return int(name) - 1
    remedy = suggestion(name, tuple(filter(None, header)))
    raise _wrong(f"no column {name!r}", header, place, remedy)


def _wrong(message: str, header: Sequence[str], place: str, remedy: str) -> ReadError:
    listed = ", ".join(repr(name) for name in header[:30]) or "none"
    return ReadError(f"{message}; found {listed}", place=place, remedy=remedy)
