"""`revisionDesc` (Guidelines 2.6): a draft until a person has reviewed it."""

from lxml import etree

from tei_encoder.encode.attributes import is_temporal
from tei_encoder.encode.claims import SOFTWARE
from tei_encoder.encode.draft import Draft
from tei_encoder.tei.elements import child

_WORDS = "Encoded by rule; not yet reviewed by a person."


def write_revision_desc(draft: Draft, parent: etree._Element) -> None:
    """Write the state of the file, dated only where a date was given."""
    made = child(parent, "revisionDesc", status="draft")
    date = draft.settings.date
    when = date if date and is_temporal(date) else None
    change = child(made, "change", _WORDS, when=when, who=draft.agent(SOFTWARE))
    change.set("status", "draft")
