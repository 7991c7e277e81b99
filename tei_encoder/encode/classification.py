"""Classes: of the record (`textClass`) and of turns, with their taxonomies.

Guidelines 2.3.7 (classification declaration) and 2.4.3 (text classification).
"""

from dataclasses import dataclass
from typing import Final

from lxml import etree

from tei_encoder.encode.characters import one_line, plain
from tei_encoder.encode.claims import attribute
from tei_encoder.encode.draft import Draft
from tei_encoder.encode.ids import slug
from tei_encoder.encode.statements import state
from tei_encoder.model.description import Statement
from tei_encoder.tei.elements import child

_KINDS: Final = "Kinds of record, as stated"
_EXCHANGES: Final = "Turns of an interview, by their printed labels"


@dataclass(frozen=True, slots=True)
class Genre:
    """What kind of record it is, with the ids of the taxonomy and of its category."""

    statement: Statement
    scheme: str
    category: str


def genre_of(draft: Draft) -> Genre | None:
    """Give the kind of the record, if it is stated; its ids are claimed."""
    stated = draft.record.description.genre
    if stated is None:
        return None
    category = draft.ids.claim(f"rt-{slug(stated.text)}")
    return Genre(stated, draft.ids.claim("genre"), category)


def write_taxonomies(draft: Draft, parent: etree._Element, genre: Genre | None) -> None:
    """Write the categories that the record and its turns point to."""
    if not genre and not draft.exchanges:
        return
    made = child(parent, "classDecl")
    if genre:
        taxonomy = child(made, "taxonomy", xml_id=genre.scheme)
        child(taxonomy, "desc", _KINDS)
        category = child(taxonomy, "category", xml_id=genre.category)
        words = child(category, "catDesc", plain(one_line(genre.statement.text)))
        attribute(draft, words, genre.statement)
    if draft.exchanges:
        taxonomy = child(made, "taxonomy", xml_id=draft.ids.claim("exchange"))
        child(taxonomy, "desc", _EXCHANGES)
        for exchange, identifier in draft.exchanges.items():
            category = child(taxonomy, "category", xml_id=identifier)
            child(category, "catDesc", exchange)


def write_classes(draft: Draft, parent: etree._Element, genre: Genre | None) -> None:
    """Write what kind of record it is, and its subjects."""
    terms = [("record-type", genre.statement)] if genre else []
    terms += [("subject", s) for s in draft.record.description.subjects]
    if not terms:
        return
    made = child(parent, "textClass")
    if genre:
        scheme, category = f"#{genre.scheme}", f"#{genre.category}"
        child(made, "catRef", scheme=scheme, target=category)
    keywords = child(made, "keywords")
    for type_, statement in terms:
        state(draft, keywords, "term", statement, type=type_)
