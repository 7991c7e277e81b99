"""A candidate label where it stands on a page."""

from typing import NamedTuple

from tei_encoder.segment.forms import Candidate
from tei_encoder.segment.shape import Weight


class Occurrence(NamedTuple):
    """A candidate where it stands: in the paragraph of that index.

    `context` weighs what follows it there.
    """

    paragraph: int
    candidate: Candidate
    context: tuple[Weight, ...] = ()
