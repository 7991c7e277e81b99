"""WebVTT: cues with voices, notes, styles (https://www.w3.org/TR/webvtt1/)."""

import re
from collections.abc import Iterator
from typing import Final

from tei_encoder.errors import ReadError
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.source import Source
from tei_encoder.readers.captions.caption import Aside, Caption, Captions
from tei_encoder.readers.captions.markup import read_markup
from tei_encoder.readers.captions.times import ARROW, interval
from tei_encoder.readers.captions.turns import source_of
from tei_encoder.readers.decoding import decode
from tei_encoder.readers.text import on_encoding

_LINE_END: Final = re.compile(r"\r\n|\n|\r")
_SIGNATURE: Final = re.compile(r"WEBVTT(?:[ \t](?P<words>.*))?")
_APART: Final = re.compile(r"(NOTE|STYLE|REGION)(?:[ \t]|\Z)")
_LANGUAGE: Final = re.compile(r"language[ \t]*:[ \t]*(\S+)", re.IGNORECASE)

#: lines of a block and the number of the first, from 1
_Block = tuple[int, list[str]]


def read(data: bytes, uri: str, *, encoding: str | None = None) -> Outcome[Source]:
    """Read the cues as turns of their voices; see `captions.turns`.

    Notes, styles, regions and the header are set aside; so are identifiers that do
    not just count the cues, and settings (each value once).
    Raises `ReadError` where the file is no WebVTT or no cue has a time.
    """
    decoded = decode(data, uri, encoding=encoding)
    lines = _LINE_END.split(decoded.text.removeprefix("\ufeff"))
    signed = _SIGNATURE.fullmatch(lines[0])
    if signed is None:
        raise ReadError(
            "does not begin with WEBVTT",
            place=f"{uri}:1",
            remedy="add that line, or name the format with --from",
        )
    captions = _read(lines, signed["words"] or "")
    found = source_of(captions, data, uri, reader="vtt", encoding=decoded.encoding)
    return Outcome(found.value, (*on_encoding(decoded, encoding), *found.diagnostics))


def _read(lines: list[str], title: str) -> Captions:
    captions = Captions()
    header = 1
    while header < len(lines) and lines[header].strip() and ARROW not in lines[header]:
        header += 1
    for words in filter(str.strip, (title, *lines[1:header])):
        captions.flow.append(Aside(words, "header"))
        if told := _LANGUAGE.fullmatch(words.strip()):
            captions.language = told[1]
    settings: dict[str, None] = {}
    for number, block in _blocks(lines, header):
        _take(captions, settings, number, block)
    captions.after += [Aside(words, "cue-settings") for words in settings]
    return captions


def _blocks(lines: list[str], start: int) -> Iterator[_Block]:
    """Part lines at blank ones, and before a line of times after others (6.1)."""
    first, block, timed = start, list[str](), False
    for number, line in enumerate([*lines[start:], ""], start=start):
        is_times = ARROW in line and interval(line) is not None
        if not line.strip() or (is_times and (timed or len(block) > 1)):
            if block:
                yield first + 1, block
            block, timed = [], False
        if line.strip():
            first = first if block else number
            block.append(line)
            timed = timed or ARROW in line


def _take(
    captions: Captions, settings: dict[str, None], number: int, block: list[str]
) -> None:
    at = next((i for i, line in enumerate(block[:2]) if ARROW in line), None)
    if at is None:
        apart = _APART.match(block[0])
        _set_apart(captions, apart[1] if apart else "", block)
        return
    times = interval(block[at])
    words = read_markup("\n".join(block[at + 1 :]), entities=True)
    if times is None:
        captions.flow.append(Aside(block[at], "untimed"))
        captions.add(Caption(None, None, words, number + at))
        return
    begin, end, placing = times
    if placing:
        settings[placing] = None
    captions.add(Caption(begin, end, words, number + at), block[0] if at else "")


def _set_apart(captions: Captions, kind: str, block: list[str]) -> None:
    words = "\n".join(block)
    if kind:
        words = words.removeprefix(kind)
    if words.strip():
        captions.flow.append(Aside(words.strip(), kind.lower() or "untimed"))
