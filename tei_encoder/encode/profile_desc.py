"""`profileDesc` (Guidelines 2.4): what the record is about, when, where and who."""

from lxml import etree

from tei_encoder.encode.attributes import is_language
from tei_encoder.encode.claims import attribute
from tei_encoder.encode.classification import Genre, write_classes
from tei_encoder.encode.dating import certainty_of, dating
from tei_encoder.encode.draft import Draft
from tei_encoder.encode.ids import token
from tei_encoder.encode.people import write_participants
from tei_encoder.encode.statements import state
from tei_encoder.language.load import words
from tei_encoder.model.block import Kind
from tei_encoder.model.description import Description, Statement
from tei_encoder.model.record import Passage
from tei_encoder.tei.elements import child


def write_profile_desc(draft: Draft, made: etree._Element, genre: Genre | None) -> None:
    """Write the description of the record; `genre` is what kind it is."""
    description = draft.record.description
    if description.abstract:
        abstract = child(made, "abstract")
        for statement in description.abstract:
            state(draft, abstract, "p", statement)
    _write_creation(draft, made, description)
    _write_languages(draft, made, description)
    write_participants(draft, made)
    _write_setting(draft, made, description)
    write_classes(draft, made, genre)


def language_of(description: Description) -> str:
    """Give the language tag of the text; `und` when none is told."""
    tag = description.language.text
    return tag if is_language(tag) else "und"


def _write_date(
    draft: Draft,
    parent: etree._Element,
    statement: Statement,
    type_: str | None = None,
) -> etree._Element:
    made = state(draft, parent, "date", statement, type=type_, **dating(statement.when))
    doubt = certainty_of(statement.when)
    if doubt and made.get("cert") is None:
        made.set("cert", doubt)
    return made


def _write_creation(
    draft: Draft, made: etree._Element, description: Description
) -> None:
    """Write the dates, the conversation's first."""
    date = description.date
    dates = [("conversation", date)] if date else []
    dates += [(token(kind), statement) for kind, statement in description.other_dates]
    if not dates:
        return
    creation = child(made, "creation")
    for kind, statement in dates:
        _write_date(draft, creation, statement, kind).tail = " "
    creation[-1].tail = None


def _write_languages(
    draft: Draft, made: etree._Element, description: Description
) -> None:
    """Write the language by its tag, and by its name where we have words of it."""
    tag = language_of(description)
    name = next(iter(words(tag, "language").get("name", ())), None)
    language = child(child(made, "langUsage"), "language", name, ident=tag)
    attribute(draft, language, description.language)


def _write_setting(
    draft: Draft, made: etree._Element, description: Description
) -> None:
    """Write place, date and time, where a place or a time is told."""
    place, time = description.place, description.time
    if not place and not time and not description.other_times:
        return
    passage = next((p for p in draft.record.parts if _is_setting(p)), None)
    pointer = None
    if isinstance(passage, Passage):
        pointer = draft.pointer_to(passage.spans[0])
    setting = child(child(made, "settingDesc"), "setting", corresp=pointer)
    if place:
        state(draft, setting, "placeName", place)
    if description.date:
        _write_date(draft, setting, description.date)
    if time:
        state(draft, setting, "time", time, **dating(time.when))
    for kind, other in description.other_times:
        state(draft, setting, "time", other, type=token(kind), **dating(other.when))


def _is_setting(part: object) -> bool:
    return isinstance(part, Passage) and part.kind is Kind.SETTING
