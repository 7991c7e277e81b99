"""SubRip (.srt): counters, times and words.

There is no specification; what VLC, ffmpeg and the Matroska project read is read here.
"""

import re
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
#: the place on the screen, as SubStation Alpha has it
_PLACING: Final = re.compile(r"\{\\an?\d{1,2}\}")


def read(data: bytes, uri: str, *, encoding: str | None = None) -> Outcome[Source]:
    """Read the captions as turns of unknown speakers; see `captions.turns`.

    Counters are no text; places on the screen are set aside, each value once.
    Raises `ReadError` where there is no line of times.
    """
    decoded = decode(data, uri, encoding=encoding)
    lines = _LINE_END.split(decoded.text.removeprefix("\ufeff"))
    captions = _read(lines, uri)
    found = source_of(captions, data, uri, reader="srt", encoding=decoded.encoding)
    return Outcome(found.value, (*on_encoding(decoded, encoding), *found.diagnostics))


def _read(lines: list[str], uri: str) -> Captions:
    places = [n for n, line in enumerate(lines) if _is_times(lines, n)]
    if not places:
        raise ReadError(
            "no line of times such as 00:01:02,500 --> 00:01:04,000",
            place=f"{uri}:1",
            remedy="name its format with --from",
        )
    captions = Captions()
    settings: dict[str, None] = {}
    heads = [_head(lines, place) for place in places]
    if before := "\n".join(lines[: heads[0]]).strip():
        captions.flow.append(Aside(before, "untimed"))
    for place, head, end in zip(places, heads, [*heads[1:], len(lines)], strict=True):
        found = _caption(lines, place, end, settings)
        if found.begin is None:
            captions.flow.append(Aside(lines[place].strip(), "untimed"))
        captions.add(found, lines[head] if head < place else "")
    captions.after += [Aside(words, "cue-settings") for words in settings]
    return captions


def _is_times(lines: list[str], number: int) -> bool:
    """Tell a line of times, and one that would be: an arrow after a counter."""
    if ARROW not in lines[number]:
        return False
    counted = number > 0 and lines[number - 1].strip().isdecimal()
    return counted or interval(lines[number]) is not None


def _head(lines: list[str], place: int) -> int:
    """Give the line on which a caption begins: its counter, or its times."""
    counted = place > 0 and lines[place - 1].strip().isdecimal()
    return place - 1 if counted else place


def _caption(
    lines: list[str], place: int, end: int, settings: dict[str, None]
) -> Caption:
    times = interval(lines[place])
    payload = "\n".join(lines[place + 1 : end]).strip("\n")
    placings = _PLACING.findall(payload)
    settings.update(dict.fromkeys(placings))
    words = read_markup(_PLACING.sub("", payload), entities=False)
    if times is None:
        return Caption(None, None, words, place + 1)
    if times[2]:
        settings[times[2]] = None
    return Caption(times[0], times[1], words, place + 1)
