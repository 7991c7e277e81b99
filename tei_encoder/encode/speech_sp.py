"""Speech as in performance texts (Guidelines 7.2.2): `sp` of `speaker` and `p`."""

from lxml import etree

from tei_encoder.encode.draft import Draft
from tei_encoder.encode.dress import dress
from tei_encoder.encode.inline import Holds, fill
from tei_encoder.model.source import Span
from tei_encoder.tei.elements import child

PARAGRAPH = "p"
PARAGRAPH_ID = "p"


def begin(
    draft: Draft, parent: etree._Element, label: Span | None, speakers: str
) -> etree._Element:
    """Write the label inside the speech; give the element for its paragraphs."""
    speech = child(parent, "sp", who=speakers, xml_id=draft.ids.number("sp"))
    if label:
        speaker = child(speech, "speaker")
        draft.own(speaker, (label,))
        dress(draft, speaker, (label,))
        fill(draft, speaker, label, Holds.PHRASE)
    return speech
