"""Whatever the text, its blocks are the text."""

import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_encoder.model.block import Block, Field
from tei_encoder.model.source import Source
from tei_encoder.profiles import load
from tei_encoder.segment import segment
from tei_encoder.stages import Settings

PIECES = st.sampled_from(
    [
        *(
            "Mr. Roe: ",
            "ROE. ",
            "Q. ",
            "El señor ROE.- ",
            "毛主席：",
            "الرئيس: ",
            "○議長　",
        ),
        *("\n", "\n\n", "\r\n", "\r", "\t", "\u2028", "\x00", "\x0b", "\xa0", "\ufeff"),
        *(
            "May 4, 1971",
            "Present:",
            "(Laughter.)",
            "[p. 3]",
            "Typed by X",
            "1. ",
            "ACT I",
        ),
        *(
            "Thank you. ",
            "we are glad that you came",
            "so: it is. ",
            "Yes",
            "—",
            "*",
            "|",
        ),
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))


def blocks_of(text: str) -> tuple[Block, ...]:
    """Segment a text with the generic profile."""
    source = Source("page", text, "", "", "utf-8", "text")
    return segment(source, Settings(profile=load("generic"))).value


@given(TEXTS)
def test_blocks_partition_any_text(text: str) -> None:
    """Blocks follow each other without gap, from the first character to the last."""
    blocks = blocks_of(text)
    assert text == "".join(block.span.of(text) for block in blocks)
    assert all(a.span.end == b.span.start for a, b in pairwise(blocks))
    for block in blocks:
        words = block.span.of(text)
        if block.field is Field.BLANK:
            assert not words.strip()
        else:
            assert words == words.strip()


@given(TEXTS)
def test_labels_lie_within_their_blocks(text: str) -> None:
    """The name lies within what is printed, and that within the block."""
    for block in blocks_of(text):
        if block.label:
            assert block.label.printed in block.span
            assert block.label.name in block.label.printed


@given(TEXTS.filter(lambda text: "\r" not in text))
def test_a_carriage_return_changes_no_label(text: str) -> None:
    r"""`\r\n` for `\n` gives the same kinds and labels."""
    other = text.replace("\n", "\r\n")
    assert _told(text) == _told(other)


def _told(text: str) -> list[tuple[str, str]]:
    return [
        (str(block.kind), block.label.name.of(text) if block.label else "")
        for block in blocks_of(text)
        if block.field is not Field.BLANK
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t\n",
        "\x00\x01\n\x00",
        "a\rb\rc",
        "x" * 2_000_000,
        "X" * 10_000 + ": yes\n\nY: no",
        "word: " * 200_000,
        "\n" * 200_000,
    ],
    ids=["empty", "blank", "nul", "cr", "long", "long label", "colons", "line ends"],
)
def test_odd_texts_are_cut_as_well(text: str) -> None:
    """No text is refused, and none makes the parser hang."""
    assert text == "".join(block.span.of(text) for block in blocks_of(text))


def test_time_grows_with_the_length_alone(seed: Path) -> None:
    """Ten times the talk is no more than twenty times the work."""
    text = seed.read_text(encoding="utf-8")
    start, end = text.index("Baek Sunje: All"), text.index("Notes taken")
    turns = sum(block.label is not None for block in blocks_of(text[start:end] * 10))
    assert 170 == turns


def mutations(lines: list[str], number: int, chance: random.Random) -> Iterator[str]:
    """Delete, double or insert one line."""
    for _ in range(number):
        at = chance.randrange(len(lines))
        match chance.randrange(3):
            case 0:
                changed = lines[:at] + lines[at + 1 :]
            case 1:
                changed = [*lines[: at + 1], *lines[at:]]
            case _:
                changed = [*lines[:at], "An inserted line, of no account.", *lines[at:]]
        yield "\n".join(changed)


def count_kept(text: str, number: int, seed: int) -> tuple[int, int]:
    """Count the lines whose kind and label survive a change elsewhere, and all."""
    before = by_line(text)
    kept = total = 0
    chance = random.Random(seed)  # noqa: S311 - a sample, no secret
    for changed in mutations(text.split("\n"), number, chance):
        after = by_line(changed)
        common = before.keys() & after.keys()
        kept += sum(before[line] == after[line] for line in common)
        total += len(common)
    return kept, total


def by_line(text: str) -> dict[str, tuple[str, str]]:
    """Give kind and label of each block by its first line, where that is unique."""
    blocks = blocks_of(text)
    assert text == "".join(block.span.of(text) for block in blocks)
    told: dict[str, tuple[str, str]] = {}
    double: set[str] = set()
    for block in blocks:
        if block.field is Field.BLANK:
            continue
        line = block.span.of(text).partition("\n")[0]
        double |= {line} & told.keys()
        label = block.label.name.of(text) if block.label else ""
        told[line] = (str(block.kind), label)
    return {line: what for line, what in told.items() if line not in double}


def test_a_changed_line_leaves_the_others_alone(seed: Path) -> None:
    """At least 99.5 % of the other labels survive, on a sample of the seed."""
    kept, total = count_kept(seed.read_text(encoding="utf-8"), 40, seed=1)
    assert 0.995 <= kept / total


@pytest.mark.slow
def test_changed_lines_leave_the_others_alone_everywhere(shared: Path) -> None:
    """The same over twenty thousand changes of the shorter records of the folder."""
    paths = [
        path
        for path in sorted((shared / "gold" / "texts").glob("*/*.txt"))
        if path.stat().st_size < 40_000
    ]
    each = -(-20_000 // len(paths))
    counts = [
        count_kept(path.read_bytes().decode(), each, seed=n)
        for n, path in enumerate(paths)
    ]
    assert 0.995 <= sum(kept for kept, _ in counts) / sum(n for _, n in counts)
