"""Which reader is asked: the content decides, then the suffix."""

import io
import tarfile
import zipfile

import pytest

from tei_encoder.errors import ReadError
from tei_encoder.readers import FORMATS, READERS, SUFFIXES, read
from tei_encoder.readers.choice import choose
from tei_encoder.readers.signature import likeness


def zipped(*names: str) -> bytes:
    """Give a zip file with members of these names."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


def tarred(mode: str) -> bytes:
    """Give a tar archive of one file."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode=mode) as archive:
        archive.addfile(tarfile.TarInfo("a.txt"))
    return stream.getvalue()


ODT = b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 64
MAIL = (
    b"Message-ID: <1@example.org>\r\nFrom: a@example.org\r\nSubject: x\r\n y\r\n\r\nHi"
)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7", "pdf"),
        (b"{\\rtf1 x}", "rtf"),
        (OLE + "WordDocument".encode("utf-16-le"), "doc"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), ""),
        (zipped("[Content_Types].xml", "word/document.xml"), "docx"),
        (zipped("word/document.xml")[:-10], "docx"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
        (zipped("ppt/presentation.xml"), ""),
        (ODT, "odt"),
        (zipped("a.txt", "b.txt"), "zip"),
        (tarred("w"), "tar"),
        (tarred("w:gz"), "tar"),
        (tarred("w:bz2"), "tar"),
        (tarred("w:xz"), "tar"),
        (b"\x1f\x8b torn", ""),
        (b"<!DOCTYPE html><title>x</title>", "html"),
        (b"\n<!-- saved from url=(1)x --><HTML lang=en>", "html"),
        ("\ufeff<html>".encode("utf-16-le"), "html"),
        (b"<?xml version='1.0'?><html><meta name='ocr-system'/></html>", "hocr"),
        (b"<!doctype html><div class='ocr_page'>", "hocr"),
        (b"<?xml version='1.0'?><!DOCTYPE TEI [<!ENTITY a 'b'>]><TEI/>", "tei"),
        (b"<tei:teiCorpus xmlns:tei='x'>", "tei"),
        ("<?xml version='1.0'?><alto/>".encode("utf-16"), "alto"),
        (b"<?xml version='1.0'?><PcGts xmlns='x'>", "page"),
        (b"<?xml version='1.0'?><ead/>", ""),
        (b"\xef\xbb\xbfWEBVTT - x\n\n00:01.000 --> 00:02.000\nHi", "vtt"),
        (b"1\r\n00:00:01,000 --> 00:00:02,000\r\nHi", "srt"),
        (b'{"text": "Hi", "segments": [{"start": 0}]}', "whisper"),
        (b'{"speaker": "A", "text": "Hi"}\n{"speaker": "B"}\n', "jsonl"),
        (MAIL, "eml"),
    ],
)
def test_content_tells_the_format(data: bytes, name: str) -> None:
    """What the bytes show is recognized; what no reader reads has no name."""
    found = likeness(data)
    assert found is not None
    assert (name, True) == (found.format, bool(found.words))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ann: Good morning.",
        "<Page 1>\nAnn: Good morning.",
        "< 5 days later",
        "[Ann enters]",
        "{a brace}",
        "{}",
        "[" * 100_000,
        "From: Ann\nTo: Bo\nDate: today\n\nGood morning.",
        "1\nAnn: Good morning.",
        "WEBVTTs are files.",
    ],
)
def test_plain_text_tells_nothing(text: str) -> None:
    """Texts that begin a little like a format are plain text."""
    assert likeness(text.encode()) is None


@pytest.mark.parametrize(
    ("data", "name", "chosen", "told"),
    [
        (b"Ann: Good morning.", "memo.unknown", "text", False),
        (b"Ann: Good morning.", "memo.md", "md", False),
        (b"Ann: Good morning.", "memo.HTM", "html", False),
        (b"<html>", "memo.html", "html", False),
        (b"<html>", "memo", "html", False),
        (b"<html>", "memo.txt", "html", True),
        (b"Ann: Good morning.", "memo.zip", "text", True),
        (b"\0\1\2", "memo.zip", "zip", False),
    ],
)
def test_a_misleading_suffix_is_a_finding(
    data: bytes, name: str, chosen: str, *, told: bool
) -> None:
    """Content is believed before the suffix; where they differ, that is said."""
    found = choose(data, name)
    codes = [d.rule.code for d in found.diagnostics]
    assert (chosen, ["RD105"] * told) == (found.value, codes)


def test_what_no_reader_reads_names_what_it_is() -> None:
    """The error says what the file looks like and what to do."""
    with pytest.raises(ReadError) as caught:
        read(b"<?xml version='1.0'?><ead/>", "folder/finding-aid.xml")
    assert "an XML file with the root element <ead>" in caught.value.message
    assert caught.value.place == "finding-aid.xml"
    assert "--from" in str(caught.value.remedy)


def test_from_overrides_the_content() -> None:
    """A format that is asked for is read, whatever the content looks like."""
    data = b"<html><body>Ann: Yes.</body></html>"
    assert data.decode() == read(data, "a.html", format="text").value.text


def test_the_tables_agree() -> None:
    """Every format has a row that says all; a suffix leads to a format of it."""
    assert sorted(READERS) == [row.name for row in FORMATS]
    assert all(row.keeps and row.loses for row in FORMATS)
    for suffix, name in SUFFIXES.items():
        assert (".", suffix.lower()) == (suffix[0], suffix)
        assert name in READERS
