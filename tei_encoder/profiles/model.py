"""A house style as the parser uses it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

#: the name that means: choose a profile by the evidence of the page
AUTO: Final = "auto"


@dataclass(frozen=True, slots=True)
class Profile:
    """A house style: which zones a page has, in which words they announce themselves.

    `phrases` maps a topic (see the `[segment]` tables of the languages) to words of the
    house; `zones` maps `front`, `body` and `back` to the kinds of block found there;
    `costs` weighs what departs from that plan; `favours` adds to the score of a kind.
    """

    name: str
    title: str = ""
    language: str | None = None
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    zones: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    costs: Mapping[str, float] = field(default_factory=dict)
    favours: Mapping[str, float] = field(default_factory=dict)
