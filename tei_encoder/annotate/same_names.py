"""The entries of authority files that bear exactly a name."""

import unicodedata
from functools import lru_cache

from tei_encoder.model.authority import AuthorityEntry, AuthorityTable
from tei_encoder.model.record import Entity, NameType

_Names = dict[str, tuple[AuthorityEntry, ...]]


def entries_named(table: AuthorityTable, entity: Entity) -> tuple[AuthorityEntry, ...]:
    """Give the entries that may be meant by an entity's names, in the table's order.

    Those of its kind, or of none that the file tells. A printed label counts only
    where no other form is of an entry.
    """
    for labels in (False, True):
        found = [
            entry
            for name in entity.names
            if (name.type is NameType.LABEL) is labels
            for entry in _by_name(table).get(same(name.text), ())
            if entry.kind in {entity.kind, None}
        ]
        if found:
            return tuple({id(entry): entry for entry in found}.values())
    return ()


def same(name: str) -> str:
    """Reduce a name to what is compared: NFC, no case, single spaces."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


@lru_cache(maxsize=1)
def _by_name(table: AuthorityTable) -> _Names:
    found: _Names = {}
    for entry in table.entries:
        for form in dict.fromkeys(map(same, entry.forms)):
            found[form] = (*found.get(form, ()), entry)
    return found
