"""Marks of another speaker in captions: `>>`, and dashes at the heads of two lines.

`>>` is the mark of American closed captions (47 CFR 79.1); the dash is that of
subtitles for two speakers in one caption (EBU, BBC and Netflix guidelines).
"""

import re
from collections.abc import Iterator
from typing import Final

from tei_encoder.readers.captions.caption import Words

_ARROWS: Final = re.compile(r"[ \t]*>{2,3}[ \t]*")
_DASH: Final = re.compile(r"[ \t]*[-‐‑–—][ \t]*(?=\S)")
#: a short name that a colon closes, at the head of a line
_LABEL: Final = re.compile(
    r"^[ \t]*(?:>{2,3}|[-–—])?[ \t]*[\[(]?"
    r"(?:[^\W\d_][^:：\n.!?]{0,39}|[^\W\d_]\.?)[:：](?=\s|$)",
    re.MULTILINE,
)
_NAME: Final = re.compile(
    r"[ \t]*((?:[^\W\d_][^:：\n.!?]{0,39}|[^\W\d_]\.?))[:：](?=\s|$)"
)
_DASHES: Final = 2
_LINE: Final = re.compile(r"[^\n]*\n|[^\n]+")


def names_speakers(text: str) -> bool:
    """Tell whether some line begins with a name and a colon."""
    return _LABEL.search(text) is not None


def label_at(text: str, start: int) -> tuple[int, int] | None:
    """Give where the name stands that a colon closes, if `text` goes on with one.

    What is given are its beginning and the place behind the colon.
    """
    found = _NAME.match(text, start)
    return (found.start(1), found.end()) if found else None


def parted(words: Words) -> Iterator[Words]:
    """Part the words of a caption where its lines mark another speaker."""
    lines = _LINE.findall(words.text)
    arrows = [_ARROWS.match(line) for line in lines]
    dashes = [_DASH.match(line) for line in lines]
    marks = arrows if any(arrows) else dashes
    if words.voice or not (any(arrows) or len([d for d in dashes if d]) >= _DASHES):
        yield words
        return
    start = place = 0
    mark: re.Match[str] | None = None
    for line, found in zip(lines, marks, strict=True):
        if found:
            if place > start:
                yield _cut(words, start, place, mark)
            start, mark = place, found
        place += len(line)
    yield _cut(words, start, place, mark)


def _cut(words: Words, start: int, end: int, mark: re.Match[str] | None) -> Words:
    styles = (
        (max(a, start) - start, min(b, end) - start, style)
        for a, b, style in words.styles
        if a < end and b > start
    )
    return Words(
        words.text[start:end],
        styles=tuple(styles),
        marked=mark is not None,
        mark=len(mark[0]) if mark else 0,
    )
