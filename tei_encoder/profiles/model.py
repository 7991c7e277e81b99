"""A house style as the parser uses it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Profile:
    """A house style: which zones a page has, in which words they announce themselves.

    `phrases` maps a kind or field of block to the words that announce it.
    """

    name: str
    title: str = ""
    language: str | None = None
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
