"""How the citations of an archive number what it keeps: `[citation.NAME]` of a profile.

A table has `names` (how the archive is printed) and any of: `levels`, what its pieces
are in order where no word tells; a level with the words before its number
(`file = ["d", "delo"]`); and `forms` of a piece that holds several
(`"{fonds} {series}/{file}"`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tei_encoder.configuration import check_keys
from tei_encoder.errors import ConfigurationError

#: levels of description by ISAD(G) 3.1.4, and what shelf marks count besides
LEVELS = ("fonds", "series", "box", "file", "item", "pages", "volume", "year")
KEYS = ("names", "levels", "forms", *LEVELS)
PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive as citations print it.

    `names` are its printed forms, `levels` what pieces without a word are in order;
    `words` gives, for a word before a number, what it numbers; `forms` are patterns
    whose groups are levels.
    """

    names: tuple[str, ...]
    levels: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    forms: tuple[re.Pattern[str], ...] = ()


def read_archives(
    table: Mapping[str, Any], *, text: str, file: str
) -> dict[str, Archive]:
    """Read the `[citation]` table of a profile.

    Raises `ConfigurationError` naming the file, the key and what to write.
    """
    found: dict[str, Archive] = {}
    for name, given in table.items():
        if not isinstance(given, Mapping):
            raise _wrong(f"citation.{name}", file, f'[citation.{name}] names = ["…"]')
        check_keys(given, KEYS, text=text, name=file)
        for key, value in given.items():
            if not isinstance(value, list) or not all(
                isinstance(word, str) for word in value
            ):
                raise _wrong(f"citation.{name}.{key}", file, f'{key} = ["…", "…"]')
        found[name] = _archive(name, given, text, file)
    return found


def _archive(
    name: str, given: Mapping[str, list[str]], text: str, file: str
) -> Archive:
    check_keys(dict.fromkeys(given.get("levels", ())), LEVELS, text=text, name=file)
    held = [level for form in given.get("forms", ()) for level in _held(form)]
    check_keys(dict.fromkeys(held), LEVELS, text=text, name=file)
    words = {w.casefold(): lev for lev in LEVELS for w in given.get(lev, ())}
    return Archive(
        names=tuple(given.get("names", (name,))),
        levels=tuple(given.get("levels", ())),
        words=words,
        forms=tuple(_pattern(form) for form in given.get("forms", ())),
    )


def _held(form: str) -> list[str]:
    return PLACEHOLDER.findall(form)


def _pattern(form: str) -> re.Pattern[str]:
    """Make an expression of a form: each level is a word without white space or `/`."""
    parts = PLACEHOLDER.split(form)
    return re.compile(
        "".join(
            rf"(?P<{part}>[^\s/,;]+)" if number % 2 else re.escape(part)
            for number, part in enumerate(parts)
        )
    )


def _wrong(key: str, file: str, remedy: str) -> ConfigurationError:
    return ConfigurationError(
        f"{key} is no list of strings", place=file, remedy=f"write {remedy}"
    )
