"""The languages of a page, told by its function words."""

import re
from collections import Counter
from functools import cache

from tei_encoder.language.load import languages, words
from tei_encoder.segment.lexicon import UNSPACED

#: how much of a page is read to tell its languages (characters)
SAMPLE = 12_000
#: a language counts when it has this share of the best one's function words
SHARE = 0.35
#: fewer function words than this leave every language possible
ENOUGH = 4.0
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def spoken(text: str) -> tuple[str, ...]:
    """Tell the languages of a page by its function words, likeliest first.

    English comes last where it is not among them: archives frame pages in it.
    In doubt all languages are given.
    """
    counts = _function_words(_sample(text))
    best = max(counts.values(), default=0.0)
    if best < ENOUGH:
        return languages()
    ranked = sorted(counts, key=lambda tag: (-counts[tag], tag))
    found = [tag for tag in ranked if counts[tag] >= SHARE * best]
    return tuple(dict.fromkeys([*found, "en"]))


def _sample(text: str) -> str:
    """Take three stretches of the page: a volume begins with a long title page."""
    third = SAMPLE // 3
    middle = max(0, len(text) // 2)
    return text[:third] + "\n" + text[middle : middle + third] + "\n" + text[-third:]


def _function_words(sample: str) -> dict[str, float]:
    """Weigh each language by its words; one that many share says little."""
    seen = Counter(WORD.findall(sample.lower()))
    if UNSPACED.search(sample):
        unspaced = (word for word in _owners() if UNSPACED.match(word))
        seen.update({word: sample.count(word) - seen[word] for word in unspaced})
    counts = dict.fromkeys(languages(), 0.0)
    owners = _owners()
    for word, times in seen.items():
        for tag in owners.get(word, ()):
            counts[tag] += times / len(owners[word])
    return counts


@cache
def _owners() -> dict[str, tuple[str, ...]]:
    owners: dict[str, tuple[str, ...]] = {}
    for tag in languages():
        for word in words(tag, "function_words").get("common", ()):
            owners[word] = (*owners.get(word, ()), tag)
    return owners
