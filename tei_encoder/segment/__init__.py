"""Cuts a page into labelled spans that together are its text."""

from tei_encoder.segment.choice import choose_profile
from tei_encoder.segment.parse import explain, segment
from tei_encoder.segment.reading import Reading
from tei_encoder.segment.records import divide
from tei_encoder.segment.review import Doubt, review
from tei_encoder.segment.rules import RULES
from tei_encoder.segment.rulings import is_ruled, rule_on_blocks
from tei_encoder.segment.share import explain_share, segment_share

__all__ = [
    "RULES",
    "Doubt",
    "Reading",
    "choose_profile",
    "divide",
    "explain",
    "explain_share",
    "is_ruled",
    "review",
    "rule_on_blocks",
    "segment",
    "segment_share",
]
