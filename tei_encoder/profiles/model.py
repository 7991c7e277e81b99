"""A house style as the parser uses it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from tei_encoder.profiles.archives import Archive

#: the name that means: choose a profile by the evidence of the page
AUTO: Final = "auto"


@dataclass(frozen=True, slots=True)
class Profile:
    """A house style: which zones a page has, in which words they announce themselves.

    `phrases` maps a topic (see the `[segment]` tables of the languages) to words of the
    house; `zones` maps `front`, `body` and `back` to the kinds of block found there;
    `costs` weighs what departs from that plan; `favours` adds to the score of a kind;
    `archives` tell how citations number what an archive keeps.
    """

    name: str
    title: str = ""
    language: str | None = None
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    zones: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    costs: Mapping[str, float] = field(default_factory=dict)
    favours: Mapping[str, float] = field(default_factory=dict)
    archives: Mapping[str, Archive] = field(default_factory=dict)
