"""Bad input: a clear message and exit code 2, or certified TEI; never a crash."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from tei_encoder.cli.app import app

Cli = Callable[..., Result]

TURNS = "Ann: Good morning.\n\nBo: Good morning.\n\nAnn: Well.\n\nBo: Well.\n"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b" \n\t\r\n", "white space only"),
        ("\u00a0\n".encode(), "white space only"),
        (bytes(range(32)) * 40, "binary data"),
        (b"\0" * 1000, "binary data"),
        (b"\x89PNG\r\n\x1a\n", "looks like a PNG image"),
        (b"\xef\xbb\xbfAnn: caf\xe9", "byte 0xE9 at offset 11 is not utf-8-sig"),
    ],
)
def test_what_cannot_be_read_is_told(cli: Cli, data: bytes, message: str) -> None:
    """The message names the file and the remedy; nothing is written."""
    Path("bad.txt").write_bytes(data)
    result = cli("convert", "bad.txt", "-o", "out.xml")
    assert (result.exit_code, Path("out.xml").exists()) == (2, False)
    assert message in result.stderr
    assert "bad.txt" in result.stderr
    assert "help:" in result.stderr


def test_undecodable_bytes_name_the_option(cli: Cli) -> None:
    """An encoding that does not fit is told with the offset of the byte."""
    Path("bad.txt").write_bytes("Анна: да".encode("cp1251"))
    result = cli("convert", "bad.txt", "--encoding", "ascii")
    assert result.exit_code == 2
    assert "byte 0xC0 at offset 0 is not ascii" in result.stderr
    assert "--encoding" in result.stderr


@pytest.mark.parametrize(
    "text",
    [
        "The Ambassador said that he agreed.\n",
        TURNS.replace("morning", "mor\0ning"),
        TURNS.replace("morning", "mor\ufffening\x0b"),
        TURNS.replace("\n", "\r\n"),
        TURNS.replace("\n", "\r"),
        TURNS.replace("\n\n", "\u2028\u2028"),
        TURNS.replace("Ann", "A" * 10_000),
        TURNS.replace("morning", "word " * 40_000),
        "שלום: בוקר טוב\n\nدكتور: صباح الخير\n\nשלום: כן\n\nدكتور: نعم\n",
        TURNS.replace("morning", "\U0001f600 \u202emorning"),
        "Ann:\n\nBo:\n",
        ":\n:\n:\n",
        "]]>&amp;<!-- -->\n<Ann>: no\n",
        "x",
    ],
    ids=[
        "no speech", "NUL", "U+FFFE and VT", "CRLF", "CR", "U+2028", "long label",
        "long line", "right-to-left", "astral", "labels alone", "colons", "markup",
        "one character",
    ],
)  # fmt: skip
@pytest.mark.parametrize("speech", ["u", "sp"])
def test_odd_texts_become_certified_tei(cli: Cli, text: str, speech: str) -> None:
    """Every character is kept, whatever it is; `verify` proves it again."""
    Path("odd.txt").write_bytes(text.encode())
    result = cli("convert", "odd.txt", "-o", "odd.xml", "--speech", speech)
    assert (result.exit_code, result.stdout) == (0, "")
    assert cli("verify", "odd.xml", "--text", "odd.txt").exit_code == 0


@given(st.binary(max_size=120) | st.text(max_size=120).map(str.encode))
@settings(max_examples=40, deadline=None)
def test_no_bytes_make_it_crash(data: bytes) -> None:
    """Any bytes end in TEI or in a message."""
    result = CliRunner().invoke(app, ["convert", "-"], input=data)
    assert result.exit_code in {0, 2}
    assert "defect" not in result.output
    assert bool(result.stdout_bytes) == (result.exit_code == 0)


@pytest.mark.slow
def test_a_line_of_a_hundred_megabytes(cli: Cli) -> None:
    """Time and memory stay linear in the size of a line."""
    Path("long.txt").write_bytes(b"Ann: " + b"word " * 20_000_000 + b"\n\nBo: Yes.\n")
    assert cli("convert", "long.txt", "-o", "long.xml").exit_code == 0
