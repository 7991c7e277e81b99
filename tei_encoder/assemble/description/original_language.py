"""Finds the language of the original, where the page states it (ISAD(G) 3.4.3)."""

from tei_encoder.assemble.page import Page
from tei_encoder.assemble.phrases import find_phrase, phrases
from tei_encoder.assemble.proper_names import name_after
from tei_encoder.model.block import Kind
from tei_encoder.model.description import Statement
from tei_encoder.model.source import Span

#: where a page tells of the original; speech about languages is none
FRAME = frozenset({Kind.SOURCE, Kind.HEADING, Kind.OTHER, Kind.NOTE, Kind.COLOPHON})
LONGEST = 2


def original_language(page: Page) -> Statement | None:
    """Give the name of the language after `Original language:` or `translated from`."""
    for block in page.blocks:
        if block.kind not in FRAME:
            continue
        span = page.span(block)
        for topic in ("original_language", "translated_from"):
            said = find_phrase(page.text, span, phrases(page.tags, topic))
            named = name_after(page.text, Span(said.end, span.end)) if said else None
            if named is not None and len(named.of(page.text).split()) <= LONGEST:
                return page.state(named)
    return None
