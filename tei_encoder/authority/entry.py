"""What the formats of authority files share: kinds, addresses, forms of names."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from tei_encoder.errors import ConfigurationError
from tei_encoder.model.authority import AuthorityEntry
from tei_encoder.model.record import EntityKind
from tei_encoder.registry import suggestion

KINDS: Final[Mapping[str, EntityKind]] = {
    "person": EntityKind.PERSON,
    "group": EntityKind.GROUP,
    "org": EntityKind.ORGANISATION,
    "organisation": EntityKind.ORGANISATION,
    "organization": EntityKind.ORGANISATION,
    "place": EntityKind.PLACE,
}
#: address of a record by its number, as each service documents it, and its form
SERVICES: Final[Mapping[str, tuple[str, re.Pattern[str]]]] = {
    "viaf": ("https://viaf.org/viaf/{}", re.compile(r"\d+", re.ASCII)),
    "wikidata": ("http://www.wikidata.org/entity/{}", re.compile(r"Q\d+", re.ASCII)),
    "geonames": ("https://sws.geonames.org/{}/", re.compile(r"\d+", re.ASCII)),
}
#: dates after the name in a heading of a library: `Hoxha, Enver, 1908-1985`
_DATES: Final = re.compile(r"\(?(?:\w+\.? )?\d{3,4}[^,]*\)?|\d{3,4}-")
_FAMILY_GIVEN: Final = 2


def wrong(message: str, place: str, remedy: str) -> ConfigurationError:
    """Make the error for a file that is not as it should be."""
    return ConfigurationError(message, place=place, remedy=remedy)


def kind_of(word: str, place: str) -> EntityKind:
    """Give the kind that a file names; raises `ConfigurationError` for another."""
    kind = KINDS.get(word.strip().casefold())
    if kind is None:
        raise wrong(f"unknown kind {word!r}", place, suggestion(word, tuple(KINDS)))
    return kind


def address(service: str, given: str, place: str) -> str:
    """Give the address of a record of a service by its number, or as it is given.

    Raises `ConfigurationError` for what is neither.
    """
    given = given.strip()
    pattern, form = SERVICES[service]
    if form.fullmatch(given):
        return pattern.format(given)
    if given.startswith(("http://", "https://")):
        return given
    raise wrong(f"{given!r} is no {service} number", place, "give number or address")


def entry(
    kind: EntityKind | None,
    names: Iterable[str],
    references: Iterable[str],
    *,
    file: str,
) -> AuthorityEntry | None:
    """Make an entry; the first name is the preferred one. None without a name.

    Of a heading `Family, Given, dates` of a person the natural order is one more form.
    """
    forms: dict[str, None] = {}
    for name in names:
        words = " ".join(name.split())
        if not words:
            continue
        forms[words] = None
        if kind in {EntityKind.PERSON, None} and (turned := _in_natural_order(words)):
            forms[turned] = None
    if not forms:
        return None
    first, *others = forms
    known = dict.fromkeys(r.strip() for r in references if r.strip())
    return AuthorityEntry(kind, first, tuple(others), tuple(known), file)


def _in_natural_order(heading: str) -> str | None:
    parts = [part.strip() for part in heading.split(",")]
    if len(parts) > 1 and _DATES.fullmatch(parts[-1]):
        parts.pop()
    if len(parts) != _FAMILY_GIVEN or not all(part[:1].isupper() for part in parts):
        return None
    return " ".join(reversed(parts))
