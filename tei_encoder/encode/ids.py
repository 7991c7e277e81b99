"""Identifiers: unique, deterministic, valid as `xml:id` (NCName, XML Namespaces 3)."""

import re
from dataclasses import dataclass, field

#: the characters that may begin and continue an NCName (XML 1.0, 2.3; no colon)
_START = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff"
    "\u200c\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd"
    "\U00010000-\U000effff"
)
_OTHER = re.compile(f"[^{_START}.0-9\u00b7\u0300-\u036f\u203f\u2040-]+")
_STARTS = re.compile(f"[{_START}]")
_WORDS = re.compile(r"\W+")


def ncname(text: str) -> str:
    """Give `text` as an NCName: what it may not hold becomes a hyphen.

    What may not begin one gets `r-` before it, so that no two digits are lost.
    """
    name = _OTHER.sub("-", text)
    return name if _STARTS.match(name) else f"r-{name}"


def slug(text: str) -> str:
    """Give the letters and digits of `text`, of any script, lowercase, hyphenated."""
    return _WORDS.sub("-", text.lower()).replace("_", "-").strip("-") or "x"


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
        return self._unique(f"{self.record}.{_OTHER.sub('-', name)}")

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
