r"""The tags within captions: voices, styles, time stamps.

WebVTT: https://www.w3.org/TR/webvtt1/ 4.2.2; SubRip has no specification, but `b`, `i`,
`u`, `s` and `font` are read everywhere, and `{\an8}` sets the place on the screen.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Final

from tei_encoder.model.layout import Style
from tei_encoder.readers.captions.caption import Words

_TAG: Final = re.compile(
    r"<(?P<close>/)?(?P<name>[a-zA-Z]+)(?P<classes>(?:\.[^\s<>.]+)*)"
    r"(?:[ \t\n]+(?P<note>[^<>]*))?/?>"
    r"|<(?P<stamp>\d[\d:.,]*)>"
)
_STYLES: Final = {
    "b": Style.BOLD,
    "i": Style.ITALIC,
    "u": Style.UNDERLINE,
    "s": Style.STRIKE,
}
_SILENT: Final = frozenset({"c", "lang", "ruby", "rt", "font", "v"})


@dataclass(slots=True)
class _Voiced:
    """The words of one voice while they are read."""

    voice: str
    text: str = ""
    styles: list[tuple[int, int, Style]] = field(default_factory=list)
    opened: dict[Style, int] = field(default_factory=dict)

    def close(self, style: Style) -> None:
        start = self.opened.pop(style, None)
        if start is not None and start < len(self.text):
            self.styles.append((start, len(self.text), style))


def read_markup(payload: str, *, entities: bool) -> tuple[Words, ...]:
    """Part a caption by its voices; tags that nobody knows stay text.

    `entities` tells whether `&amp;` and the like are references (WebVTT) or text.
    """
    parts = [_Voiced("")]
    for piece, tag in _tokens(payload):
        parts[-1].text += unescape(piece) if entities and tag is None else piece
        if tag is not None:
            _obey(tag, parts)
    return tuple(_words(part) for part in parts if part.text.strip())


def _tokens(payload: str) -> Iterator[tuple[str, re.Match[str] | None]]:
    """Give stretches of text, and tags (with no text) that are known."""
    place = 0
    for tag in _TAG.finditer(payload):
        if tag["stamp"] or tag["name"].lower() in _SILENT | set(_STYLES):
            yield payload[place : tag.start()], None
            yield "", tag
            place = tag.end()
    yield payload[place:], None


def _obey(tag: re.Match[str], parts: list[_Voiced]) -> None:
    name = (tag["name"] or "").lower()
    if name == "v" and (tag["close"] or parts[-1].voice != _name(tag)):
        styles = tuple(parts[-1].opened)
        for style in styles:
            parts[-1].close(style)
        parts.append(_Voiced("" if tag["close"] else _name(tag)))
        parts[-1].opened = dict.fromkeys(styles, 0)
    elif name in _STYLES and tag["close"]:
        parts[-1].close(_STYLES[name])
    elif name in _STYLES:
        parts[-1].opened.setdefault(_STYLES[name], len(parts[-1].text))


def _name(tag: re.Match[str]) -> str:
    return " ".join(unescape(tag["note"] or "").split())


def _words(part: _Voiced) -> Words:
    for style in tuple(part.opened):
        part.close(style)
    return Words(part.text, part.voice, tuple(part.styles))
