"""Turns without labels, numbers that belong to names, captions above names."""

from collections.abc import Callable

import pytest

from tei_encoder.model.block import Block, Kind

Cut = Callable[..., tuple[Block, ...]]
Labels = Callable[..., list[str]]

DASHED = (
    "— Where is the crane?\n\n— It stands in the yard.\n\n"
    "— Who put it there?\n\n— My brother did, last week.\n\n"
)
ASKED = (
    "When did you come here?\n\nI came in the spring, by the mail boat.\n\n"
    "Who met you?\n\nNobody met us. It rained.\n\n"
    "Where did you live?\n\nWe lived above the chandler's shop.\n\n"
    "Did you like it?\n\nIt was dry, and that was enough for us.\n"
)


@pytest.mark.parametrize(("page", "turns"), [(DASHED, 4), (ASKED, 8)])
def test_turns_may_have_no_labels(page: str, turns: int, cut: Cut) -> None:
    """Dashes, and questions with their answers, open turns."""
    blocks = cut(page)
    assert [Kind.TURN] * turns == [block.kind for block in blocks]
    assert all(block.label is None for block in blocks)


def test_items_of_a_list_are_no_turns(cut: Cut) -> None:
    """Dashes before items that nobody asks or answers open no turn."""
    page = "The yard needs:\n\n" + "".join(
        f"- {what} for the crane.\n\n" for what in ("Rope", "Oil", "Paint", "A cover")
    )
    assert Kind.TURN not in {block.kind for block in cut(page)}


def test_the_number_of_a_turn_is_left_out(labels: Labels) -> None:
    """Numbers that count the turns are no part of the names behind them."""
    names = ["ROE", "POE"] * 4
    page = "".join(f"{n}. {name}: We asked.\n\n" for n, name in enumerate(names, 1))
    assert names == labels(page)


def test_the_number_of_a_guard_is_his_name(labels: Labels) -> None:
    """Numbers that come back belong to the names behind them."""
    names = ["1. GUARD", "2. GUARD", "ROE"] * 3
    page = "".join(f"{name}.\nWe asked the captain.\n\n" for name in names)
    assert names == labels(page)


def test_a_caption_stands_above_names(labels: Labels) -> None:
    """Short lines without marks are a list, whatever the word above them means."""
    page = "Qatnashdilar:\nAnn Roe\nBo Poe\n\n" + "Ann Roe: Yes.\n\nBo Poe: No.\n\n" * 3
    assert ["Ann Roe", "Bo Poe"] * 3 == labels(page)


def test_an_office_in_small_letters_belongs_to_the_name(labels: Labels) -> None:
    """Parentheses that a name always has are part of it; a remark is not."""
    page = "Ann Roe (direktorka): Tak.\n\nBo Poe (inženir): Ne.\n\n" * 4
    assert ["Ann Roe (direktorka)", "Bo Poe (inženir)"] * 4 == labels(page)
    page = "Ann Roe: Tak.\n\nBo Poe: Ne.\n\n" * 4 + "Ann Roe (tiho): Tak.\n"
    assert "Ann Roe" == labels(page)[-1]


def test_initials_may_stand_behind_the_family_name(labels: Labels) -> None:
    """The full stop of the last initial closes the label, too."""
    page = "Орлов П. С. Кто будет платить?\n\nВолкова А. Н. Никто не будет.\n\n" * 3
    assert ["Орлов П. С", "Волкова А. Н"] * 3 == labels(page)
