"""The whole document: the text first, then the header that describes it."""

from lxml import etree

from tei_encoder.encode import rules
from tei_encoder.encode.body import write_body
from tei_encoder.encode.classification import Genre, genre_of
from tei_encoder.encode.draft import Draft
from tei_encoder.encode.encoding_desc import write_encoding_desc
from tei_encoder.encode.facsimile import write_facsimile
from tei_encoder.encode.file_desc import (
    write_extent,
    write_publication,
    write_title_stmt,
)
from tei_encoder.encode.indentation import indent
from tei_encoder.encode.people import write_stand_off
from tei_encoder.encode.profile_desc import language_of, write_profile_desc
from tei_encoder.encode.responsibility import write_agents
from tei_encoder.encode.revision_desc import write_revision_desc
from tei_encoder.encode.rulings import mark_rulings
from tei_encoder.encode.source_desc import write_set_aside, write_source_desc
from tei_encoder.encode.timeline import write_timeline
from tei_encoder.encode.tracked_changes import write_changes
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.record import Record
from tei_encoder.model.source import Source
from tei_encoder.stages import Settings
from tei_encoder.tei.document import TeiDocument
from tei_encoder.tei.elements import child, document_element
from tei_encoder.tei.names import TEI_ALL, XML_ID, XML_LANG

_RELAX_NG = "http://relaxng.org/ns/structure/1.0"
_SCHEMATRON = "http://purl.oclc.org/dsdl/schematron"
_INSTRUCTIONS = tuple(
    ("xml-model", f'href="{TEI_ALL}" type="application/xml" schematypens="{language}"')
    for language in (_RELAX_NG, _SCHEMATRON)
)


def encode(source: Source, record: Record, settings: Settings) -> Outcome[TeiDocument]:
    """Encode a record in TEI P5 (4.12.0), once and for all.

    The result is valid under tei_all for any record; offsets in `@source` are code
    points of `source.text`. Time is linear in the text and its claims.
    """
    draft = Draft(source, record, settings)
    root = document_element()
    root.set(XML_ID, draft.ids.record)
    root.set(XML_LANG, language_of(record.description))
    header = child(root, "teiHeader")
    text = child(root, "text")
    genre = genre_of(draft)
    write_body(
        draft, child(text, "body"), genre=f"#{genre.category}" if genre else None
    )
    _write_header(draft, header, text, genre)
    write_facsimile(draft.images, root)
    _report_unplaced(draft)
    indent(root)
    return Outcome(TeiDocument(root, _INSTRUCTIONS, draft.spans), tuple(draft.findings))


def _write_header(
    draft: Draft, header: etree._Element, text: etree._Element, genre: Genre | None
) -> None:
    """Write the header's parts in the order that lets each know what went before."""
    file_desc = child(header, "fileDesc")
    encoding_desc = child(header, "encodingDesc")
    profile_desc = child(header, "profileDesc")
    title_stmt = write_title_stmt(draft, file_desc)
    write_extent(file_desc, text)
    write_publication(draft, file_desc)
    page = write_source_desc(draft, file_desc)
    write_profile_desc(draft, profile_desc, genre)
    write_stand_off(draft, text)
    mark_rulings(draft, header.getroottree().getroot())
    write_revision_desc(draft, header)
    write_set_aside(draft, page)
    write_changes(draft, profile_desc)
    write_agents(draft, title_stmt)
    write_timeline(draft, text)
    write_encoding_desc(draft, encoding_desc, text, genre)


def _report_unplaced(draft: Draft) -> None:
    for claim in draft.annotations:
        if id(claim) not in draft.placed:
            message = f"no element holds the words of this {claim.kind}"
            draft.report(rules.MISPLACED_CLAIM, message, claim.span)
