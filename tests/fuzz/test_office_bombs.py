"""Office files made to harm: refused or survived, within a gigabyte and a minute."""

import multiprocessing
import resource
import time
from collections.abc import Callable
from typing import Any

import pytest
from word_package import package, paragraph, run

from tei_encoder.errors import ReadError
from tei_encoder.readers import docx, odt

GIGABYTE = 1 << 30
MINUTE = 60
DEEP = 100_000
LAUGHS = "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "ha">'
    for n in range(12)
)


def nested(opening: str, closing: str) -> str:
    """Nest an element in itself."""
    return opening * DEEP + paragraph("x") + closing * DEEP


def in_words(prolog: str) -> bytes:
    """Write a package whose text is an entity."""
    return package("<w:p><w:r><w:t>&l11;</w:t></w:r></w:p>", prolog=prolog)


def flat(content: str, prolog: str = "") -> bytes:
    """Write a flat OpenDocument text."""
    names = " ".join(
        f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"'
        for n in ("office", "text", "table")
    )
    return (
        f"{prolog}<office:document {names}><office:body><office:text>{content}"
        "</office:text></office:body></office:document>"
    ).encode()


DEEP_LIST = (
    "<text:list><text:list-item>" * DEEP + "</text:list-item></text:list>" * DEEP
)
REFUSED: dict[str, Callable[[], Any]] = {
    "nested tables": lambda: docx.read(
        package(nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"), stored=True),
        "a",
    ),
    "nested controls": lambda: docx.read(
        package(
            nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"), stored=True
        ),
        "a",
    ),
    "nested lists": lambda: odt.read(flat(DEEP_LIST), "a"),
    "entities in text": lambda: docx.read(in_words(f"<!DOCTYPE x [{LAUGHS}]>"), "a"),
    "entities in a value": lambda: docx.read(
        package(
            '<w:p><w:ins w:author="&l11;"/></w:p>', prolog=f"<!DOCTYPE x [{LAUGHS}]>"
        ),
        "a",
    ),
    "an outside entity": lambda: odt.read(
        flat("&l;", '<!DOCTYPE x [<!ENTITY l SYSTEM "file:///etc/hostname">]>'), "a"
    ),
    "one run of 50 MB": lambda: docx.read(
        package(paragraph("words and words " * 3_200_000), stored=True), "a"
    ),
    "four million elements": lambda: docx.read(
        package("<w:p/>" * 4_000_000, stored=True), "a"
    ),
    "four million attributes": lambda: odt.read(
        flat("<text:p a='' b='' c='' d=''/>" * 1_000_000), "a"
    ),
    "a member of blanks": lambda: docx.read(
        package(paragraph("a") + " " * (1 << 26)), "a"
    ),
}
SURVIVED: dict[str, Callable[[], Any]] = {
    "a paragraph of 50 MB": lambda: docx.read(
        package(f"<w:p>{run('words ' * 800) * 10_500}</w:p>", stored=True), "a"
    ),
    "six hundred thousand empty paragraphs": lambda: docx.read(
        package("<w:p/>" * 600_000 + paragraph("x")), "a"
    ),
    "fifty thousand notes": lambda: docx.read(
        package(
            "<w:p>"
            + "".join(
                f'<w:r><w:footnoteReference w:id="{n}"/></w:r>' for n in range(50_000)
            )
            + "</w:p>",
            footnotes="".join(
                f'<w:footnote w:id="{n}">{paragraph("x")}</w:footnote>'
                for n in range(50_000)
            ),
        ),
        "a",
    ),
    "ten thousand pages": lambda: docx.read(
        package(
            "<w:p><w:r><w:lastRenderedPageBreak/><w:t>x</w:t></w:r></w:p>" * 10_000
        ),
        "a",
    ),
    "tables as deep as may be": lambda: docx.read(
        package(
            "<w:tbl><w:tr><w:tc>" * 80
            + paragraph("x")
            + "</w:tc><w:tc/></w:tr></w:tbl>" * 80
        ),
        "a",
    ),
    "controls as deep as may be": lambda: docx.read(
        package("<w:sdt>" * 245 + paragraph("x") + "</w:sdt>" * 245), "a"
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(REFUSED))
def test_bombs_are_refused(name: str) -> None:
    """By our own error, within memory and time."""
    assert "refused" == guarded(REFUSED[name])


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(SURVIVED))
def test_monsters_are_survived(name: str) -> None:
    """They are read, within memory and time."""
    assert "read" == guarded(SURVIVED[name])


def test_nesting_beyond_measure_is_refused() -> None:
    """A hundred thousand levels crash nothing."""
    for name in ("nested tables", "nested controls", "nested lists"):
        with pytest.raises(ReadError, match="nested too deep"):
            REFUSED[name]()


def test_entities_are_refused() -> None:
    """None is expanded, none is fetched."""
    for name in ("entities in text", "entities in a value", "an outside entity"):
        with pytest.raises(ReadError):
            REFUSED[name]()


def test_nesting_within_measure_is_read() -> None:
    """The deepest tables and controls that the parser lets through."""
    for name in ("tables as deep as may be", "controls as deep as may be"):
        assert "x" == SURVIVED[name]().value.text.strip()


def guarded(attempt: Callable[[], Any]) -> str:
    """Run an attempt in a process of its own, and say how it ended."""
    fork = multiprocessing.get_context("fork")
    answers = fork.SimpleQueue()
    process = fork.Process(target=limited, args=(attempt, answers))
    process.start()
    process.join(MINUTE * 3)
    if process.is_alive():
        process.kill()
        return "too slow"
    return str(answers.get()) if process.exitcode == 0 else "crashed"


def limited(attempt: Callable[[], Any], answers: Any) -> None:  # noqa: ANN401 - a queue
    """Make an attempt; its own input is made within the same limits of memory."""
    began = time.process_time()
    try:
        attempt()
        end = "read"
    except ReadError:
        end = "refused"
    took = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    if took > MINUTE:
        end = f"too slow: {took:.0f} s"
    if peak > GIGABYTE:
        end = f"too large: {peak >> 20} MB"
    answers.put(end)
