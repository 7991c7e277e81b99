"""Tracked changes (Guidelines 12.7): each change of a file stands in `creation`."""

from lxml import etree

from tei_encoder.encode.attributes import is_temporal
from tei_encoder.encode.characters import plain
from tei_encoder.encode.claims import SOFTWARE
from tei_encoder.encode.draft import Draft
from tei_encoder.model.annotation import Annotation
from tei_encoder.tei.elements import child
from tei_encoder.tei.names import tei

#: what somebody did who is named by a file itself
AUTHORSHIP = "changes and comments in the file"


def author(draft: Draft, name: str) -> str:
    """Give a pointer to the respStmt of somebody whom the file names."""
    key = plain(" ".join(name.split())) or name
    draft.authors.add(key)
    return draft.agent(key)


def change(draft: Draft, by: str, when: str) -> str:
    """Give a pointer to a change by somebody at some time, as the file states both."""
    key = (by, when)
    if key not in draft.tracked:
        draft.tracked[key] = draft.ids.claim(f"change-{len(draft.tracked) + 1}")
    return f"#{draft.tracked[key]}"


def mark_change(draft: Draft, element: etree._Element, claim: Annotation) -> None:
    """Say which change put words in or took them out, if the file tells."""
    when = dict(claim.attributes).get("when", "")
    by = claim.responsible if claim.responsible != SOFTWARE else ""
    if by or when:
        element.set("change", change(draft, by, when))


def write_changes(draft: Draft, profile_desc: etree._Element) -> None:
    """Write the changes that the text points to, in `creation`."""
    if not draft.tracked:
        return
    creation = profile_desc.find(tei("creation"))
    if creation is None:
        creation = child(profile_desc, "creation")
        above = profile_desc.find(tei("abstract"))
        profile_desc.insert(0 if above is None else 1, creation)
    listed = child(creation, "listChange", ordered="false")
    for (by, when), identifier in draft.tracked.items():
        made = child(listed, "change", xml_id=identifier)
        if when and is_temporal(when):
            made.set("when", when)
        elif when:
            made.set("n", plain(when))
        if by:
            made.set("who", author(draft, by))
        made.text = "Changes tracked in the file."
