"""Makes described records of labelled blocks."""

from tei_encoder.assemble.record import assemble
from tei_encoder.assemble.rules import RULES

__all__ = ["RULES", "assemble"]
