"""What `editorialDecl` says of the layout of the source, as far as it was kept."""

from collections.abc import Collection, Iterator

from lxml import etree

from tei_encoder.encode.draft import Draft
from tei_encoder.tei.names import tei

_LOOKS = (
    " What looked different in the source is hi, or has rend where all of an element "
    "did; what it means is not claimed."
)
_STRUCTURES = (
    " A paragraph that the source has as a list or table is list or table, which keeps "
    "the printed numbers of items and the white space between them."
)
_CHANGES = (
    " Words put in and taken out by tracked changes are add and del; whose change it "
    "was, and when, stands in creation."
)
_NOTES = (
    " Notes stand at their references; the first ranges in their source are the marks "
    "printed there and before the note, which n gives."
)
_ANNOTATIONS = (
    ' Comments in the file are note type="annotation", where they are attached.'
)
_PAGES = (
    " A page begins with pb; n is given where the number is printed on the page, at "
    "the place where it was set aside."
)
_LINES = (
    " Line ends of page images are lb; a hyphen there that parts a word is pc, and its "
    'lb has break="no".'
)
_UNCLEAR = (
    " Words that the recognition of characters was less than 60 per cent sure of are "
    "unclear; a zone is the box around all words of a passage."
)
_TIMES = {
    "u": " Times are those of the file's time codes, from its beginning.",
    "sp": " Times are those of the file's time codes, from its beginning; synch of a "
    "speech points to its begin and its end.",
}


def layout_rules(
    draft: Draft, text: etree._Element, names: Collection[str]
) -> Iterator[str]:
    """Give the sentences on layout that hold for `text`, in a fixed order."""
    if any(element.get("rend") for element in text.iter()):
        yield _LOOKS
    if draft.ids.counts.keys() & {"list", "table"}:
        yield _STRUCTURES
    if draft.tracked and not {"add", "del"}.isdisjoint(names):
        yield _CHANGES
    if draft.insertions.bodies:
        yield _NOTES
    if any(note.get("type") == "annotation" for note in text.iter(tei("note"))):
        yield _ANNOTATIONS
    if draft.insertions.turns_pages:
        yield _PAGES
    if "pc" in names:
        yield _LINES
    if "unclear" in names:
        yield _UNCLEAR
    if draft.clock.times:
        yield _TIMES[draft.settings.speech]
