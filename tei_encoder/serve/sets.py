"""Sets of records: by the collection that keeps the original, and by genre."""

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from tei_encoder.export.file_names import coded
from tei_encoder.model.catalogue import CatalogueEntry
from tei_encoder.serve.item import RecordSet

COLLECTION: Final = "collection"
GENRE: Final = "genre"
#: the sets that hold the others
KINDS: Final = (RecordSet(COLLECTION, "Collections"), RecordSet(GENRE, "Genres"))
#: of these a name for programs may consist (OAI-PMH 2.0, section 2.6)
SPEC: Final = re.compile(r"[A-Za-z0-9\-_.!~*'()]+(:[A-Za-z0-9\-_.!~*'()]+)*")
_OTHER: Final = re.compile(r"[^a-z0-9]+")
_PLAIN: Final = re.compile(r"[a-z0-9 -]*")
_LONGEST: Final = 64
_SHOWN_DIGITS: Final = 6


def sets_of(entry: CatalogueEntry) -> Iterator[RecordSet]:
    """Give the sets to which a record belongs; none where nothing is told."""
    collection = entry.original.collection or entry.series
    if collection:
        yield RecordSet(f"{COLLECTION}:{spec_of(collection)}", collection)
    if entry.genre:
        yield RecordSet(f"{GENRE}:{spec_of(entry.genre.text)}", entry.genre.text)


def spec_of(name: str) -> str:
    """Give the name of a set in ASCII letters, digits and hyphens.

    Names that differ in more than case and spaces never share one: where characters
    were lost, some digits of the name's SHA-256 follow.
    """
    words = " ".join(name.lower().split())
    plain = _OTHER.sub("-", coded(words)).strip("-")
    kept = plain == words.replace(" ", "-") == plain[:_LONGEST]
    if plain and kept and _PLAIN.fullmatch(words):
        return plain
    digits = sha256(words.encode()).hexdigest()[:_SHOWN_DIGITS]
    return f"{plain[:_LONGEST].strip('-') or 'set'}-{digits}"


def kind_of(spec: str) -> str | None:
    """Give the set that holds another; None for the outermost."""
    outer, parted, _ = spec.rpartition(":")
    return outer if parted else None
