"""`fileDesc` (Guidelines 2.2): this file, who answers for it, where it came from."""

from lxml import etree

from tei_encoder.encode.attributes import is_address, is_temporal
from tei_encoder.encode.characters import write
from tei_encoder.encode.claims import METADATA, SOFTWARE
from tei_encoder.encode.draft import Draft
from tei_encoder.encode.responsibility import MAKERS, write_responsible
from tei_encoder.encode.statements import state
from tei_encoder.model.metadata import PublicationGiven
from tei_encoder.tei.elements import child
from tei_encoder.tei.names import tei

_PARAGRAPHS = frozenset({tei("seg"), tei("p")})
_NOT_PUBLISHED = "Not published; no licence is granted by this file."


def write_title_stmt(draft: Draft, parent: etree._Element) -> etree._Element:
    """Write the title and who is responsible; give the element for further agents.

    A record without a title gets none invented: brackets say that it is supplied.
    """
    made = child(parent, "titleStmt")
    title = draft.record.description.title
    if title and title.text.strip():
        state(draft, made, "title", title)
    else:
        supplied = child(made, "title", resp=draft.agent(SOFTWARE))
        write(draft, supplied, f"[Untitled record: {draft.source.uri}]")
    people = draft.record.description.responsibilities
    write_responsible(draft, made, (p for p in people if p.role not in MAKERS))
    return made


def write_extent(parent: etree._Element, text: etree._Element) -> None:
    """Write how many turns there are, and of how many paragraphs of speech."""
    turns = list(text.iter(tei("u"), tei("sp")))
    paragraphs = sum(part.tag in _PARAGRAPHS for turn in turns for part in turn)
    made = child(parent, "extent")
    for number, unit, of in (
        (len(turns), "turn", ""),
        (paragraphs, "paragraph", " of speech"),
    ):
        words = f"{number} {unit}{'' if number == 1 else 's'}{of}"
        child(made, "measure", words, unit=unit, quantity=str(number))
    made[0].tail = ", "


def write_publication(draft: Draft, parent: etree._Element) -> None:
    """Write how this file is published: nothing but what the metadata say."""
    made = child(parent, "publicationStmt")
    given = draft.settings.metadata.publication
    if given == PublicationGiven():
        child(made, "p", _NOT_PUBLISHED)
    elif given.publisher and given.publisher.strip():
        resp = draft.agent(METADATA)
        write(draft, child(made, "publisher", resp=resp), given.publisher)
        _write_date(draft, made, given)
        _write_licence(draft, made, given)
    else:
        _write_prose(draft, made, given)


def _write_date(draft: Draft, parent: etree._Element, given: PublicationGiven) -> None:
    if given.date:
        when = given.date if is_temporal(given.date) else None
        made = child(parent, "date", when=when, resp=draft.agent(METADATA))
        write(draft, made, given.date)


def _write_licence(
    draft: Draft, parent: etree._Element, given: PublicationGiven
) -> None:
    if given.licence:
        availability = child(parent, "availability", resp=draft.agent(METADATA))
        target = given.licence if is_address(given.licence) else None
        write(draft, child(availability, "licence", target=target), given.licence)


def _write_prose(draft: Draft, parent: etree._Element, given: PublicationGiven) -> None:
    """Write in prose what is given: in a list, a publisher would have to be first."""
    made = child(
        parent, "p", "The publisher is not stated.", resp=draft.agent(METADATA)
    )
    for words, value in (("Date", given.date), ("Licence", given.licence)):
        if value:
            write(draft, made, f" {words}: {value}.")
