"""`msDesc` (Guidelines, chapter 11): the original, as far as the record tells of it."""

from typing import Final

from lxml import etree

from tei_encoder.encode.attributes import is_language
from tei_encoder.encode.characters import FORBIDDEN, write
from tei_encoder.encode.claims import attribute
from tei_encoder.encode.dating import dating
from tei_encoder.encode.draft import Draft
from tei_encoder.encode.ids import token
from tei_encoder.encode.responsibility import MAKERS, write_responsible
from tei_encoder.encode.statements import copy, state
from tei_encoder.model.description import Description, Responsibility, Statement
from tei_encoder.tei.elements import child

#: the type of an identifier that is a number in a series or registry
NUMBER: Final = "number"
_UNSTATED = "Language of the original not stated by the source."


def has_manuscript(description: Description) -> bool:
    """Tell whether anything identifies the original; else there is no `msDesc`.

    Characters that XML forbids are no name: `msIdentifier` must have text.
    """
    citation = description.citation
    statements = [
        _repository(description),
        _collection(description),
        description.reference_code,
        *(statement for _, statement in (citation.identifiers if citation else ())),
        *description.identifiers,
    ]
    return any(s and FORBIDDEN.sub("", s.text).strip() for s in statements)


def makers_of(description: Description) -> tuple[Responsibility, ...]:
    """Give those who made the original: who took notes, deciphered, typed, signed."""
    return tuple(p for p in description.responsibilities if p.role in MAKERS)


def write_manuscript(
    draft: Draft, parent: etree._Element, *, page: str, citation: str | None
) -> None:
    """Describe the original; `page` and `citation` are ids of what it is known from."""
    description = draft.record.description
    identifier = draft.ids.claim("src-ms")
    corresp = f"#{citation}" if citation else None
    made = child(parent, "msDesc", xml_id=identifier, corresp=corresp)
    _write_identifier(draft, made, description)
    item = child(child(made, "msContents"), "msItem")
    write_responsible(draft, item, makers_of(description))
    write_language(draft, item, description)
    _write_paper(draft, made, description)
    _write_history(draft, made, description)
    _write_additional(draft, made, description, page)


def _write_additional(
    draft: Draft, made: etree._Element, description: Description, page: str
) -> None:
    """Write who may see the original, and that the page stands for it here."""
    additional = child(made, "additional")
    _write_conditions(draft, additional, description)
    kept = child(additional, "surrogates")
    child(child(kept, "bibl"), "ref", "the source of this file", target=f"#{page}")
    for statement in description.surrogates:
        state(draft, kept, "bibl", statement, type="related")


def _write_conditions(
    draft: Draft, parent: etree._Element, description: Description
) -> None:
    """Write who may see the original, and who may copy it."""
    access = description.conditions_of_access
    copying = description.conditions_of_reproduction
    if not access and not copying:
        return
    admin = child(parent, "adminInfo")
    if access:
        state(draft, child(admin, "availability"), "p", access)
    if copying:
        note = child(admin, "note", type="reproduction")
        for statement in copying:
            state(draft, note, "p", statement)


def _repository(description: Description) -> Statement | None:
    parsed = description.citation.repository if description.citation else None
    return description.repository or parsed


def _collection(description: Description) -> Statement | None:
    parsed = description.citation.collection if description.citation else None
    return description.collection or parsed


def _write_identifier(
    draft: Draft, made: etree._Element, description: Description
) -> None:
    """Write repository, collection and numbers, in the order that TEI wants."""
    identifier = child(made, "msIdentifier")
    repository, collection = _repository(description), _collection(description)
    if repository:
        state(draft, identifier, "repository", repository)
    if collection:
        state(draft, identifier, "collection", collection)
    if description.reference_code:
        code = description.reference_code
        state(draft, identifier, "idno", code, type="reference-code")
    parsed = description.citation.identifiers if description.citation else ()
    if parsed:
        shelfmark = child(identifier, "idno", type="shelfmark")
        for kind, statement in parsed:
            state(draft, shelfmark, "idno", statement, type=token(kind))
    for number in description.identifiers:
        other = child(identifier, "altIdentifier", type=NUMBER)
        state(draft, other, "idno", number)


def write_language(
    draft: Draft, item: etree._Element, description: Description
) -> None:
    """Write the language of the original: `und` where it is not stated as a tag."""
    stated = description.original_language
    if stated is None:
        child(item, "textLang", _UNSTATED, mainLang="und")
        return
    known = is_language(stated.text)
    made = child(item, "textLang", mainLang=stated.text if known else "und")
    if not known:
        write(draft, made, stated.text)
    attribute(draft, made, stated)


def _write_paper(draft: Draft, made: etree._Element, description: Description) -> None:
    """Write what is told of the paper: in words, then its extent."""
    if not description.extent and not description.physical:
        return
    paper = child(made, "physDesc")
    for statement in description.physical:
        state(draft, paper, "p", statement)
    if description.extent:
        support = child(child(paper, "objectDesc"), "supportDesc")
        state(draft, support, "extent", description.extent)


def _write_history(
    draft: Draft, made: etree._Element, description: Description
) -> None:
    """Write when the original was made, where it was, and whom it came from.

    The dates are all that are not the conversation's.
    """
    dates = description.other_dates
    if not (dates or description.custodial_history or description.acquisition):
        return
    history = child(made, "history")
    if dates:
        origin = child(history, "origin")
        for kind, statement in dates:
            when = dating(statement.when)
            copy(draft, origin, "origDate", statement, type=token(kind), **when)
    for statement in description.custodial_history:
        state(draft, child(history, "provenance"), "p", statement)
    if description.acquisition:
        acquired = child(history, "acquisition")
        for statement in description.acquisition:
            state(draft, acquired, "p", statement)
