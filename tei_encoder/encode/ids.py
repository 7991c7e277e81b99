"""Identifiers: unique, deterministic, valid as `xml:id` (NCName)."""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache

from tei_encoder.encode.name_characters import MORE, START
from tei_encoder.model.identifiers import hyphenated

_OTHER_IN_ASCII = re.compile(r"[^\w.-]", re.ASCII)
_LATER = re.compile(f"[{MORE}-]")


def ncname(text: str) -> str:
    """Give `text` as an NCName that every validator takes.

    What may not begin one gets `r-` before it. A letter or mark of a script that they
    do not know becomes its code point (`u12a0`), anything else a hyphen.
    """
    name = fit(text)
    return f"r-{name}" if not name or _LATER.match(name) else name


def fit(text: str) -> str:
    """Give `text` as the rest of an NCName."""
    other = _OTHER_IN_ASCII if text.isascii() else _other()
    return other.sub(_substitute, text)


@cache
def _other() -> re.Pattern[str]:
    """Give what no name holds: of so many scripts that most runs can spare it."""
    return re.compile(f"[^{START}{MORE}-]")


def _substitute(match: re.Match[str]) -> str:
    kept = unicodedata.category(match[0])[0] in "LNM"
    return f"u{ord(match[0]):04x}" if kept else "-"


def slug(text: str) -> str:
    """Give the letters and digits of `text`, of any script, lowercase, hyphenated."""
    return hyphenated(text) or "x"


def token(text: str) -> str:
    """Give `text` as one token for `@type` or `@role` (teidata.enumerated)."""
    return "-".join("".join(c if c.isprintable() else " " for c in text).split()) or "x"


@dataclass(slots=True)
class Ids:
    """Hands out the ids of one document; each begins with the record's id and a dot."""

    record: str
    taken: set[str] = field(default_factory=set)
    counts: dict[str, int] = field(default_factory=dict)

    def claim(self, name: str) -> str:
        """Give the id for `name`; a second claim of a name gets `-2`, and so on."""
        return self._unique(f"{self.record}.{fit(name)}")

    def number(self, name: str) -> str:
        """Give the next id of a series: `u1`, `u2`, ..."""
        self.counts[name] = self.counts.get(name, 0) + 1
        return self._unique(f"{self.record}.{name}{self.counts[name]}")

    def _unique(self, wanted: str) -> str:
        given, number = wanted, 1
        while given in self.taken:
            number += 1
            given = f"{wanted}-{number}"
        self.taken.add(given)
        return given
