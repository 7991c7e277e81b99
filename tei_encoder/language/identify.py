"""Tells the language of a text by its script and its most frequent words."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from tei_encoder.language.load import languages as known_languages
from tei_encoder.language.load import words
from tei_encoder.model.description import Certainty

#: BCP 47 tag of a text whose language cannot be told
UNDETERMINED = "und"
#: how many characters are looked at, from three places of a longer text
SAMPLE = 12_000
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
#: scripts that one language of ours writes alone: their first and last letter
SCRIPTS = (
    ("ja", "\u3041", "\u30ff"),
    ("ko", "\uac00", "\ud7a3"),
    ("zh", "\u4e00", "\u9fff"),
)
#: the share of such a script that tells
TELLING_SHARE = 0.2
#: a language needs so many of its words, and so much of a lead, to be told
FEWEST_WORDS = 2
SAFE_WORDS = 8
SAFE_LEAD = 1.5
SLIGHT_LEAD = 1.15


@dataclass(frozen=True, slots=True)
class LanguageGuess:
    """A BCP 47 tag (`und` when it cannot be told) and how sure it is."""

    tag: str
    certainty: Certainty


UNKNOWN = LanguageGuess(UNDETERMINED, Certainty.UNKNOWN)


def identify(text: str) -> LanguageGuess:
    """Guess the language of `text` among those with data.

    A word counts less the more languages share it; the time is bounded, since a
    longer text is sampled at its start, middle and end.
    """
    sample = _sample(text)
    by_script = _by_script(sample)
    if by_script is not None:
        return by_script
    scores: dict[str, float] = {}
    hits: Counter[str] = Counter()
    index = _index()
    counted = Counter(map(str.lower, WORD.findall(sample)))
    for word, times in counted.items():
        for tag, weight in index.get(word, ()):
            scores[tag] = scores.get(tag, 0.0) + weight * times
            hits[tag] += times
    return _decide(scores, hits)


def _sample(text: str) -> str:
    if len(text) <= SAMPLE:
        return text
    third = SAMPLE // 3
    middle = (len(text) - third) // 2
    return f"{text[:third]} {text[middle : middle + third]} {text[-third:]}"


def _by_script(sample: str) -> LanguageGuess | None:
    if max(set(sample), default="") < min(first for _, first, _ in SCRIPTS):
        return None
    letters = sum(map(str.isalpha, sample))
    for tag, first, last in SCRIPTS:
        count = sum(first <= letter <= last for letter in sample)
        if letters and count / letters >= TELLING_SHARE:
            sure = count >= SAFE_WORDS
            return LanguageGuess(tag, Certainty.HIGH if sure else Certainty.MEDIUM)
    return None


def _decide(scores: dict[str, float], hits: Counter[str]) -> LanguageGuess:
    ranked = sorted(scores.items(), key=lambda entry: (-entry[1], entry[0]))[:2]
    if not ranked or hits[ranked[0][0]] < FEWEST_WORDS:
        return UNKNOWN
    best, score = ranked[0]
    lead = score / ranked[1][1] if len(ranked) > 1 else SAFE_LEAD
    if lead < SLIGHT_LEAD:
        return UNKNOWN
    sure = hits[best] >= SAFE_WORDS and lead >= SAFE_LEAD
    return LanguageGuess(best, Certainty.HIGH if sure else Certainty.MEDIUM)


@cache
def _index() -> dict[str, tuple[tuple[str, float], ...]]:
    """Map each function word to its languages and its weight for them."""
    found: dict[str, list[str]] = {}
    for tag in known_languages():
        for word in words(tag, "function_words").get("common", ()):
            found.setdefault(word, []).append(tag)
    return {
        word: tuple((tag, 1 / len(tags)) for tag in tags)
        for word, tags in found.items()
    }
