"""Footnotes: a mark, then a note."""

import re
from collections.abc import Iterator

from tei_encoder.model.block import Kind
from tei_encoder.segment.page import Page
from tei_encoder.segment.reading import Reading

MARK = re.compile(r"\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)]?\s|[*†‡¹²³⁴⁵⁶⁷⁸⁹]+\s?")


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read a footnote behind a bracketed or raised number."""
    stretch = page.stretches[index]
    found = MARK.match(stretch.head)
    if not found:
        return
    rest = stretch.head[found.end() :].lower()
    score, evidence = 0.0, ["it begins with the mark of a note"]
    if found[0].startswith("[") and rest.strip():
        score += 2.5
    elif not found[0][0].isdigit():
        score += 1.0
    if "footnote" in page.lexicon.find(rest).begins:
        score += 3.0
        evidence.append("and goes on like one")
    if score:
        yield Reading(Kind.FOOTNOTE, score, tuple(evidence))
