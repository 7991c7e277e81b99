"""How a whole element looked and where it stands: `@rend` and `@facs`.

A style of all words of a label, heading or paragraph is no emphasis within it: it is
said of the element itself, not by a `hi` around everything.
"""

from collections.abc import Sequence

from lxml import etree

from tei_encoder.encode.draft import Draft
from tei_encoder.model.annotation import AnnotationKind
from tei_encoder.model.source import Span

_HI = frozenset({AnnotationKind.HI})


def dress(draft: Draft, element: etree._Element, spans: Sequence[Span]) -> None:
    """Give an element the style that all its words have, and its zones."""
    facs = draft.images.facs(spans)
    if facs:
        element.set("facs", facs)
    found = [draft.claim_about(span, _HI) for span in spans]
    looks = {dict(c.attributes).get("rend", "") if c else "" for c in found}
    if len(looks) == 1 and any(looks):
        element.set("rend", looks.pop())
        draft.placed.update(id(claim) for claim in found)
