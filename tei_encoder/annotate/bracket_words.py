"""What a pair of brackets holds, told by the words of all languages with data."""

import re
from dataclasses import dataclass
from functools import cache

from tei_encoder.language.load import languages, words
from tei_encoder.language.scripts import unspaced

#: topics of the `[editorial]` tables, in the order in which they are asked
GAPS = {
    "illegible": "illegible",
    "inaudible": "inaudible",
    "classified": "classified",
    "omitted": "editorial",
}
#: what a web page puts in the place of an e-mail address
WEB = ("obfuscated",)
REMARKS = ("vocal", "kinesic", "incident", "comment")
UNITS = ("line", "word", "paragraph", "pages")
WORD = re.compile(r"[^\W_]+(?:[.'’·-][^\W_]+)*\.?")
ELLIPSIS = re.compile(r"(?:[.…·]\s*){2,}|…")
QUANTITY = re.compile(r"(\d{1,4})(?:[.,](\d)|\s?(½))?")
#: what stands for a gap is said in few words
SURE_GAPS = frozenset({"illegible", "inaudible"})
LONGEST_GAP = 12
LONGEST_PLACEHOLDER = 4
LONGEST_REMARK = 12
LONGEST_STEM = 24
#: an editor may write another language than the record, but not at length
LONGEST_FOREIGN = 4
SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of some topics: whole ones, beginnings, several, and of Han script."""

    whole: dict[str, str]
    stems: dict[str, str]
    phrases: tuple[tuple[str, str], ...]

    def topic(self, word: str) -> str | None:
        """Give the topic of a casefolded word."""
        known = self.whole.get(word) or self.whole.get(word.rstrip("."))
        if known is not None:
            return known
        for end in range(SHORTEST_STEM, min(len(word), LONGEST_STEM) + 1):
            known = self.stems.get(word[:end])
            if known is not None:
                return known
        return None

    def topics(self, content: str) -> list[tuple[int, str]]:
        """Give the topics that a text touches, with the number of the word.

        A phrase of several words, or one of a script without spaces, counts as at
        the beginning of the text.
        """
        folded = content.casefold()
        named = ((n, self.topic(m[0])) for n, m in enumerate(WORD.finditer(folded)))
        found = [(n, topic) for n, topic in named if topic is not None]
        padded = f" {' '.join(m[0].rstrip('.') for m in WORD.finditer(folded))} "
        return found + [
            (0, topic)
            for phrase, topic in self.phrases
            if (
                _is_said(phrase, folded)
                if unspaced(phrase)
                else f" {phrase} " in padded
            )
        ]


@cache
def lexicon(topics: tuple[str, ...], tags: tuple[str, ...]) -> Lexicon:
    """Join the `[editorial]` words of languages (BCP 47) for `topics`.

    No tags mean all languages with data.
    A word that two topics share belongs to the one that is named first.
    """
    whole: dict[str, str] = {}
    stems: dict[str, str] = {}
    phrases: dict[str, str] = {}
    for topic in topics:
        for tag in tags or languages():
            for form in words(tag, "editorial").get(topic, ()):
                folded = form.casefold()
                if folded.endswith("-"):
                    stems.setdefault(folded[:-1], topic)
                elif " " in folded or unspaced(folded):
                    phrases.setdefault(folded, topic)
                else:
                    whole.setdefault(folded, topic)
    return Lexicon(whole, stems, tuple(sorted(phrases.items())))


def _topics(
    content: str, topics: tuple[str, ...], tags: tuple[str, ...]
) -> list[tuple[int, str]]:
    """Ask the languages in their order; all but the first only about a few words."""
    found = lexicon(topics, tags[:1]).topics(content)
    if not found and len(tags) > 1 and count_words(content) <= LONGEST_FOREIGN:
        return lexicon(topics, tags[1:]).topics(content)
    return found


def count_words(content: str) -> int:
    """Count the words of a text."""
    return len(WORD.findall(content))


def _is_said(phrase: str, folded: str) -> bool:
    """Tell whether a phrase without spaces opens or closes a text or is all of it."""
    if len(phrase) == 1:
        return folded == phrase
    return folded.startswith(phrase) or folded.endswith(phrase)


def gap_reason(content: str, tags: tuple[str, ...]) -> str | None:
    """Give TEI `gap/@reason` if `content` stands for text that is not there.

    `tags` are the languages of the record (BCP 47), its own first.
    """
    if ELLIPSIS.fullmatch(content):
        return "editorial"
    count = count_words(content)
    if 0 < count <= LONGEST_PLACEHOLDER and lexicon(WEB, ()).topics(content):
        return WEB[0]
    if not 0 < count <= LONGEST_GAP:
        return None
    for place, topic in _topics(content, tuple(GAPS), tags):
        if topic in SURE_GAPS or place in {0, count - 1}:
            return GAPS[topic]
    return None


def gap_extent(content: str, tags: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Give `quantity` and `unit` of a gap where the words state both, as one number.

    "Less than 1 line" states no quantity.
    """
    number = QUANTITY.match(content)
    if number is None:
        return ()
    for _, unit in _topics(content, UNITS, tags):
        decimals = "5" if number[3] else number[2]
        quantity = f"{number[1]}.{decimals}" if decimals else number[1]
        return (("quantity", quantity), ("unit", unit.removesuffix("s")))
    return ()


def remark(content: str, tags: tuple[str, ...], *, closely: bool) -> str | None:
    """Give the one kind of remark (`vocal`, `kinesic`, ...) that `content` is.

    Words of two kinds make a `comment`: which one is meant is not guessed.
    `closely` asks for the telling word near either end, for brackets that may as
    well hold the speaker's own words.
    """
    count = count_words(content)
    if not 0 < count <= LONGEST_REMARK:
        return None
    found = _topics(content, REMARKS, tags)
    if closely and not any(place in {0, 1, count - 2, count - 1} for place, _ in found):
        return None
    kinds = {topic for _, topic in found}
    return kinds.pop() if len(kinds) == 1 else "comment" if kinds else None
