"""The certificate: every character of the source is in the TEI, and no other."""

from tei_encoder.validate.fidelity.certificate import certify
from tei_encoder.validate.fidelity.verification import verify

__all__ = ["certify", "verify"]
