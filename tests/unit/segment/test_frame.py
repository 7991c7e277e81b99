"""The frame around the conversation: title, date, attendance, colophon, furniture."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tei_encoder.model.block import Block, Field, Kind

Cut = Callable[..., tuple[Block, ...]]
TALK = (
    "\n\nMr. Roe: Thank you for coming here, and for your time today.\n\n"
    "Mrs. Poe: We are glad that we could come, Mr. Roe.\n\n"
    "Mr. Roe: Then let us begin.\n\nMrs. Poe: Let us.\n\n"
)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Record of a conversation between A. Roe and B. Poe", Kind.TITLE),
        ("May 4, 1971", Kind.DATE),
        ("Geneva, May 4, 1971", Kind.PLACE),
        ("4 мая 1971 года", Kind.DATE),
        ("DATE: 4 May 1971", Kind.DATE),
        ("PLACE: Geneva", Kind.PLACE),
        ("Present: Mr. Roe, Mrs. Poe and Mr. Doe", Kind.PARTICIPANTS),
        ("The meeting was held in the small hall of the palace.", Kind.SETTING),
        ("TOP SECRET", Kind.OTHER),
        ("Made possible with support from the Roe Foundation", Kind.NOTE),
        ("Source: State Archive, f. 5, op. 12, d. 7", Kind.SOURCE),
    ],
)
def test_a_line_before_the_talk_is_told(line: str, kind: Kind, cut: Cut) -> None:
    """What a record's head states is known by its words and its form."""
    first, *_ = cut(line + TALK)
    assert kind is first.kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("(Laughter.)", Kind.STAGE),
        ("[Page 7]", Kind.PAGE_MARKER),
        ("– 12 –", Kind.PAGE_MARKER),
        ("20:53:15", Kind.NARRATION),
        ("ACT II", Kind.HEADING),
    ],
)
def test_a_line_within_the_talk_is_told(line: str, kind: Kind, cut: Cut) -> None:
    """What stands among the turns is no speech, and the speech goes on after it."""
    blocks = cut(f"{TALK}{line}{TALK}")
    assert [kind] == [block.kind for block in blocks if block.kind is not Kind.TURN]


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("Typed by A. Doe", Field.TYPIST),
        ("Notes taken by B. Doe", Field.STENOGRAPHER),
        ("Printed in 3 copies", Field.COPIES),
        ("Deciphered by C. D.", Field.DECIPHERER),
        ("Date: June 1, 1971", Field.COLOPHON_DATE),
    ],
)
def test_the_colophon_is_told(line: str, field: Field, cut: Cut) -> None:
    """Each line of a colophon says which fact it states."""
    *_, last = cut(f"{TALK}Notes taken by A. Doe\n\n{line}")
    assert (Kind.COLOPHON, field) == (last.kind, last.field)


def test_a_list_of_those_present_reaches_to_the_next_field(cut: Cut) -> None:
    """Names under a caption are participants, what stands under another is not."""
    head = "PARTICIPANTS:\n\nMr. Roe, Minister\n\nMrs. Poe\n\nPLACE:\n\nGeneva"
    kinds = [block.kind for block in cut(head + TALK)][:5]
    assert [
        Kind.HEADING,
        Kind.PARTICIPANTS,
        Kind.PARTICIPANTS,
        Kind.HEADING,
        Kind.PLACE,
    ] == kinds


def test_the_seed_is_read_as_its_gold_says(seed: Path, cut: Cut) -> None:
    """Eighteen turns, a colophon of six lines, and the labels of the web page."""
    text = seed.read_text(encoding="utf-8")
    blocks = cut(text, "wilson_center")
    kinds = [block.kind for block in blocks]
    assert 18 == kinds.count(Kind.TURN)
    assert 31 == kinds.count(Kind.TURN_CONTINUATION)
    assert [
        Field.STENOGRAPHER,
        Field.STENOGRAPHER,
        Field.COPIES,
        Field.DECIPHERER,
        Field.TYPIST,
        Field.COLOPHON_DATE,
    ] == [block.field for block in blocks if block.kind is Kind.COLOPHON]
    assert 3 == sum(block.field is Field.PAGE_LABEL for block in blocks)
    assert [Field.RECORD_TYPE, Field.FUNDER] == [
        block.field for block in blocks if block.kind is Kind.OTHER
    ]
    assert 0 < min(block.margin for block in blocks)
