"""Turns in documents that know only `p`: a marked-up label that a colon closes.

`<p><hi rend="strong">SMITH:</hi> Thank you.</p>` is a turn where the file shows that it
labels speakers: at least one label must recur. Paragraphs after it, up to the next
label or anything that is no paragraph, belong to the turn.
"""

from collections import Counter
from typing import Final

from lxml import etree

from tei_encoder.decode.words import COLONS
from tei_encoder.tei.names import local_name, tei
from tei_encoder.tei.text import collapsed, plain_text

_CARRIERS: Final = frozenset({"emph", "hi", "label", "name", "persName", "rs", "seg"})


def label_of(paragraph: etree._Element) -> etree._Element | None:
    """Give the marked-up label with which a `p` begins, if it has one."""
    if local_name(paragraph.tag) != "p" or (paragraph.text or "").strip():
        return None
    first = next(iter(paragraph), None)
    if first is None or local_name(first.tag) not in _CARRIERS:
        return None
    closed = collapsed(plain_text(first)).endswith(COLONS)
    return first if closed or (first.tail or "").lstrip().startswith(COLONS) else None


def labels_recur(root: etree._Element) -> bool:
    """Tell whether some label stands at the head of two paragraphs or more."""
    found = (label_of(p) for p in root.iter(tei("p")))
    names = (
        collapsed(plain_text(x)).rstrip("".join(COLONS)) for x in found if x is not None
    )
    return any(times > 1 for times in Counter(names).values())
