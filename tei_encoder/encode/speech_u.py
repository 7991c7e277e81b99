"""Speech as transcribed (Guidelines 8.3): a note with the label, then `u` of `seg`."""

from lxml import etree

from tei_encoder.encode.draft import Draft
from tei_encoder.encode.dress import dress
from tei_encoder.encode.inline import Holds, fill
from tei_encoder.model.source import Span
from tei_encoder.tei.elements import child

PARAGRAPH = "seg"
PARAGRAPH_ID = "seg"


def begin(
    draft: Draft, parent: etree._Element, label: Span | None, speakers: str
) -> etree._Element:
    """Write the label before the utterance; give the element for its paragraphs."""
    if label:
        note = child(parent, "note", type="speaker")
        draft.own(note, (label,))
        dress(draft, note, (label,))
        fill(draft, note, label, Holds.PHRASE)
    return child(parent, "u", who=speakers, xml_id=draft.ids.number("u"))
