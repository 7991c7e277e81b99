"""The name, office or abbreviation that stands before a bracket."""

import re
from difflib import SequenceMatcher

from tei_encoder.annotate.bracket_words import lexicon

#: how far back, in characters, a name may begin
REACH = 80
MOST_WORDS = 4
WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*\.?")
LETTER = re.compile(r"[^\W\d_]")
#: share of letters in the same order from which two spellings are one name
ALIKE = 0.72
SHORTEST_SHARED = 3
SHORTEST_ABBREVIATION = 2


def name_before(text: str, start: int, end: int) -> tuple[str, ...]:
    """Give the capitalised words that end at `end`, but for white space.

    At most four words; none when another mark stands between. `start` is where
    the passage begins.
    """
    stretch = text[max(start, end - REACH) : end].rstrip()
    taken: list[str] = []
    place = len(stretch)
    for match in reversed(list(WORD.finditer(stretch))):
        between = stretch[match.end() : place]
        if between.strip() or not match[0][0].isupper() or len(taken) == MOST_WORDS:
            break
        taken.insert(0, match[0])
        place = match.start()
    return tuple(taken)


def is_variant(name: tuple[str, ...], content: str) -> bool:
    """Tell whether `content` is `name` in another spelling.

    Both are capitalised words; they share a word, or most of their letters.
    What only leaves out words of the name, or is the same, is no variant.
    """
    words = WORD.findall(content)
    plain = WORD.sub("", content).strip(" -'’.")
    if not name or not words or plain or not all(word[0].isupper() for word in words):
        return False
    own, other = _pieces(" ".join(name)), _pieces(content)
    if other <= own and _letters("".join(name)) != _letters(content):
        return False
    shared = {piece for piece in own & other if len(piece) >= SHORTEST_SHARED}
    if shared and len(words) > 1:
        return True
    return _alike(name, words)


def is_expansion(name: tuple[str, ...], content: str) -> bool:
    """Tell whether the initials of `content` spell the abbreviation before it."""
    if not name:
        return False
    short = "".join(LETTER.findall(name[-1]))
    initials = "".join(word[0] for word in WORD.findall(content) if word[0].isupper())
    return short.isupper() and len(short) >= SHORTEST_ABBREVIATION and short == initials


def is_identification(
    name: tuple[str, ...], content: str, tags: tuple[str, ...]
) -> bool:
    """Tell whether one of both is an office: `[Minister of Trade]`, `Minister [Li]`."""
    offices = lexicon(("office",), tags)
    words = WORD.findall(content)
    if not words:
        return False
    if offices.topic(words[0].casefold()) or offices.topic(words[-1].casefold()):
        return True
    named = len(words) <= MOST_WORDS and all(
        word[0].isupper() and not word.endswith(".") for word in words
    )
    return named and bool(name) and offices.topic(name[-1].casefold()) is not None


def _alike(name: tuple[str, ...], words: list[str]) -> bool:
    """Compare the letters of as many last words of the name as the content has."""
    first, second = _letters("".join(name[-len(words) :])), _letters("".join(words))
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= ALIKE


def _pieces(name: str) -> frozenset[str]:
    return frozenset(piece.casefold() for piece in re.split(r"[\W_]+", name) if piece)


def _letters(name: str) -> str:
    return "".join(LETTER.findall(name)).casefold()
