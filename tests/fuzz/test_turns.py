"""Damaged tables, captions and TEI: each ends in a sound `Source` or our own error."""

import random
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import fields
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from lxml import etree

from tei_encoder.errors import TeiEncoderError
from tei_encoder.model.layout import AnchoredNote, StatedTurn
from tei_encoder.model.source import Source, Span
from tei_encoder.readers import read
from tei_encoder.tei.names import TEI

TESTS = Path(__file__).resolve().parent.parent
TURNS = TESTS / "fixtures" / "turns"
GOLDEN = TESTS / "golden"
TABLE = (
    "Who;Text;Start;End;Note;Room\r\n"
    'Ann;"Yes; ""no""\r\n\r\nor so";0:01;2,5;sic;7\r\nBo;|;x;3;;\r\n;(pause);;;;'
)
CAPTIONS = (
    "WEBVTT - Talk\nLanguage: en\n\nNOTE x\n\nSTYLE\n::cue {}\n\n1\n00:01.000 --> "
    "01:00:02.000 align:start\n<v Ann>a &amp; <i>b\nc</i></v> <v Bo>d\n\n"
    "00:03.000 --> 00:04.000\n>> e <00:03.500>f\n>> CY: g\n- h\n- i\n"
)
SUBTITLES = (
    "1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}- <b>a</b>\r\n- b &lt;\r\n\r\n"
    "2\r\n00:00:02,000 --> 00:00:03,500 X1:1\r\n>> ANN: c\r\n\r\nd\r\n"
)
WHISPER = (
    '{"segments": [{"start": 0.0, "end": 1.5, "text": " a", "speaker": "S"},'
    '{"start": 2, "end": 3, "text": "b", "words": [{}]}], "language": "en"}'
)
CPP = (
    '{"result": {"language": "de"}, "transcription": [{"offsets": {"from": 0,'
    ' "to": 9}, "text": "a"}, {"timestamps": {"from": "00:00:01,000", "to":'
    ' "00:00:02,000"}, "text": "b"}]}'
)
SAMPLES: dict[str, tuple[bytes, ...]] = {
    "csv": (TABLE.encode(), b"sep=|\nwho|said\nA|b\n"),
    "tsv": (TABLE.replace(";", "\t").encode(),),
    "jsonl": (
        b'{"who": "A", "text": "b", "n": 1.5}\n{"text": null, "m": {"a": [1, true]}}\n',
        b'[{"who": "A", "text": "b\\ud800\\n\\nc", "start": 1e-3, "end": NaN}]',
    ),
    "vtt": (CAPTIONS.encode(),),
    "srt": (SUBTITLES.encode(),),
    "whisper": (WHISPER.encode(), CPP.encode()),
}
#: words whose place, absence or doubling matters
SIGNS = (
    "\0", "\ufeff", '"', ";", "\t", "\n", "\r", "\n\n", "-->", "<v ", "</v>", ">>",
    "- ", "A: ", "{", "}", "[", "]", ",", ":", "null", "1e999", "-1", "99:99:99,999",
    "&", "<", "<u>", "</u>", "<note>", "<p/>", "\u2028", "\u00a0", "\U0001f600",
    "WEBVTT", "NOTE ", "text", "who",
)  # fmt: skip
#: names and values that elements of TEI are given
NAMES = (
    "u",
    "sp",
    "p",
    "note",
    "l",
    "speaker",
    "teiHeader",
    "cell",
    "choice",
    "x",
    "g",
)
VALUES = (
    "",
    "src:9,1",
    "src:0,99999",
    "src:3,9 src:20,30",
    "#x",
    "speaker",
    "1",
    "\u00e9",
)


@pytest.fixture(params=["csv", "jsonl", "srt", "tei", "tsv", "vtt", "whisper", "xlsx"])
def kind(request: pytest.FixtureRequest) -> str:
    """Give each format in turn."""
    return str(request.param)


def test_damaged_files_are_read_or_refused(kind: str) -> None:
    """A few hundred damaged files per format raise nothing but our own errors."""
    assert spread(kind, range(300)) > 0


@pytest.mark.slow
def test_many_damaged_files_are_read_or_refused(kind: str) -> None:
    """The same of ten thousand per format."""
    assert spread(kind, range(300, 10_300)) > 0


def spread(kind: str, seeds: range) -> int:
    """Count the damaged files that are read; the others name their place."""
    count, unplaced = 0, list[int]()
    for seed in seeds:
        chance = random.Random(seed)  # noqa: S311 - no secret
        data = damaged(kind, chance.choice(samples(kind)), chance)
        try:
            source = read(data, "a", format=kind).value
        except TeiEncoderError as error:
            unplaced += [] if error.place else [seed]
        else:
            assert [] == list(outside(source)), (kind, seed)
            count += 1
    assert [] == unplaced
    return count


@cache
def samples(kind: str) -> tuple[bytes, ...]:
    """Give sound files of a format."""
    if kind == "xlsx":
        return ((TURNS / "seed.xlsx").read_bytes(),)
    if kind != "tei":
        return SAMPLES[kind]
    ours = (p.read_bytes() for p in sorted(GOLDEN.glob("[!h]*/expected-*.xml")))
    return ((TURNS / "talk-pandoc.xml").read_bytes(), *ours)


def outside(source: Source) -> Iterator[Any]:
    """Give the evidence whose spans are not in the text."""
    for field in fields(source.layout):
        for item in getattr(source.layout, field.name):
            for span in spans(item):
                if not 0 <= span.start <= span.end <= len(source.text):
                    yield item
    yield from (turn for turn in source.layout.turns if not spans(turn))


def spans(item: Any) -> tuple[Span, ...]:  # noqa: ANN401 - any evidence
    """Give the spans of an item."""
    match item:
        case AnchoredNote(anchor=anchor, body=body, mark=mark):
            return (anchor, body, mark) if mark else (anchor, body)
        case StatedTurn(label=label, speech=speech):
            return (label, *speech) if label else speech
    rows = getattr(item, "rows", ())
    items = getattr(item, "items", ())
    return (item.span, *items, *(cell for row in rows for cell in row))


def damaged(kind: str, data: bytes, chance: random.Random) -> bytes:
    """Damage a file: its bytes, its tree, or a member of its container."""
    if kind == "tei" and chance.random() < 0.8:
        return tree_damaged(data, chance)
    if kind != "xlsx" or chance.random() < 0.1:
        return bytes_damaged(data, chance)
    with ZipFile(BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(list(members))
    members[name] = bytes_damaged(members[name], chance)
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return out.getvalue()


def bytes_damaged(data: bytes, chance: random.Random) -> bytes:
    """Cut a file short, put signs in, or take out, repeat or change some bytes."""
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.randint(0, 40))
        match chance.randrange(8):
            case 0:
                data = data[:start]
            case 1:
                data = data[:start] + data[end:]
            case 2:
                data = data[:end] + data[start:end] * 3 + data[end:]
            case 3:
                data = data[:start] + chance.randbytes(2) + data[start + 2 :]
            case _:
                data = data[:start] + chance.choice(SIGNS).encode() + data[start:]
    return data or b"x"


def tree_damaged(data: bytes, chance: random.Random) -> bytes:
    """Move, repeat, rename or take out elements; change their words and attributes."""
    root = etree.fromstring(data)
    for _ in range(chance.randint(1, 6)):
        node, other = chance.choices(list(root.iter("{*}*")), k=2)
        match chance.randrange(6):
            case 0 if node is not root:
                node.getparent().remove(node)
            case 1:
                other.append(deepcopy(node))
            case 2 if node is not root:
                node.tag = f"{{{TEI}}}{chance.choice(NAMES)}"
            case 3:
                name = chance.choice(("source", "n", "place", "type", "who", "ref"))
                node.set(name, chance.choice(VALUES))
            case 4:
                node.text = chance.choice(("", " ", "x", "\n\n[y] ", None))
            case _:
                node.tail = chance.choice(("", " ", "x", "\n", None))
    return etree.tostring(root)
