"""What a few example records share: titles of speakers, captions, lines of the page."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tei_encoder.model.block import Block, Kind
from tei_encoder.segment.forms import key_of
from tei_encoder.segment.page import Page
from tei_encoder.segment.shape import CAPTIONS

#: a title opens the names of so many persons
PERSONS = 2
#: and so many paragraphs: fewer where the parser reads some of them as turns
TURNS, TURNS_READ = 4, 3
#: a title opens such a share of all labels; a given name that two share opens fewer
SHARE = 0.1
#: a paragraph that holds more than a name is no shorter (characters)
SPEECH = 40
#: the value of a field, and a line of the page, are no longer (characters)
VALUE, LINE = 100, 60
#: captions and lines of the page stand in at least so many records
RECORDS = 2
OPENING = re.compile(r"(?P<title>[^\W\d_]+) (?P<name>[^\W\d_][\w'’-]*)")
CAPTION = re.compile(r"(?P<words>[^\W\d_][^\n:：]{1,38}?)\s?[:：]\s*(?P<value>\S.*)")
SENTENCE_ENDS = ".!?。！？"
YEAR = re.compile(r"(?<!\d)1[0-9]\d\d(?!\d)|(?<!\d)20\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Example:
    """An example record as it is read now: its page and blocks, blanks left out."""

    page: Page
    blocks: tuple[Block, ...]

    @property
    def labels(self) -> list[Block]:
        """Give the blocks that begin with a speaker's label."""
        return [block for block in self.blocks if block.label]

    @property
    def names(self) -> set[str]:
        """Give the names of the labels, as keys."""
        text = self.page.text
        return {key_of(b.label.name.of(text)) for b in self.blocks if b.label}


def titles(examples: Sequence[Example]) -> dict[str, list[str]]:
    """Give words that open the names of several persons, with these names.

    The names recur at the head of paragraphs, whether they were read as labels or not.
    """
    opened: defaultdict[str, Counter[str]] = defaultdict(Counter)
    read_as: Counter[str] = Counter()
    for example in examples:
        turns = {block.span.start for block in example.labels}
        for stretch in example.page.stretches:
            found = OPENING.match(stretch.head)
            is_turn = stretch.start in turns
            if (
                found
                and (is_turn or len(stretch) >= SPEECH)
                and _is_name(found, example)
            ):
                opened[found["title"].lower()][found[0]] += 1
                read_as[found["title"].lower()] += is_turn
    alone = {name for example in examples for name in example.names}
    labels = sum(len(example.labels) for example in examples)
    frame = frozenset().union(*(example.page.lexicon.frame for example in examples))
    return {
        title: sorted(names)
        for title, names in opened.items()
        if _recur(names, read=read_as[title] > 0)
        and sum(names.values()) >= SHARE * labels
        and title not in frame | alone
        and not _is_known(title, "persons", examples)
    }


def _is_name(found: re.Match[str], example: Example) -> bool:
    """Tell whether both words begin with a capital, or have no case at all."""
    title, name = found["title"], found["name"]
    capped = len(title) > 1 and not (title[0].islower() or name[0].islower())
    return capped and not example.page.lexicon.is_function_word(name.lower())


def _recur(names: Mapping[str, int], *, read: bool) -> bool:
    """Tell whether several names stand often enough, and more than one again.

    Where some are read as turns, one that stands again is enough.
    """
    again, times = sum(n > 1 for n in names.values()), sum(names.values())
    if read and again:
        return len(names) >= PERSONS and times >= TURNS_READ
    return again >= PERSONS and times >= TURNS


def _is_known(words: str, topic: str, examples: Sequence[Example]) -> bool:
    return any(topic in e.page.lexicon.find(words).spells for e in examples)


def captions(examples: Sequence[Example]) -> dict[str, str]:
    """Give captions of the front of several records, each with its topic."""
    values: defaultdict[str, list[str]] = defaultdict(list)
    for example in examples:
        once = dict(_front_fields(example))
        for words, value in once.items():
            values[words].append(value)
    return {
        words: "captions_date" if all(map(YEAR.search, found)) else "captions"
        for words, found in values.items()
        if len(found) >= RECORDS and not _is_caption(words, examples)
    }


def _front_fields(example: Example) -> Iterator[tuple[str, str]]:
    """Give caption and value of the lines above the first label that recurs."""
    text = example.page.text
    names = example.page.grammar.names
    spoken = [
        stretch.start
        for stretch in example.page.stretches
        if stretch.label and stretch.label_score > 0 and names[stretch.label.key] > 1
    ]
    end = min(spoken, default=len(text))
    for line in example.page.lines:
        if line.start < end:
            found = CAPTION.fullmatch(text[line.start : line.end])
            if found and _is_field(found):
                yield found["words"].lower(), found["value"]


def _is_field(found: re.Match[str]) -> bool:
    """Tell whether a value is short and no sentence."""
    value = found["value"].rstrip()
    short = len(value) <= VALUE and value[-1] not in SENTENCE_ENDS
    return short and not found["words"][0].islower()


def _is_caption(words: str, examples: Sequence[Example]) -> bool:
    return any(e.page.lexicon.find(words).spells & CAPTIONS for e in examples)


def lines(examples: Sequence[Example]) -> Iterator[str]:
    """Give unclassified blocks of one line whose words stand in several records."""
    times = Counter(
        line
        for example in examples
        for line in {
            " ".join(b.span.of(example.page.text).lower().split())
            for b in example.blocks
            if b.kind is Kind.OTHER and b.field is None and len(b.span) <= LINE
        }
    )
    for line, records in times.items():
        if records >= RECORDS and not _is_known(line, "furniture", examples):
            yield line
