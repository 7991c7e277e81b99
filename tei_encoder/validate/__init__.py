"""Checks TEI: against its source, a schema, and its own pointers."""

from tei_encoder.validate.fidelity import certify, verify

__all__ = ["certify", "verify"]
