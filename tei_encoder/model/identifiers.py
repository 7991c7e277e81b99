"""Ids of entities: short, readable, made of the name alone."""

import unicodedata

#: an id is no copy of a line: whole words up to so many characters
LONGEST = 48


def hyphenated(text: str) -> str:
    """Reduce a text to its letters and digits, lowercase, with hyphens between words.

    Letters keep their marks: those of Indic scripts are vowels.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    kept = (char if unicodedata.category(char)[0] in "LNM" else " " for char in plain)
    return "-".join("".join(kept).split())


def slug(name: str) -> str:
    """Reduce a name to what an id may hold, of readable length."""
    parts = hyphenated(name).split("-")
    while len(parts) > 1 and len("-".join(parts)) > LONGEST:
        parts.pop()
    return "-".join(parts)[:LONGEST] or "x"


def new_id(prefix: str, name: str, taken: set[str]) -> str:
    """Give the id of a name, numbered from the second of its kind on; it is taken."""
    stem = new = f"{prefix}-{slug(name)}"
    number = 1
    while new in taken:
        number += 1
        new = f"{stem}-{number}"
    taken.add(new)
    return new
