"""Checks TEI: against its source, a schema, and its own pointers."""

from tei_encoder.validate.fidelity import certify, verify
from tei_encoder.validate.rules import RULES
from tei_encoder.validate.validation import Verdict, check, judge, validate

__all__ = ["RULES", "Verdict", "certify", "check", "judge", "validate", "verify"]
