"""The words by which parts of a page announce themselves, in the page's languages."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from unicodedata import normalize

from tei_encoder.language.load import languages, words

#: letters of scripts that write without spaces between words
UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
#: a word, or a sign that stands for one
TOKEN = re.compile(r"[^\W_]+|©")
#: phrases are looked up by so many first letters
KEY_LENGTH = 3
#: topics that other tables of a language hold: table and keys
BORROWED = {
    "weekdays": (
        "dates",
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    ),
    "months": (
        "dates",
        (
            *("january", "february", "march", "april", "may", "june", "july"),
            *("august", "september", "october", "november", "december"),
        ),
    ),
    "persons": (
        "names",
        ("honorifics", "honorifics_masculine", "honorifics_feminine", "offices"),
    ),
    "subject": ("description", ("subject",)),
    "registry": ("description", ("registry",)),
    "where": ("description", ("where",)),
    "countries": ("mentions", ("countries",)),
}
#: topics that are asked for single words only (`Lexicon.has`)
WORD_LISTS = frozenset(
    {
        *("abbreviations", "articles", "countries", "particles", "registry"),
        *("reporting", "where"),
    }
)
#: topics whose words stand within names in small letters
WITHIN_NAMES = ("particles", "articles", "persons")
#: texts as short as this (characters) are remembered with what they hold, so many
SHORT = 60
REMEMBERED = 20_000
#: what may stand around a phrase that spells a whole line
EDGE = ' \t\r\n\u3000:：.[]()*•·▪-–—|"“”„«»'


#: where a phrase stands, start and end, and its topic
Match = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Found:
    """Topics whose phrases stand in a text.

    `begins`: at its beginning, `spells`: as the whole of it, `holds`: anywhere.
    """

    begins: frozenset[str] = frozenset()
    holds: frozenset[str] = frozenset()
    spells: frozenset[str] = frozenset()


NOTHING = Found()


def fold(lower: str) -> str:
    """Leave out the accents of Latin and Greek letters: capitals often lack them."""
    return lower if lower.isascii() else lower.translate(_accents())


@cache
def _accents() -> dict[int, int | None]:
    table: dict[int, int | None] = {0x307: None, ord("ı"): ord("i"), ord("ё"): ord("е")}
    for code in (*range(0xDF, 0x250), *range(0x386, 0x3CF), *range(0x1F00, 0x2000)):
        plain = normalize("NFD", chr(code))
        if len(plain) > 1 and plain[0].isalpha():
            table[code] = ord(plain[0])
    return table


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that announce a topic: ` * ` in them is a few words, `x*` any ending."""

    text: str
    topic: str

    def pattern(self) -> re.Pattern[str]:
        """Give the expression that a phrase with wildcards stands for."""
        return _expression(self.text)


@cache
def _expression(phrase: str) -> re.Pattern[str]:
    parts = [re.escape(part).replace(r"\*", r"\w*") for part in phrase.split(" * ")]
    return re.compile(r"\b[^\n]{1,60}?\b".join(parts) + r"(?!\w)")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The `[segment]` words of some languages, and those of the profile.

    `index` gives phrases by their first two words as they are written, or by their
    only one; `openers` are the first words of the longer ones; `stems` gives those with
    a wildcard by its first letters, `unspaced` those of scripts that write without
    spaces; `frame` holds function words, `within_names` small words of names.
    """

    languages: tuple[str, ...]
    index: Mapping[str, tuple[Phrase, ...]]
    openers: frozenset[str]
    stems: Mapping[str, tuple[Phrase, ...]]
    unspaced: tuple[Phrase, ...]
    sets: Mapping[str, frozenset[str]]
    frame: frozenset[str]
    within_names: frozenset[str]
    memory: dict[str, Found] = field(default_factory=dict)

    @property
    def in_doubt(self) -> bool:
        """Tell whether the language of the page is not known, and any may be it."""
        return len(self.languages) == len(languages())

    def has(self, topic: str, word: str) -> bool:
        """Tell whether a single word is among those of the topic."""
        return word in self.sets.get(topic, ())

    def is_function_word(self, word: str) -> bool:
        """Tell whether a word belongs to the frame of sentences, not to names."""
        return word in self.frame

    def find(self, lower: str) -> Found:
        """Find all phrases in a text: lowercase (`str.lower`), single spaces."""
        if len(lower) > SHORT:
            return self._find(lower)
        found = self.memory.get(lower)
        if found is None:
            if len(self.memory) >= REMEMBERED:
                self.memory.clear()
            found = self.memory[lower] = self._find(lower)
        return found

    def _find(self, lower: str) -> Found:
        lower = fold(lower)
        begins: set[str] = set()
        holds: set[str] = set()
        spells: set[str] = set()
        end = len(lower.rstrip(EDGE))
        first = len(lower) - len(lower.lstrip(EDGE))
        for start, stop, topic in self._matches(lower):
            holds.add(topic)
            if start == first:
                begins.add(topic)
                if stop >= end:
                    spells.add(topic)
        if not holds:
            return NOTHING
        return Found(frozenset(begins), frozenset(holds), frozenset(spells))

    def _matches(self, lower: str) -> Iterator[Match]:
        """Give where phrases stand: start, end and topic."""
        waiting: int | None = None
        for token in TOKEN.finditer(lower):
            word = token[0]
            if waiting is not None:
                yield from self._phrases(lower, waiting, token.end())
            waiting = token.start() if word in self.openers else None
            if word in self.index:
                yield from self._phrases(lower, token.start(), token.end())
            if word[:KEY_LENGTH] in self.stems:
                for phrase in self.stems[word[:KEY_LENGTH]]:
                    found = phrase.pattern().match(lower, token.start())
                    if found:
                        yield token.start(), found.end(), phrase.topic
        if self.unspaced and UNSPACED.search(lower):
            for phrase in self.unspaced:
                start = lower.find(phrase.text)
                if start >= 0:
                    yield start, start + len(phrase.text), phrase.topic

    def _phrases(self, lower: str, start: int, end: int) -> Iterator[Match]:
        """Give the phrases that begin with what stands from `start` to `end`."""
        for phrase in self.index.get(lower[start:end], ()):
            stop = start + len(phrase.text)
            if (
                lower.startswith(phrase.text, start)
                and not lower[stop : stop + 1].isalnum()
            ):
                yield start, stop, phrase.topic


def lexicon(
    languages: tuple[str, ...], phrases: Mapping[str, tuple[str, ...]]
) -> Lexicon:
    """Compile the words of some languages and of a profile, each set of them once."""
    return _compiled(languages, tuple((topic, *w) for topic, w in phrases.items()))


@cache
def _compiled(tags: tuple[str, ...], extra: tuple[tuple[str, ...], ...]) -> Lexicon:
    topics = _topics(tags, extra)
    index: dict[str, list[Phrase]] = {}
    stems: dict[str, list[Phrase]] = {}
    openers: set[str] = set()
    unspaced: list[Phrase] = []
    for phrase in _phrases(topics):
        first, *others = TOKEN.finditer(phrase.text)
        if UNSPACED.match(first[0]):
            unspaced.append(phrase)
        elif "*" in phrase.text:
            stems.setdefault(first[0][:KEY_LENGTH], []).append(phrase)
        elif others:
            openers.add(first[0])
            index.setdefault(phrase.text[: others[0].end()], []).append(phrase)
        else:
            index.setdefault(first[0], []).append(phrase)
    return Lexicon(
        tags,
        {key: tuple(phrases) for key, phrases in index.items()},
        frozenset(openers),
        {key: tuple(phrases) for key, phrases in stems.items()},
        tuple(unspaced),
        {topic: frozenset(phrases) for topic, phrases in topics.items()},
        _frame(tags) | frozenset(topics.get("particles", ())),
        frozenset().union(*(topics.get(topic, ()) for topic in WITHIN_NAMES)),
    )


def _phrases(topics: Mapping[str, set[str]]) -> Iterator[Phrase]:
    """Give all phrases from their first word on, topic by topic, long ones first."""
    for topic in sorted(topics.keys() - WORD_LISTS):
        for text in sorted(map(fold, topics[topic]), key=lambda p: (-len(p), p)):
            token = TOKEN.search(text)
            if token:
                yield Phrase(text[token.start() :], topic)


def _topics(
    tags: tuple[str, ...], extra: tuple[tuple[str, ...], ...]
) -> dict[str, set[str]]:
    """Gather the phrases of some languages and of a profile by topic."""
    topics: dict[str, set[str]] = {}
    for tag in tags:
        for topic, phrases in words(tag, "segment").items():
            topics.setdefault(topic, set()).update(phrases)
        for topic, (table, keys) in BORROWED.items():
            borrowed = words(tag, table)
            for key in keys:
                topics.setdefault(topic, set()).update(borrowed.get(key, ()))
    for topic, *added in extra:
        topics.setdefault(topic, set()).update(phrase.lower() for phrase in added)
    return topics


@cache
def _frame(tags: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        word for tag in tags for word in words(tag, "function_words").get("common", ())
    )
