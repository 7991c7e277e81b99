"""What a reviewer's ruling changed, for `revisionDesc`."""

from dataclasses import dataclass

from tei_encoder.model.decision import Ruling


@dataclass(frozen=True, slots=True)
class Change:
    """What one ruling changed, in words, and pointers to what it is about."""

    ruling: Ruling
    words: str
    targets: tuple[str, ...]
