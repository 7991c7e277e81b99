"""What a file looks like."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a file looks like: the name of a format (perhaps of none), and in words.

    `remedy` says what to do where it cannot be read.
    """

    format: str
    words: str
    remedy: str = ""
