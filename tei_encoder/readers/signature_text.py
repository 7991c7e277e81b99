"""Tells the formats that are text by the shape of their beginning."""

import codecs
import json
import re
from collections.abc import Callable
from typing import Final

from tei_encoder.readers.likeness import Likeness
from tei_encoder.readers.signature_xml import markup_likeness

#: how much of the beginning is looked at, in bytes
_HEAD: Final = 65536
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)

#: WebVTT 4.1: the signature, then white space or the end
_VTT: Final = re.compile(r"WEBVTT(?=[ \t\r\n]|\Z)")
#: a counter, and a line of two time codes
_SRT: Final = re.compile(
    r"\s*\d+[ \t]*\r?\n\d+:\d\d:\d\d[,.]\d{1,3}[ \t]*-->[ \t]*\d+:\d\d:\d\d"
)
#: a field of a mail's header and its continuation lines (RFC 5322, 2.2)
_FIELD: Final = re.compile(r"([!-9;-~]+):[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*(?:\r?\n|\Z)")
#: fields that programs write, and no typist (RFC 5322, 3.6; RFC 2045, 4)
_MAIL: Final = frozenset({"message-id", "mime-version", "received", "return-path"})
_SEGMENTS: Final = re.compile(r'"(?:segments|transcription)"\s*:\s*\[')
_ARRAY: Final = re.compile(r'\s*\[\s*\{\s*"')


def text_likeness(data: bytes) -> Likeness | None:
    """Say what a file of text is; None where its beginning does not say so."""
    text = _head(data)
    if markup := markup_likeness(text):
        return markup
    for shape, found in _SHAPES:
        if shape(text):
            return found
    if text.lstrip()[:1] in {"{", "["}:
        return _json_likeness(text)
    return None


def _head(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data[:_HEAD].decode(encoding, "ignore")
            return text.removeprefix("\ufeff")
    return data[:_HEAD].decode("utf-8", "replace")


def _is_mail(text: str) -> bool:
    """Tell a message by its header: fields only, some of which programs write."""
    names, place = set(), 0
    while found := _FIELD.match(text, place):
        names.add(found[1].lower())
        place = found.end()
    whole = text[place : place + 1] in {"", "\r", "\n"}
    return whole and bool(names & _MAIL) and bool(names & {"from", "date"})


def _json_likeness(text: str) -> Likeness | None:
    """Tell turns (an object on each line, or an array) from one object with segments.

    whisper.cpp calls the segments a transcription.
    """
    if _SEGMENTS.search(text):
        return Likeness("whisper", "a transcript in JSON")
    if _ARRAY.match(text):
        return Likeness("jsonl", "rows in JSON")
    try:
        first = json.loads(text.lstrip().partition("\n")[0])
    except (ValueError, RecursionError):
        return None
    is_row = isinstance(first, dict) and bool(first)
    return Likeness("jsonl", "rows in JSON") if is_row else None


_SHAPES: Final[tuple[tuple[Callable[[str], object], Likeness], ...]] = (
    (_VTT.match, Likeness("vtt", "WebVTT subtitles")),
    (_SRT.match, Likeness("srt", "SubRip subtitles")),
    (_is_mail, Likeness("eml", "an e-mail")),
)
