"""What people know of a record joins what its header says."""

import re
from dataclasses import replace
from typing import Final

from tei_encoder.model.catalogue import (
    Agent,
    CatalogueEntry,
    Dating,
    Original,
    Publication,
    Term,
)
from tei_encoder.model.metadata import Metadata, PublicationGiven

#: a day, month or year; seasons (EDTF months from 21 on) are none of these
_DATE: Final = re.compile(
    r"-?\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII
)
_OPEN: Final = frozenset({"", ".."})


def completed(entry: CatalogueEntry, given: Metadata) -> CatalogueEntry:
    """Fill what the header does not say; what it says stands."""
    return replace(
        entry,
        id=given.id or entry.id,
        title=entry.title or given.title,
        language=entry.language or given.language,
        date=_better(entry.date, _dating(given.date)),
        places=entry.places or _terms(given.place),
        abstract=entry.abstract or _some(given.target.abstract),
        genre=entry.genre or next(iter(_terms(given.genre)), None),
        responsibilities=_responsibilities(entry, given),
        original=_original(entry.original, given),
        publication=_publication(entry.publication, given.publication),
    )


def _responsibilities(entry: CatalogueEntry, given: Metadata) -> tuple[Agent, ...]:
    """Add who did what nobody is said to have done."""
    said = {agent.role for agent in entry.responsibilities}
    told = (Agent(who.name, who.role) for who in given.responsibilities)
    return (*entry.responsibilities, *(who for who in told if who.role not in said))


def _original(said: Original, given: Metadata) -> Original:
    return replace(
        said,
        repository=said.repository or given.repository,
        collection=said.collection or given.collection,
        reference_code=said.reference_code or given.reference_code,
        language=said.language or given.original_language,
        conditions_of_access=said.conditions_of_access or given.conditions_of_access,
    )


def _publication(said: Publication, given: PublicationGiven) -> Publication:
    licence = given.licence
    is_address = bool(licence and licence.startswith(("http://", "https://")))
    return replace(
        said,
        publisher=said.publisher or given.publisher,
        date=_better(said.date, _dating(given.date)),
        licence=said.licence or licence,
        licence_uri=said.licence_uri or (licence if is_address else None),
    )


def _better(said: Dating | None, given: Dating | None) -> Dating | None:
    """Prefer what the header says, unless that is in words alone."""
    if said and given and not said.when:
        return Dating(said.text, given.when)
    return said or given


def _dating(date: str | None) -> Dating | None:
    """Read a date of the metadata (EDTF level 1); what is uncertain is no date."""
    if date is None:
        return None
    ends = date.split("/")
    plain = [end for end in ends if _DATE.fullmatch(end)]
    if len(plain) + sum(end in _OPEN for end in ends) != len(ends) or not plain:
        return Dating(date)
    return Dating(date, "/".join(end or ".." for end in ends))


def _terms(text: str | None) -> tuple[Term, ...]:
    return (Term(text),) if text else ()


def _some(text: str | None) -> tuple[str, ...]:
    return (text,) if text else ()
