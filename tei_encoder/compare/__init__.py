"""Compares two runs over the same records: what changed, phenomenon by phenomenon."""

from tei_encoder.compare.changes import Change, How, Tally, changes
from tei_encoder.compare.facts import PHENOMENA, facts
from tei_encoder.compare.folders import Compared, Comparison, compare_pair, pair
from tei_encoder.compare.model import Fact

__all__ = [
    "PHENOMENA",
    "Change",
    "Compared",
    "Comparison",
    "Fact",
    "How",
    "Tally",
    "changes",
    "compare_pair",
    "facts",
    "pair",
]
