"""From a record to TEI: the header, the text, and which characters each part owns."""

from tei_encoder.encode.document import encode
from tei_encoder.encode.rules import RULES

__all__ = ["RULES", "encode"]
