"""The original of the record: `msDesc`, or `bibl` where nothing identifies it.

TEI lets `msIdentifier` not be empty (Guidelines 11.4); without repository, collection
or number, what a colophon tells of the original stands in a `bibl` instead.
"""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei_encoder.encode.dating import dating
from tei_encoder.encode.draft import Draft
from tei_encoder.encode.ids import token
from tei_encoder.encode.ms_desc import (
    has_manuscript,
    makers_of,
    write_language,
    write_manuscript,
)
from tei_encoder.encode.responsibility import write_responsible
from tei_encoder.encode.statements import copy, state
from tei_encoder.model.description import Description, Statement
from tei_encoder.tei.elements import child

ORIGINAL: Final = "original"


def write_original(
    draft: Draft, parent: etree._Element, *, page: str, citation: str | None
) -> None:
    """Describe the original; `page` and `citation` are ids of what it is known from."""
    description = draft.record.description
    if has_manuscript(description):
        write_manuscript(draft, parent, page=page, citation=citation)
    elif _is_described(description):
        _write_bibl(draft, parent, description)


def _is_described(description: Description) -> bool:
    told = any(statements for _, _, statements in _told(description))
    facts = (description.original_language, description.other_dates)
    return told or any(facts) or bool(makers_of(description))


def _told(
    description: Description,
) -> Iterator[tuple[str, str | None, tuple[Statement, ...]]]:
    """Give what else is told of the original: element, type and statements."""
    yield "extent", None, (description.extent,) if description.extent else ()
    yield "note", "physical", description.physical
    yield "note", "provenance", description.custodial_history
    yield "note", "acquisition", description.acquisition
    yield "note", "surrogates", description.surrogates
    yield "note", "reproduction", description.conditions_of_reproduction


def _write_bibl(draft: Draft, parent: etree._Element, description: Description) -> None:
    """Write who made the original, its language, its copies and its dates."""
    identifier = draft.ids.claim("src-original")
    made = child(parent, "bibl", type=ORIGINAL, xml_id=identifier)
    write_responsible(draft, made, makers_of(description))
    if description.original_language:
        write_language(draft, made, description)
    for name, type_, statements in _told(description):
        for statement in statements:
            state(draft, made, name, statement, type=type_)
    for kind, statement in description.other_dates:
        dates = dating(statement.when)
        copy(draft, made, "date", statement, type=token(kind), **dates)
