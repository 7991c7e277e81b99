"""Ids of entities: short, readable, made of the name alone."""

import unicodedata

#: an id is no copy of a line: whole words up to so many characters
LONGEST = 48


def slug(name: str) -> str:
    """Reduce a name to what an id may hold: letters, digits and hyphens, lowercase."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    kept = "".join(
        char if char.isalnum() or unicodedata.combining(char) else "-" for char in plain
    )
    parts = [part for part in kept.split("-") if part]
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
