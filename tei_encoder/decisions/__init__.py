"""Reviewers' rulings: read and written as TOML, found again by the words they quote."""

from tei_encoder.decisions.command import command
from tei_encoder.decisions.find import find_rulings, places
from tei_encoder.decisions.quoting import opening, quote
from tei_encoder.decisions.rules import RULES, without_effect
from tei_encoder.decisions.toml import SUFFIX, beside, load_decisions, parse_decisions
from tei_encoder.decisions.wording import wording

__all__ = [
    "RULES",
    "SUFFIX",
    "beside",
    "command",
    "find_rulings",
    "load_decisions",
    "opening",
    "parse_decisions",
    "places",
    "quote",
    "without_effect",
    "wording",
]
