"""Finds at what time of the day the conversation began and ended (ISAD(G) 3.1.3).

The evidence is a date line or setting with a time, a sentence of the frame that tells
how a sitting began or ended (`The House met at …`, `Schluss der Sitzung: …`), and the
sentence by which whoever opens an interview says what day it is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tei_encoder.assemble.description.dating import dates_in, languages_of
from tei_encoder.assemble.page import Page
from tei_encoder.assemble.phrases import find_phrase, phrases
from tei_encoder.assemble.proper_names import OPENING
from tei_encoder.assemble.sentences import sentences
from tei_encoder.language.load import vocabulary
from tei_encoder.language.times import find_times, parse_time
from tei_encoder.model.block import Kind
from tei_encoder.model.description import Statement
from tei_encoder.model.source import Span

#: topics of phrases that open and end a sitting, with the role of the time
START, END = "start", "end"
TOPICS = (("begins", START), ("ends", END))
#: blocks that nobody speaks in
FRAME = frozenset(
    {Kind.SETTING, Kind.NARRATION, Kind.STAGE, Kind.NOTE, Kind.HEADING, Kind.OTHER}
    | {Kind.COLOPHON, Kind.TITLE}
)
DATED = (Kind.DATE, Kind.SETTING, Kind.PLACE)
HALF = r"(?:\s?[ap]\.?\s?m\b\.?)?"
CLOCK = rf"\d{{1,2}}\s?[:.h]\s?[0-5]\d(?!\d){HALF}"
FIGURES = re.compile(rf"(?<![\d.:]){CLOCK}(?!\.?\d)", re.IGNORECASE)
RANGE = re.compile(rf"(?<![\d.:]){CLOCK}\s?(?:-|–|—)\s?{CLOCK}", re.IGNORECASE)
#: scripts that write the hour as a numeral and a sign
SIGNED = re.compile(
    r"[〇零一二三四五六七八九十两\d]{1,3}(?:时|時|點|点钟?)"
    r"(?:[〇零一二三四五六七八九十\d]{1,3}分|半)?"
)
#: some languages set a comma between hours and minutes
COMMA = re.compile(r"(?<![\d.:,])\d{1,2},[0-5]\d(?!,?\d)")
CLAUSE = re.compile(r"[^,.;:()\[\]]+")
#: a time in words is no longer (characters)
LONGEST = 60


def meeting_times(page: Page) -> tuple[tuple[str, Statement], ...]:
    """Give the times with their roles (`start`, `end`), in the order of the page."""
    found: dict[Span, tuple[str, Statement]] = {}
    for role, stated in (*_dated(page), *_sittings(page), *_said(page)):
        if stated.span and not any(stated.span.overlaps(other) for other in found):
            found[stated.span] = (role, stated)
    return tuple(found[span] for span in sorted(found))


def _dated(page: Page) -> Iterator[tuple[str, Statement]]:
    """Read the first time of the lines that date or set the scene."""
    for block in page.of_kind(*DATED):
        if block.field is not None:
            continue
        span = page.span(block)
        whole = RANGE.search(page.text, span.start, span.end)
        if whole:
            yield START, page.state(Span(*whole.span()))
            return
        stated = list(_read(page, span, signs=block.kind is Kind.DATE))
        if stated:
            yield START, stated[0]
            yield from ((END, last) for last in stated[1:2] if _joins(page, stated))
            return


def _joins(page: Page, stated: Sequence[Statement]) -> bool:
    """Tell whether a word such as `to` alone parts the first two times."""
    first, second = (one.span for one in stated[:2])
    if first is None or second is None:
        return False
    tags = languages_of(page) or (page.language,)
    between = page.text[first.end : second.start].casefold().split()
    to = vocabulary(tags, "dates", "to", "hour_before", "hour", "clock")
    return bool(between) and to.issuperset(between)


def _read(page: Page, span: Span, *, signs: bool = False) -> Iterator[Statement]:
    """Give the times in a range, each without the word for hours behind minutes."""
    words, tags = span.of(page.text), languages_of(page)
    whole = parse_time(words, tags)
    if whole is not None:
        if words.rstrip().endswith(".") and parse_time(words.rstrip()[:-1], tags):
            span = Span(span.start, span.start + len(words.rstrip()) - 1)
        yield replace(_timed(page, span, whole.when), certainty=whole.certainty)
        return
    for match in find_times(words, tags):
        at = Span(span.start + match.span.start, span.start + match.span.end)
        reading = match.reading
        yield replace(_timed(page, at, reading.when), certainty=reading.certainty)
    if signs and (sign := SIGNED.search(words)):
        yield page.state(
            Span(span.start + sign.start(), span.start + sign.end()),
        )


def _timed(page: Page, span: Span, when: str) -> Statement:
    span = span.trimmed(page.text)
    if figures := FIGURES.match(span.of(page.text)):
        span = Span(span.start, span.start + len(figures[0].rstrip()))
    return page.state(span, when)


def _sittings(page: Page) -> Iterator[tuple[str, Statement]]:
    yield from _captioned(page)
    for span in _frame(page):
        for sentence in sentences(page.text, span, page.lexicon):
            for topic, role in TOPICS:
                stated = _sitting(page, sentence, topic)
                if stated is not None:
                    yield role, stated


def _captioned(page: Page) -> Iterator[tuple[str, Statement]]:
    """Read a line with the caption of a time (`TIME: 10:00 - 11:30`)."""
    captions = vocabulary(page.tags, "segment", "captions_time")
    for block in page.front:
        words, colon, _ = page.words(block).partition(":")
        if not colon or words.strip().casefold() not in captions:
            continue
        rest = Span(page.span(block).start + len(words) + 1, page.span(block).end)
        whole = RANGE.search(page.text, rest.start, rest.end)
        stated = page.state(Span(*whole.span())) if whole else _time(page, rest)
        if stated:
            yield START, stated


def _frame(page: Page) -> Iterator[Span]:
    """Give the blocks before the first turn and after the last, or short ones."""
    for block in page.blocks:
        if block.kind in FRAME:
            yield page.span(block)


def _sitting(page: Page, sentence: Span, topic: str) -> Statement | None:
    """Read the time after a phrase, up to what tells of the next sitting."""
    said = find_phrase(page.text, sentence, phrases(page.tags, topic))
    if said is None:
        return None
    following = find_phrase(
        page.text, Span(said.end, sentence.end), phrases(page.tags, "until_next")
    )
    end = following.start if following else sentence.end
    after = Span(said.end, _other_phrase(page, Span(said.end, end), topic))
    return _time(page, after) or (
        _figures(page, Span(sentence.start, said.start)) if following else None
    )


def _other_phrase(page: Page, rest: Span, topic: str) -> int:
    """Give where the phrase of the other topic begins (`… and ended at …`)."""
    others = (other for other, _ in TOPICS if other != topic)
    found = (find_phrase(page.text, rest, phrases(page.tags, o)) for o in others)
    return min((span.start for span in found if span), default=rest.end)


def _time(page: Page, rest: Span) -> Statement | None:
    return _figures(page, rest) or _in_words(page, rest)


def _figures(page: Page, span: Span) -> Statement | None:
    """Read a time in figures that is no part of a date."""
    for dated in dates_in(page, span):
        if dated.span.end < span.end:
            span = Span(dated.span.end, span.end)
            break
    if stated := next(_read(page, span), None):
        return stated
    found = FIGURES.search(page.text, span.start, span.end) or COMMA.search(
        page.text, span.start, span.end
    )
    if found is None:
        return None
    at = Span(*found.span()).trimmed(page.text)
    reading = parse_time(at.of(page.text), languages_of(page))
    return page.state(at, reading.when if reading else None)


def _in_words(page: Page, rest: Span) -> Statement | None:
    """Read the clause after the phrase, if words of the clock stand in it."""
    opening = OPENING.match(page.text, rest.start, rest.end)
    start = opening.end() if opening else rest.start
    clause = CLAUSE.match(page.text, start, rest.end)
    if clause is None:
        return None
    span = Span(*clause.span()).trimmed(page.text)
    span = _without_small(page, span)
    clock = find_phrase(page.text, span, phrases(page.tags, "clock"))
    if clock is None or len(span) > LONGEST:
        return None
    return page.state(span)


def _without_small(page: Page, span: Span) -> Span:
    """Leave out the word before a time (`at`, `las`) and a joiner at the end."""
    before = vocabulary(languages_of(page) or (page.language,), "dates", "at")
    said = find_phrase(page.text, span, before, at_start=True)
    if said is not None and said.end < span.end:
        span = Span(said.end, span.end).trimmed(page.text)
    last = span.of(page.text).split()[-1:] or [""]
    if last[0].casefold() in page.lexicon.joiners:
        span = Span(span.start, span.end - len(last[0])).trimmed(page.text)
    return span


def _said(page: Page) -> Iterator[tuple[str, Statement]]:
    """Read the time that whoever opens an interview tells with its date."""
    for block in page.of_kind(Kind.TURN):
        for sentence in sentences(page.text, page.span(block), page.lexicon):
            if find_phrase(page.text, sentence, phrases(page.tags, "today")):
                yield from ((START, stated) for stated in _read(page, sentence))
        return
