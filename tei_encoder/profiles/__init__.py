"""House styles are data: what a kind of record looks like on the page."""

from tei_encoder.profiles.load import load, names
from tei_encoder.profiles.model import Profile

__all__ = ["Profile", "load", "names"]
