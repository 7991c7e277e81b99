"""Damaged office files: each ends in a sound `Source` or in our own error."""

import random
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import fields
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from lxml import etree

from tei_encoder.errors import TeiEncoderError
from tei_encoder.model.layout import AnchoredNote, StatedTurn
from tei_encoder.model.source import Source, Span
from tei_encoder.readers import docx, odt, rtf

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
READERS: dict[str, Callable[..., Any]] = {
    "docx": docx.read,
    "odt": odt.read,
    "fodt": odt.read,
    "rtf": partial(rtf._text_alone),
}
SAMPLES = {
    "docx": ["office/rich.docx", "office/rich-pandoc.docx", "office/seed.docx"],
    "odt": ["office/rich.odt", "office/rich-pandoc.odt", "office/seed.odt"],
    "fodt": ["rich.fodt"],
    "rtf": ["office/rich.rtf"],
}
VALUES = (
    "",
    "0",
    "-1",
    "9",
    "99999999999999999999",
    "x",
    "true",
    "none",
    "\u00e9",
    "1e9",
)
MEMBERS = {
    "docx": ("document", "styles", "numbering", "footnotes", "comments", "settings"),
    "odt": ("content", "styles", "manifest"),
}


def test_damaged_files_are_read_or_refused(kind: str) -> None:
    """A few hundred damaged files per format raise nothing but our own errors."""
    assert sane(spread(kind, range(300)))


@pytest.mark.slow
def test_many_damaged_files_are_read_or_refused(kind: str) -> None:
    """The same of ten thousand per format."""
    assert sane(spread(kind, range(300, 10_300)))


@pytest.fixture(params=sorted(READERS))
def kind(request: pytest.FixtureRequest) -> str:
    """Give each format in turn."""
    return str(request.param)


def sane(ends: dict[str, int]) -> bool:
    """Tell whether files were read, and each refusal names its place."""
    return ends["read"] > 0 and ends["without a place"] == 0


def spread(kind: str, seeds: range) -> dict[str, int]:
    """Count how damaged files end."""
    samples = [(FIXTURES / name).read_bytes() for name in SAMPLES[kind]]
    ends = {"read": 0, "refused": 0, "without a place": 0}
    for seed in seeds:
        chance = random.Random(seed)  # noqa: S311 - no secret
        data = damaged(kind, chance.choice(samples), chance)
        try:
            source = READERS[kind](data, "a").value
        except TeiEncoderError as error:
            ends["refused" if error.place else "without a place"] += 1
        else:
            assert [] == list(outside(source)), (kind, seed)
            ends["read"] += 1
    return ends


def outside(source: Source) -> Iterator[Any]:
    """Give the evidence whose spans are not in the text, or are empty but may not."""
    for field in fields(source.layout):
        for item in getattr(source.layout, field.name):
            for span in spans(item):
                if not 0 <= span.start <= span.end <= len(source.text):
                    yield item
    for run in (*source.layout.runs, *source.layout.changes, *source.layout.asides):
        if not run.span:
            yield run


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
    """Damage a file: its bytes, or the tree of one of its members."""
    if kind == "fodt":
        way = chance.choice((bytes_damaged, tree_damaged))
        return way(data, chance)
    if kind == "rtf" or chance.random() < 0.2:
        return bytes_damaged(data, chance)
    with ZipFile(BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    wanted = [n for n in members if any(m in n for m in MEMBERS[kind])]
    name = chance.choice(wanted if chance.random() < 0.8 else list(members))
    match chance.randrange(8):
        case 0:
            del members[name]
        case 1:
            members[name] = members[chance.choice(list(members))]
        case 2:
            members[name] = bytes_damaged(members[name], chance)
        case _:
            members[name] = tree_damaged(members[name], chance)
    return packed(members)


def packed(members: dict[str, bytes]) -> bytes:
    """Pack members, quickly."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def bytes_damaged(data: bytes, chance: random.Random) -> bytes:
    """Cut a file short, change bytes, take some out or repeat some."""
    if not data:
        return b"x"
    at, length = chance.randrange(len(data)), chance.randrange(1, 200)
    match chance.randrange(4):
        case 0:
            return data[:at]
        case 1:
            return data[:at] + data[at + length :]
        case 2:
            return data[:at] + data[at : at + length] * 2 + data[at + length :]
    changed = bytearray(data)
    for _ in range(chance.randrange(1, 20)):
        changed[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(changed)


def tree_damaged(data: bytes, chance: random.Random) -> bytes:
    """Move, repeat, rename and drop elements, and change values."""
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return bytes_damaged(data, chance)
    for _ in range(chance.randrange(1, 12)):
        elements = list(root.iter(etree.Element))[1:]
        if not elements:
            break
        change(chance.choice(elements), chance.choice(elements), chance)
    return etree.tostring(root)


def change(
    element: etree._Element, other: etree._Element, chance: random.Random
) -> None:
    """Change one element, with the help of another."""
    parent = element.getparent()
    match chance.randrange(6):
        case 0 if parent is not None:
            parent.remove(element)
        case 1:
            element.tag = other.tag
        case 2 if len(element):
            element.insert(0, deepcopy(other))
        case 3 if element not in {*other.iterancestors(), other}:
            other.append(element)
        case 4 if element.attrib:
            element.set(chance.choice(element.keys()), chance.choice(VALUES))
        case _:
            element.text = chance.choice(("", "text", "\n \t ", "\uf0b7\u00ad"))
