"""The words by which parts of a page announce themselves, in the page's languages."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from tei_encoder.language.load import languages, words

#: letters of scripts that write without spaces between words
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
#: how much of a page is read to tell its languages (characters)
SAMPLE = 20_000
#: a language counts when it has this share of the best one's function words
SHARE = 0.35
#: fewer function words than this leave every language possible
ENOUGH = 8
NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The `[segment]` words of some languages, and those of the profile.

    Every method takes text that is already lowercase (`str.lower`).
    """

    languages: tuple[str, ...]
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def words(self, topic: str) -> tuple[str, ...]:
        """Give the words of a topic."""
        return _words(self.languages, topic) + self.phrases.get(topic, ())

    def has(self, topic: str, word: str) -> bool:
        """Tell whether a single word is among those of the topic."""
        return word in _set(self.languages, topic) or word in self.phrases.get(topic, ())

    def is_function_word(self, word: str) -> bool:
        """Tell whether a word belongs to the frame of sentences, not to names."""
        return word in _frame(self.languages) or self.has("particles", word)

    def begins(self, topic: str, lower: str) -> bool:
        """Tell whether the text begins with a phrase of the topic."""
        return self._pattern(topic).match(lower) is not None

    def holds(self, topic: str, lower: str) -> bool:
        """Tell whether a phrase of the topic stands anywhere in the text."""
        return self._pattern(topic).search(lower) is not None

    def spells(self, topic: str, lower: str) -> bool:
        """Tell whether the text is a phrase of the topic and nothing else."""
        return self._pattern(topic).fullmatch(lower.strip(" \t:：.[]()*•-–")) is not None

    def _pattern(self, topic: str) -> re.Pattern[str]:
        return _pattern(self.languages, topic, tuple(self.phrases.get(topic, ())))


@cache
def _words(tags: tuple[str, ...], topic: str) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            word for tag in tags for word in words(tag, "segment").get(topic, ())
        )
    )


@cache
def _set(tags: tuple[str, ...], topic: str) -> frozenset[str]:
    return frozenset(_words(tags, topic))


@cache
def _frame(tags: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        word for tag in tags for word in words(tag, "function_words").get("common", ())
    )


@cache
def _pattern(
    tags: tuple[str, ...], topic: str, extra: tuple[str, ...]
) -> re.Pattern[str]:
    phrases = sorted({*_words(tags, topic), *extra}, key=lambda p: (-len(p), p))
    return re.compile("|".join(map(_expression, phrases))) if phrases else NEVER


def _expression(phrase: str) -> str:
    """Write a phrase as an expression: ` * ` is a few words, `x*` any ending."""
    stem = phrase.removesuffix("*").lower()
    body = r"\b[^\n]{1,60}?\b".join(re.escape(part.strip()) for part in stem.split(" * "))
    body = body.replace(r"\ ", r"\s+")
    left = "" if UNSPACED.match(stem) or not stem[0].isalnum() else r"(?<!\w)"
    if phrase.endswith("*"):
        return f"{left}{body}\\w*"
    right = "" if UNSPACED.match(stem[-1]) or not stem[-1].isalnum() else r"(?!\w)"
    return f"{left}{body}{right}"


def spoken(text: str) -> tuple[str, ...]:
    """Tell the languages of a page by its function words, likeliest first.

    English comes last where it is not among them: archives frame pages in it.
    In doubt all languages are given.
    """
    counts = _function_words(_sample(text))
    best = max(counts.values(), default=0)
    if best < ENOUGH:
        return languages()
    found = [tag for tag, n in counts.most_common() if n >= SHARE * best]
    return tuple(dict.fromkeys([*found, "en"]))


def _sample(text: str) -> str:
    """Take three stretches of the page: a volume begins with a long title page."""
    third = SAMPLE // 3
    middle = max(0, len(text) // 2)
    return text[:third] + "\n" + text[middle : middle + third] + "\n" + text[-third:]


def _function_words(sample: str) -> Counter[str]:
    seen = Counter(re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", sample.lower()))
    counts: Counter[str] = Counter()
    for tag in languages():
        common = words(tag, "function_words").get("common", ())
        counts[tag] = _hits(common, seen, sample)
    return counts


def _hits(common: Iterable[str], seen: Mapping[str, int], sample: str) -> int:
    return sum(
        sample.count(word) if UNSPACED.match(word) else seen.get(word, 0)
        for word in common
    )
