"""Finds the traces that wrong decoding has left in a text."""

import re
from collections.abc import Iterator
from typing import Final

from tei_encoder.model.diagnostic import Diagnostic
from tei_encoder.model.source import Span
from tei_encoder.readers import rules

#: typographic marks and accented letters in UTF-8, read as a Western code page
_MOJIBAKE: Final = re.compile("â€[\u0080-\u00bf\u0152-\u2122]|Ã[\u0080-\u00bf]")


def damage(text: str) -> Iterator[Diagnostic]:
    """Report U+FFFD and mojibake, each once, at its first place."""
    if lost := text.count("\ufffd"):
        first = text.index("\ufffd")
        yield Diagnostic(
            rules.REPLACEMENT_CHARACTER,
            f"the text holds U+FFFD ({lost} in all)",
            span=Span(first, first + 1),
            source="readers",
        )
    if wrong := list(_MOJIBAKE.finditer(text)):
        yield Diagnostic(
            rules.MOJIBAKE,
            f"UTF-8 was read as a Western code page ({len(wrong)} places)",
            span=Span(*wrong[0].span()),
            source="readers",
        )
