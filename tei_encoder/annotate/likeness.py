"""Names of authority files that are like a name: to suggest, never to decide."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from tei_encoder.model.authority import AuthorityEntry, AuthorityTable
from tei_encoder.model.record import Entity, NameType

#: share of letters in the same order from which a name is worth a look
ALIKE = 0.8
MOST = 3
SHORTEST_WORD = 3
#: a word that so many names share tells nothing
COMMON = 200
#: letters with a stroke or without a dot, which Unicode does not take apart
STROKES = str.maketrans("łøđħŧı", "lodhti")
NOT_ALNUM = re.compile("[^A-Za-z0-9]+")
_Index = dict[str, list[tuple[str, AuthorityEntry]]]


def alike(table: AuthorityTable, entity: Entity) -> tuple[AuthorityEntry, ...]:
    """Give the entries of the same kind with the most similar names, best first.

    Those that have the same letters and digits, whatever their accents, or that
    share a word and most letters.
    """
    index = _by_word(table)
    best: dict[int, tuple[float, AuthorityEntry]] = {}
    for name in entity.names:
        if name.type is NameType.LABEL:
            continue
        wanted = letters(name.text)
        for form, entry in _candidates(index, name.text):
            likeness = _share(wanted, form)
            if entry.kind in {entity.kind, None} and likeness >= ALIKE:
                known = best.get(id(entry), (0.0, entry))
                best[id(entry)] = max(known, (likeness, entry), key=lambda one: one[0])
    ranked = sorted(best.values(), key=lambda one: (-one[0], one[1].name))
    return tuple(entry for _, entry in ranked[:MOST])


def letters(name: str) -> str:
    """Reduce a name to its letters and digits, without accents and case."""
    if name.isascii():
        return NOT_ALNUM.sub("", name).lower()
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(char for char in plain if char.isalnum()).translate(STROKES)


def _candidates(index: _Index, name: str) -> Iterable[tuple[str, AuthorityEntry]]:
    for key in _keys(name):
        found = index.get(key, ())
        if len(found) <= COMMON:
            yield from found


def _share(one: str, other: str) -> float:
    # one name of a person is like many longer ones
    if min(len(one), len(other)) < ALIKE * max(len(one), len(other)):
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _keys(name: str) -> set[str]:
    words = {letters(word) for word in name.replace("-", " ").split()}
    return {word for word in words if len(word) >= SHORTEST_WORD} | {letters(name)}


@lru_cache(maxsize=1)
def _by_word(table: AuthorityTable) -> _Index:
    found: _Index = {}
    for entry in table.entries:
        for form in entry.forms:
            pair = (letters(form), entry)
            for key in _keys(form):
                found.setdefault(key, []).append(pair)
    return found
