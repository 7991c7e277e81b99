"""Tells whether two appellations can be those of one person, and why."""

from tei_encoder.assemble.people.appellation import Appellation
from tei_encoder.assemble.people.wording import UNSPACED

#: letters and pairs that optical character recognition takes for one another
LOOKALIKES = str.maketrans({"1": "l", "i": "l", "j": "l", "0": "o", "q": "g", "5": "s"})
PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"))
LONG_ENOUGH = 5
#: the reason where two names differ in nothing that tells people apart
SAME_NAME = "the same name but for honorific, office, case and points"


def sameness(short: Appellation, long: Appellation) -> str | None:
    """Give the reason why two names may be one person's, or None if they may not.

    `short` is the name with fewer (or as many) full words.
    """
    if _contradict(short, long):
        return None
    if sorted(short.words) == sorted(long.words):
        return _by_initials(short, long, SAME_NAME)
    if not _ends_of(short.words, long.words):
        return None
    if not _initials_agree(short.initials, _rest(short, long)):
        return None
    return "the only fuller name that the label is part of"


def confusable(one: Appellation) -> str:
    """Give a name with letters that scanning confuses made one; short ones not."""
    letters = "".join((*one.initials, *one.words)).translate(LOOKALIKES)
    for pair, letter in PAIRS:
        letters = letters.replace(pair, letter)
    return letters if len(letters) >= LONG_ENOUGH else ""


def _contradict(first: Appellation, second: Appellation) -> bool:
    if first.address and second.address and first.address != second.address:
        return True
    lone = len(first.words) == 1 and len(second.words) == 1
    if not lone or first.initials or second.initials:
        return False
    return _differ(first.qualifiers, second.qualifiers) or _offices_differ(
        first, second
    )


def _differ(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    return bool(first) and bool(second) and not set(first) & set(second)


def _offices_differ(first: Appellation, second: Appellation) -> bool:
    one, other = first.office, second.office
    if not one or not other or one in other or other in one:
        return False
    words, others = set(one.split()), set(other.split())
    return not (words <= others or others <= words)


def _by_initials(first: Appellation, second: Appellation, reason: str) -> str | None:
    if not first.initials or not second.initials:
        return reason
    agree = _initials_agree(first.initials, second.initials) or _initials_agree(
        second.initials, first.initials
    )
    return reason if agree else None


def _ends_of(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    size = len(short)
    if size == len(long) == 1 and UNSPACED.fullmatch(long[0]):
        return len(short[0]) < len(long[0]) and long[0].startswith(short[0])
    return 0 < size < len(long) and short in (long[:size], long[-size:])


def _rest(short: Appellation, long: Appellation) -> tuple[str, ...]:
    rest = [word for word in long.words if word not in short.words]
    return (*rest, *long.initials)


def _initials_agree(initials: tuple[str, ...], rest: tuple[str, ...]) -> bool:
    left = list(rest)
    for initial in initials:
        match = next((word for word in left if word.startswith(initial)), None)
        if match is None:
            return False
        left.remove(match)
    return True
