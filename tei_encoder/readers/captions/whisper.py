"""Transcripts of Whisper and its kin in JSON: segments with times, often speakers.

Read are the shapes of OpenAI's `whisper` and its API, faster-whisper, WhisperX (with
speakers by pyannote) and whisper.cpp.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

from tei_encoder.errors import ReadError
from tei_encoder.model.diagnostic import Diagnostic, Outcome
from tei_encoder.model.source import Source
from tei_encoder.readers.captions import rules
from tei_encoder.readers.captions.caption import Caption, Captions, Words
from tei_encoder.readers.captions.times import clock, seconds
from tei_encoder.readers.captions.turns import source_of
from tei_encoder.readers.decoding import decode
from tei_encoder.readers.json_text import parse_json
from tei_encoder.readers.text import on_encoding

#: where the segments are: those of whisper.cpp are called a transcription
_SEGMENTS: Final = ("segments", "transcription")
_REMEDY: Final = "give the JSON that Whisper writes, or name the format with --from"


def read(data: bytes, uri: str, *, encoding: str | None = None) -> Outcome[Source]:
    """Read the segments as captions; `speaker` is their voice.

    The whole text that the file repeats, tokens, times of words and probabilities
    are left out. Raises `ReadError` where the file is no such JSON.
    """
    decoded = decode(data, uri, encoding=encoding)
    value = parse_json(decoded.text.removeprefix("\ufeff"), uri)
    segments = _segments(value, uri)
    captions = Captions(language=_language(value))
    for number, item in enumerate(segments, start=1):
        captions.add(_caption(item, number, uri))
    found = source_of(captions, data, uri, reader="whisper", encoding=decoded.encoding)
    findings = (
        *on_encoding(decoded, encoding),
        *found.diagnostics,
        *_left_out(segments),
    )
    return Outcome(found.value, findings)


def _segments(value: Any, uri: str) -> list[Any]:  # noqa: ANN401 - JSON
    found = None
    if isinstance(value, dict):
        found = next((value[key] for key in _SEGMENTS if key in value), None)
    if not isinstance(found, list):
        raise ReadError("holds no segments", place=uri, remedy=_REMEDY)
    return found


def _caption(item: Any, number: int, uri: str) -> Caption:  # noqa: ANN401 - JSON
    place = f"{uri}: segment {number}"
    if not isinstance(item, dict) or not isinstance(item.get("text"), str):
        raise ReadError("has no text", place=place, remedy=_REMEDY)
    begin, end = _times(item, place)
    voice = item.get("speaker")
    words = Words(item["text"], " ".join(str(voice or "").split()))
    said = (words,) if words.text.strip() else ()
    return Caption(begin, end, said, number)


def _times(item: Mapping[str, Any], place: str) -> tuple[int | None, int | None]:
    """Give the times of a segment: seconds, or offsets and clocks (whisper.cpp)."""
    offsets, clocks = item.get("offsets"), item.get("timestamps")
    if isinstance(offsets, dict):
        found = [seconds(str(offsets.get(key))) for key in ("from", "to")]
        found = [None if t is None else t // 1000 for t in found]
    elif isinstance(clocks, dict):
        found = [clock(str(clocks.get(key))) for key in ("from", "to")]
    elif item.get("start") is None and item.get("end") is None:
        return None, None
    else:
        found = [seconds(_plain(str(item.get(key)))) for key in ("start", "end")]
    if None in found:
        raise ReadError("has times that cannot be read", place=place, remedy=_REMEDY)
    return found[0], found[1]


def _plain(number: str) -> str:
    """Write out a number in powers of ten (`1e-05`)."""
    try:
        return f"{Decimal(number):f}" if "e" in number.lower() else number
    except ArithmeticError:
        return number


def _language(value: Any) -> str:  # noqa: ANN401 - JSON
    """Give the language that the file tells, a code or nothing."""
    if not isinstance(value, dict):
        return ""
    result = value.get("result")
    told = result.get("language") if isinstance(result, dict) else None
    return str(value.get("language") or told or "")


def _left_out(segments: list[Any]) -> Iterator[Diagnostic]:
    listed = (item.get("words") for item in segments)
    words = sum(len(found) for found in listed if isinstance(found, list))
    if words:
        message = f"the times of {words} words are left out"
        yield Diagnostic(rules.WORD_TIMES, message, source="readers")
