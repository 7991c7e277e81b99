"""The phrases by which a record tells of itself, in the languages of its page."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from tei_encoder.language.load import languages, words
from tei_encoder.model.source import Span

#: the table of `language/data/<tag>.toml` that this module reads
TABLE = "description"


def phrases(tags: Sequence[str], topic: str) -> tuple[str, ...]:
    """Give the phrases on a topic, longest first; without known tags, of all."""
    known = tuple(tag for tag in tags if words(tag, TABLE)) or languages()
    return _phrases(known, topic)


def find_phrase(
    text: str, within: Span, wanted: Iterable[str], *, at_start: bool = False
) -> Span | None:
    """Find the first (of those the longest) phrase, as whole words, in any case."""
    pattern = _pattern(tuple(wanted))
    if pattern is None:
        return None
    search = pattern.match if at_start else pattern.search
    match = search(text, within.start, within.end)
    return Span(*match.span()) if match else None


def without_opening(text: str, span: Span, marks: str = ":,–—-") -> Span:
    """Take white space and marks off the start of a range."""
    start = span.start
    while start < span.end and (text[start].isspace() or text[start] in marks):
        start += 1
    return Span(start, span.end)


@cache
def _phrases(tags: tuple[str, ...], topic: str) -> tuple[str, ...]:
    found = {word for tag in tags for word in words(tag, TABLE).get(topic, ())}
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))


@cache
def _pattern(wanted: tuple[str, ...]) -> re.Pattern[str] | None:
    if not wanted:
        return None
    alternatives = "|".join(r"\s+".join(map(re.escape, w.split())) for w in wanted)
    # scripts that write no spaces have no word boundaries to ask for
    return re.compile(
        rf"(?:(?<!\w)(?:{alternatives})(?!\w)|{_unspaced(wanted)})", re.IGNORECASE
    )


def _unspaced(wanted: tuple[str, ...]) -> str:
    return "|".join(re.escape(w) for w in wanted if _is_unspaced(w)) or r"(?!)"


def _is_unspaced(phrase: str) -> bool:
    return any("\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af" for c in phrase)
