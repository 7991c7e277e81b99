"""Damaged pages, Markdown, mails and archives: a sound `Source` or our own error."""

import gzip
import io
import random
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import fields
from email.message import EmailMessage
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tei_encoder.errors import TeiEncoderError
from tei_encoder.model.layout import AnchoredNote, StatedTurn
from tei_encoder.model.source import Source, Span
from tei_encoder.readers import read
from tei_encoder.readers.choice import choose

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
WEB = FIXTURES / "web"

#: pieces that mean something in one of the formats
TOKENS = (
    b"<", b">", b"</p>", b"<p>", b"<table>", b"<tr><td>", b"</table>", b"<ul><li>",
    b"<ol start=99999999999>", b"<li value=-7>", b"<dl><dt>", b"<dd>",
    b"<a href='#n1'>", b"<div id=n1>", b"<nav>", b"<main>", b"<pre>", b"<br>",
    b"<!--", b"-->", b"<![CDATA[", b"<script>", b"<svg>", b"<body>", b"<html>",
    b"<meta charset=utf-16>", b"&#0;", b"&#x80;", b"&#xD800;", b"&#99999999;",
    b"&amp", b"\0", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\r", b"\n\n",
    b"    ", b"[^1]", b"[^1]:", b"---\n", b"```", b"|",
    b"<b style='margin-left:9e999em;font-weight:'>", b"Content-Type: text/html\n",
    b"Content-Transfer-Encoding: base64\n",
    b"Content-Type: multipart/mixed; boundary=B\n", b"--B\n", b"=?utf-8?b?/w==?=",
    b"charset=nosuch\n", b"PK\x03\x04", b"PK\x01\x02", b"../", b"\x1f\x8b", b"ustar",
)  # fmt: skip


def page_samples() -> list[bytes]:
    """Give pages by three programs."""
    names = ("talk-pandoc.html", "talk-writer.html", "archive-page-chromium.html")
    return [(WEB / name).read_bytes() for name in names]


def markdown_samples() -> list[bytes]:
    """Give Markdown by pandoc and by hand."""
    return [(WEB / "talk.md").read_bytes(), (FIXTURES / "talk.md").read_bytes()]


def mail_samples() -> list[bytes]:
    """Give a mail in two forms with a file attached."""
    message = EmailMessage()
    message["Message-ID"], message["From"], message["To"] = "<1@x>", "Ann <a@x>", "b@x"
    message["Subject"] = "Talk of 3 May – “notes”"
    message.set_content("Ann: Yes – so.\n\nBo: No.\n")
    plain = message.as_bytes()
    message.add_alternative(page_samples()[2].decode(), subtype="html")
    message.add_attachment(b"Bo: No.", "text", "plain", filename="a.txt")
    return [plain, message.as_bytes()]


def zip_samples() -> list[bytes]:
    """Give zip archives of one record, packed and not."""
    found = []
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", method) as archive:
            archive.writestr("a.html", page_samples()[2])
            archive.writestr("b.png", b"")
        found.append(stream.getvalue())
    return found


def tar_samples() -> list[bytes]:
    """Give tar archives of one record, packed and not."""
    found = []
    for mode in ("w", "w:gz", "w:bz2", "w:xz"):
        stream = io.BytesIO()
        with tarfile.open(fileobj=stream, mode=mode) as archive:
            archive.add(WEB / "talk.md", "b/talk.md", recursive=False)
        found.append(stream.getvalue())
    return found


KINDS: dict[str, Callable[[], list[bytes]]] = {
    "html": page_samples,
    "md": markdown_samples,
    "eml": mail_samples,
    "zip": zip_samples,
    "tar": tar_samples,
}


@cache
def samples(kind: str) -> list[bytes]:
    """Give the sound files of a format."""
    return KINDS[kind]()


def damaged(data: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """Cut, double, overwrite, splice or truncate a file, a few times."""
    for _ in range(chance.choice((1, 1, 2, 3, 8, 30))):
        if not data:
            break
        at = chance.randrange(len(data))
        end = min(len(data), at + chance.choice((0, 1, 2, 9, 60, 500)))
        match chance.randrange(6):
            case 0:
                data = data[:at] + chance.choice(TOKENS) + data[end:]
            case 1:
                data = data[:at] + chance.randbytes(end - at) + data[end:]
            case 2:
                data = data[:at] + data[end:]
            case 3:
                data = data[:end] + data[at:]
            case 4:
                data = data[:at] + chance.choice(others)[at:]
            case _:
                data = data[:at] if chance.random() < 0.2 else data
    return data


def spread(kind: str, seeds: range) -> dict[str, int]:
    """Count how damaged files end; a sound end has its evidence in its text."""
    ends = {"read": 0, "refused": 0, "without a place": 0}
    for seed in seeds:
        chance = random.Random(seed)  # noqa: S311 - no secret
        others = samples(kind)
        data = damaged(chance.choice(others), others, chance)
        try:
            source = read(data, "a", format=kind).value
        except TeiEncoderError as error:
            ends["refused" if error.place else "without a place"] += 1
        else:
            assert [] == list(outside(source)), (kind, seed)
            source.text.encode()
            ends["read"] += 1
    return ends


def sane(ends: dict[str, int]) -> bool:
    """Tell whether files were read, and each refusal names its place."""
    return ends["read"] > 0 and ends["without a place"] == 0


def outside(source: Source) -> Iterator[Any]:
    """Give the evidence whose spans are not in the text."""
    for field in fields(source.layout):
        for item in getattr(source.layout, field.name):
            for span in spans(item):
                if span.end > len(source.text):
                    yield item


def spans(item: Any) -> tuple[Span, ...]:  # noqa: ANN401 - any evidence
    """Give the spans of an item."""
    match item:
        case AnchoredNote():
            return (item.anchor, item.body, *filter(None, [item.mark]))
        case StatedTurn():
            return (*filter(None, [item.label]), *item.speech)
    cells = (cell for row in getattr(item, "rows", ()) for cell in row)
    return (item.span, *getattr(item, "items", ()), *cells)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_damaged_files_are_read_or_refused(kind: str) -> None:
    """A few hundred damaged files per format raise nothing but our own errors."""
    assert sane(spread(kind, range(300)))


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_many_damaged_files_are_read_or_refused(kind: str) -> None:
    """The same of ten thousand per format."""
    assert sane(spread(kind, range(300, 10_300)))


@pytest.mark.parametrize("count", [300, pytest.param(10_000, marks=pytest.mark.slow)])
def test_any_beginning_has_a_format_or_is_refused(count: int) -> None:
    """The format of damaged files of every kind is told without a crash."""
    paths = (p for p in sorted(FIXTURES.rglob("*")) if p.is_file())
    found = [
        gzip.decompress(p.read_bytes()) if p.suffix == ".gz" else p.read_bytes()
        for p in paths
        if p.stat().st_size < 100_000
    ]
    places = set()
    for seed in range(count):
        chance = random.Random(seed)  # noqa: S311 - no secret
        data = damaged(chance.choice(found), found, chance)
        try:
            assert choose(data, "a.txt").value
        except TeiEncoderError as error:
            places.add(error.place)
    assert places <= {"a.txt"}
