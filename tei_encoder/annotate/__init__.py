"""Makes claims about the text of a record: brackets, dates, measures, names.

Annotators change no text; what they are unsure of they leave alone.
"""

from tei_encoder.annotate.inline_view import inline_kind, inlines
from tei_encoder.annotate.rules import RULES
from tei_encoder.annotate.run import ANNOTATORS, annotate

__all__ = ["ANNOTATORS", "RULES", "annotate", "inline_kind", "inlines"]
