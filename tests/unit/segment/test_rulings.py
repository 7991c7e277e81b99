"""Rulings on blocks and labels win over what was read; blocks partition the text."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from tei_encoder.model.block import Block, Field, Kind
from tei_encoder.model.decision import Decisions, Labelling, Relabel, Ruling
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.source import Source, Span
from tei_encoder.profiles import load
from tei_encoder.segment import rule_on_blocks, segment
from tei_encoder.stages import Settings

TALK = """\
A Talk

MR. ROE: Good morning. Sit down.

MS. DOE
Thank you.

The sun shone.

MR. ROE: It rained.
It poured.

MS. DOE: Yes.
"""
Shown = tuple[str, str, str]
Ruled = tuple[list[Shown], list[str]]


def block_of(block: Block, text: str) -> Shown:
    """Show kind, printed name and words of a block."""
    name = block.label.name.of(text) if block.label else ""
    return str(block.kind), name, block.span.of(text)


@pytest.fixture
def rule() -> Callable[..., Ruled]:
    """Give a function that rules on words of a text: its blocks, and the findings."""

    def ruled(words: str, action: Relabel | Labelling, text: str = TALK) -> Ruled:
        source = Source("page", text, "", "", "utf-8", "text")
        read = segment(source, Settings(profile=load("generic")))
        at = text.index(words)
        ruling = Ruling(action, "A.", span=Span(at, at + len(words)))
        found = rule_on_blocks(source, Decisions("", (ruling,)), read, source.span)
        assert (0, len(text)) == (found.value[0].span.start, found.value[-1].span.end)
        assert all(a.span.end == b.span.start for a, b in pairwise(found.value))
        shown = [b for b in found.value if b.field is not Field.BLANK]
        assert all(b.span == b.span.trimmed(text) for b in shown)
        codes = [d.rule.code for d in found.diagnostics if d.source == "decisions"]
        return [block_of(block, text) for block in shown], codes

    return ruled


def test_a_block_is_of_the_kind_that_is_ruled(rule: Callable[..., Ruled]) -> None:
    """Some of its words are enough; a turn that is none loses its label."""
    blocks, findings = rule("sun", Relabel(Kind.STAGE))
    assert ("stage", "", "The sun shone.") in blocks
    blocks, findings = rule("Good morning", Relabel(Kind.NOTE))
    assert ("note", "", "MR. ROE: Good morning. Sit down.") in blocks
    assert [] == findings


def test_words_in_two_blocks_rule_on_both(rule: Callable[..., Ruled]) -> None:
    """Each keeps its own span."""
    blocks, _ = rule("shone.\n\nMR. ROE: It", Relabel(Kind.NOTE))

    assert ("note", "", "The sun shone.") in blocks
    assert ("note", "", "MR. ROE: It rained.\nIt poured.") in blocks


def test_a_label_alone_on_its_line_goes_without_the_speech(
    rule: Callable[..., Ruled],
) -> None:
    """What stands below it goes on with the speech before."""
    text = TALK.replace("\nThank", "\n\nThank")
    blocks, _ = rule("MS. DOE", Relabel(Kind.HEADING), text)
    assert ("turn_continuation", "", "Thank you.") in blocks
    assert ("heading", "", "MS. DOE") in blocks


def test_a_struck_label_is_text_of_the_speech_before(
    rule: Callable[..., Ruled],
) -> None:
    """Before any speech, it begins a paragraph."""
    blocks, _ = rule("MR. ROE: It", Labelling(stands=False))
    assert ("turn_continuation", "", "MR. ROE: It rained.\nIt poured.") in blocks
    blocks, _ = rule("MR. ROE: Good", Labelling(stands=False))
    assert ("narration", "", "MR. ROE: Good morning. Sit down.") in blocks


@pytest.mark.parametrize("words", ["The sun", "It poured", "Sit"])
def test_a_label_begins_a_turn_where_it_stands(
    rule: Callable[..., Ruled], words: str
) -> None:
    """What is before it in the block stays what it was."""
    blocks, findings = rule(words, Labelling(stands=True))
    turn = next(block for block in blocks if block[1] == words)

    assert turn[0] == "turn"
    assert turn[2].startswith(words)
    assert [] == findings


def test_a_label_takes_its_closing_mark_and_leaves_its_remark(
    rule: Callable[..., Ruled],
) -> None:
    """The name is without both; the words below a label alone are its speech."""
    text = (
        "MR. ROE: Go.\n\nMS. DOE: Yes.\n\nThe clerk (rising):\n\nWe go.\n\nMR. ROE: So."
    )
    blocks, _ = rule("The clerk (rising)", Labelling(stands=True), text)

    assert ("turn", "The clerk", "The clerk (rising):\n\nWe go.") in blocks


def test_what_is_no_label_cannot_lose_it(rule: Callable[..., Ruled]) -> None:
    """It is reported, and nothing changes."""
    before, _ = rule("sun", Relabel(Kind.NARRATION))
    blocks, findings = rule("It rained", Labelling(stands=False))

    assert ["DC803"] == findings
    assert [b for b in blocks if b[1]] == [b for b in before if b[1]]


def test_blanks_are_no_block(rule: Callable[..., Ruled]) -> None:
    """Nothing is there to rule on."""
    _, findings = rule("\n\n", Relabel(Kind.NOTE))

    assert ["DC803"] == findings


def test_findings_on_other_blocks_stay() -> None:
    """Without rulings, the blocks are those that were read."""
    source = Source("page", TALK, "", "", "utf-8", "text")
    read = segment(source, Settings(profile=load("generic")))
    found = rule_on_blocks(source, Decisions(), read, source.span)

    assert read.value == found.value
    assert isinstance(found, Outcome)
    assert [d.rule for d in read.diagnostics] == [d.rule for d in found.diagnostics]
