"""The forms in which a page may print a speaker's label."""

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple


class Mark(StrEnum):
    """What closes a label."""

    COLON = "a colon"
    PERIOD = "a full stop"
    STOP_DASH = "a full stop and a dash"
    DASH = "a dash"
    TAB = "a tab"
    SPACE = "an ideographic space"
    TIME = "a time"
    BRACKET = "a closing bracket"
    NONE = "no mark"


class Place(StrEnum):
    """Where a label stands."""

    RUN_IN = "run in"
    OWN_LINE = "on a line of its own"
    OWN_PARAGRAPH = "in a paragraph of its own"


class Opening(StrEnum):
    """What stands before a label."""

    NONE = "nothing"
    NUMBER = "a number"
    TIME = "a time"
    DASH = "a dash or bullet"
    CHEVRON = "an angle"
    BRACKET = "an opening bracket"


class Case(StrEnum):
    """How a label is lettered."""

    CAPITALS = "capitals"
    INITIALS = "initials"
    MIXED = "capitalized"
    CASELESS = "a script without case"
    SMALL = "small letters"


class Form(NamedTuple):
    """The form of a label: the same on a page for all its speakers."""

    mark: Mark
    place: Place
    case: Case
    opening: Opening = Opening.NONE


class Candidate(NamedTuple):
    """What may be a label: `name` and `printed` as offsets, as in `model.block.Label`.

    `key` is the name in lowercase without marks and without what stands in parentheses.
    """

    start: int
    name_end: int
    end: int
    name: str
    key: str
    form: Form


#: parentheses within a label
PAREN = r"[(（\[][^()\[\]（）]{0,160}[)）\]]"
INNER = re.compile(PAREN)
KEY = re.compile(r"[^\W_]+")
#: names recur: so many are remembered with what they are
REMEMBERED = 4096
#: a label of no more letters, all of them capitals, is made of initials
INITIALS = 2
#: share of capitals from which a name is lettered in capitals
CAPITALS = 0.6


def begins_small(text: str) -> bool:
    """Tell whether a text begins with a small letter that has a capital beside it.

    Georgian is written in letters that count as small and open sentences as well.
    """
    first = text[:1]
    return first.islower() and not "\u10d0" <= first <= "\u10ff"


@lru_cache(REMEMBERED)
def key_of(name: str) -> str:
    """Give the name in lowercase, without marks and without parentheses."""
    plain = INNER.sub(" ", name) if "(" in name or "（" in name else name
    return " ".join(KEY.findall((plain if plain.strip() else name).lower()))


@lru_cache(REMEMBERED)
def case_of(name: str) -> Case:
    """Tell how a name is lettered; parentheses and a role behind it do not count."""
    plain = (INNER.sub("", name) if "(" in name else name).partition(", ")[0]
    letters = [c for c in plain or name if c.isalpha()]
    upper = sum(map(str.isupper, letters))
    if upper == len(letters):
        return Case.INITIALS if 0 < upper <= INITIALS else Case.CAPITALS
    if not upper and not any(map(begins_small, letters)):
        return Case.CASELESS
    if upper > CAPITALS * len(letters):
        return Case.CAPITALS
    return Case.MIXED if letters[0].isupper() else Case.SMALL
