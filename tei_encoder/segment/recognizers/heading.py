"""A heading: short, no sentence."""

import re
from collections.abc import Iterator

from tei_encoder.model.block import Kind
from tei_encoder.segment.forms import begins_small
from tei_encoder.segment.page import Page, Stretch
from tei_encoder.segment.reading import Reading
from tei_encoder.segment.shape import Weight, total

LONGEST = 300
SHORT = 80
#: a line that says what the record is about is no longer
SUBJECT = 160
#: the first stretches, where a sentence may stand like a title
TOP = 12
#: words of a line that ends in a colon and is yet no sentence
FEW_WORDS = 4
#: share of capitals from which a heading is in capitals
CAPITALS = 0.7
SENTENCE_ENDS = frozenset('.!?…,;"”»。！？…；，）」—–؟۔।॥։።။។')
NO_HEADING = '-–—•*("“«'
CLOSING_PAREN = re.compile(r"\s*[(（\[][^()（）\[\]]{0,200}[)）\]]$")
NUMBERED = re.compile(r"(?:[IVXLC]{1,6}|\d{1,3})(?:[.)]\s*\S.{0,90}|\.?)$")


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read a heading in a short stretch that does not end like a sentence."""
    stretch = page.stretches[index]
    head = stretch.head.rstrip()
    if len(stretch) > LONGEST or not any(map(str.isalnum, head)):
        return
    weights = (
        *_outer_form(head, listed=index in page.listed),
        *_words(stretch, head),
        *_continued(page, index, head),
        *_subject(page, stretch, head),
    )
    if index < TOP and page.reports(stretch):
        weights = (*weights, (-2.0, "but it tells what somebody said"))
    score = total(weights)
    if score > 0:
        yield Reading(Kind.HEADING, score, tuple(reason for _, reason in weights))


def _outer_form(head: str, *, listed: bool) -> Iterator[Weight]:
    """Weigh how a heading is printed; an item of a list looks the same."""
    bare = CLOSING_PAREN.sub("", head) or head
    if not listed and bare[-1] not in SENTENCE_ENDS:
        sentence = head[-1] in ":：" and head.count(" ") >= FEW_WORDS
        if sentence:
            yield 0.4, "it is short"
        else:
            yield (1.2 if len(head) <= SHORT else 0.5), "it is no sentence"
    if not listed and _is_in_capitals(head):
        yield 1.5, "it is in capitals"
    if begins_small(head) or head[0] in NO_HEADING:
        yield -1.5, "but it begins like no heading"


def _continued(page: Page, index: int, head: str) -> Iterator[Weight]:
    """Weigh what goes on with a title that stands further above (`of the talks …`)."""
    first, stretch = head.split(maxsplit=1)[0], page.stretches[index]
    if (
        index < TOP
        and first.islower()
        and page.lexicon.has("particles", first)
        and "title" in stretch.cues.holds
        and head[-1] not in SENTENCE_ENDS
        and not (index and "title" in page.stretches[index - 1].cues.spells)
    ):
        yield 4.0, "it goes on with a title"


def _subject(page: Page, stretch: Stretch, head: str) -> Iterator[Weight]:
    """Weigh what says what the record is about, before its text (`Concerning …:`)."""
    if (
        "subject" in stretch.cues.begins
        and stretch.end <= page.grammar.front_end
        and len(head) <= SUBJECT
        and head[-1] not in SENTENCE_ENDS
    ):
        yield 1.0, "it says what the record is about"


def _is_in_capitals(head: str) -> bool:
    upper = sum(map(str.isupper, head))
    return upper > CAPITALS * sum(map(str.isalpha, head))


def _words(stretch: Stretch, head: str) -> Iterator[Weight]:
    if "division" in stretch.cues.begins:
        yield (2.5 if len(head) > SHORT else 3.5), "it names a division of the text"
    elif "division" in stretch.cues.holds and len(head) <= SHORT // 2:
        yield 2.0, "it names a division of the text"
    elif len(head) <= SHORT and head[-1] not in SENTENCE_ENDS and NUMBERED.match(head):
        yield 1.0, "it is numbered"
