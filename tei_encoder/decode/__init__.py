"""Reads TEI back: the tested inverse of `encode`; tolerant of other people's TEI."""

from tei_encoder.decode.catalogue import entry_of
from tei_encoder.decode.holding import holding_of, read_entry
from tei_encoder.decode.record import decode
from tei_encoder.decode.rules import RULES
from tei_encoder.model.decoded import (
    Decoded,
    DecodedPart,
    DecodedPassage,
    DecodedUtterance,
    Inline,
)

__all__ = [
    "RULES",
    "Decoded",
    "DecodedPart",
    "DecodedPassage",
    "DecodedUtterance",
    "Inline",
    "decode",
    "entry_of",
    "holding_of",
    "read_entry",
]
