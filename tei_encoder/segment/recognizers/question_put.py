"""A question put in a sitting: number, name and the formula of asking."""

import re
from collections.abc import Iterator

from tei_encoder.model.block import Kind, Label
from tei_encoder.model.source import Span
from tei_encoder.segment.page import Page
from tei_encoder.segment.reading import Reading

WORD = r"[^\W\d_][\w.'’-]*"
QUESTION = re.compile(
    rf"(?:[Q*]?\d{{1,4}}(?: \w+ \d+)?\.\s+)?"
    rf"(?P<name>{WORD}(?:\s+{WORD}){{0,5}}?)(?=\s+[a-zß-ÿа-я])"
)


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read a turn in `Mr. N asked the Secretary …` where the page has labels."""
    stretch = page.stretches[index]
    if "asks" not in stretch.cues.holds:
        return
    name = QUESTION.match(stretch.head)
    if not name:
        return
    known = page.lexicon.find(name["name"].lower())
    rest = page.lexicon.find(stretch.head[name.end() : name.end() + 60].lower())
    if "persons" not in known.begins or "asks" not in rest.begins:
        return
    score = 5.0 if page.grammar.has_labels else 0.0
    span = Span(stretch.start + name.start("name"), stretch.start + name.end())
    evidence = ("a member asks a minister, on a page with labels",)
    yield Reading(Kind.TURN, score, evidence, label=Label(span, span))
