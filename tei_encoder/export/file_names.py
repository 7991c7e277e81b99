"""Names of files that every file system, archive and web server takes."""

import re
import unicodedata
from typing import Final

#: a name and its suffixes must fit into 255 bytes, also below a longer path
LONGEST: Final = 80
_OTHER: Final = re.compile(r"[^a-z0-9]+")
#: names that Windows keeps for devices
_DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul"}
    | {f"{d}{n}" for d in ("com", "lpt") for n in range(10)}
)


def safe_stem(name: str) -> str:
    """Give a name as ASCII letters, digits and hyphens, lowercase, never empty.

    Letters of other scripts are romanized where `anyascii` is there (extra `slugs`);
    else accents fall away and what is left becomes its code point (`u0411`).
    """
    plain = _OTHER.sub("-", _romanized(name).lower()).strip("-")
    stem = plain[:LONGEST].strip("-") or "record"
    return f"{stem}-record" if stem in _DEVICES else stem


class Stems:
    """Hands out stems, each once."""

    def __init__(self) -> None:
        """Begin with none taken."""
        self._taken: set[str] = set()

    def claim(self, name: str) -> tuple[str, bool]:
        """Give the stem of a name and whether it had to be numbered."""
        stem = given = safe_stem(name)
        number = 1
        while given in self._taken:
            number += 1
            given = f"{stem}-{number}"
        self._taken.add(given)
        return given, number > 1


def _romanized(name: str) -> str:
    if name.isascii():
        return name
    try:
        from anyascii import anyascii  # noqa: PLC0415 - optional
    except ImportError:
        return coded(name)
    romanized: str = anyascii(name)
    return romanized


def coded(name: str) -> str:
    """Give a name in ASCII without any table of scripts."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(
        c if c.isascii() else f"-u{ord(c):04x}"
        for c in plain
        if not unicodedata.combining(c)
    )
