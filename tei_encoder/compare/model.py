"""A claim of a TEI file, in a form that survives a shift of places."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim: `words` of the text (or a field), and the `value` claimed of them.

    `context` shows the words where they stand, for people.
    """

    phenomenon: str
    words: str
    value: str
    context: str = ""
