"""Cuts a page into labelled spans that together are its text."""

from tei_encoder.segment.choice import choose_profile
from tei_encoder.segment.effect import effects
from tei_encoder.segment.parse import explain, segment
from tei_encoder.segment.proposal import propose
from tei_encoder.segment.rules import RULES

__all__ = [
    "RULES",
    "choose_profile",
    "effects",
    "explain",
    "propose",
    "segment",
]
