"""`revisionDesc` (Guidelines 2.6): a draft until a person has reviewed it."""

from lxml import etree

from tei_encoder.encode.attributes import is_temporal
from tei_encoder.encode.characters import one_line, write
from tei_encoder.encode.claims import SOFTWARE
from tei_encoder.encode.draft import Draft
from tei_encoder.tei.elements import child

_ENCODED = "Encoded by rule"
_DRAFT = f"{_ENCODED}; not yet reviewed by a person."
_REVIEWED = "Read and confirmed as a whole"


def write_revision_desc(draft: Draft, parent: etree._Element) -> None:
    """Write the state of the file, what reviewers did first, the latest first.

    Changes are dated only where a date was given; one in no W3C form is in words.
    """
    reviews = draft.settings.decisions.reviews
    status = "reviewed" if reviews else "draft"
    made = child(parent, "revisionDesc", status=status)
    for review in reversed(reviews):
        why = f": {one_line(review.why)}" if review.why else ""
        change = _write(draft, made, f"{_REVIEWED}{why}.", review.by, review.when)
        change.set("status", "reviewed")
    for done in reversed(draft.changes):
        ruling = done.ruling
        change = _write(draft, made, done.words, ruling.by, ruling.when)
        if done.targets:
            change.set("target", " ".join(done.targets))
    words = f"{_ENCODED}." if reviews else _DRAFT
    change = _write(draft, made, words, SOFTWARE, draft.settings.date)
    change.set("status", "draft")


def _write(
    draft: Draft, parent: etree._Element, words: str, who: str, when: str | None
) -> etree._Element:
    dated = bool(when and is_temporal(when))
    attribute = when if dated else None
    made = child(parent, "change", when=attribute, who=draft.agent(who))
    said = f" ({one_line(when)})" if when and not dated and who != SOFTWARE else ""
    write(draft, made, f"{words}{said}")
    return made
