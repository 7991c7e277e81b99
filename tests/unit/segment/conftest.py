"""Shared by the tests of segmentation: a page from a few lines."""

from collections.abc import Callable

import pytest

from tei_encoder.model.block import Block, Field
from tei_encoder.model.source import Source
from tei_encoder.profiles import load
from tei_encoder.segment import segment
from tei_encoder.stages import Settings

Cut = Callable[..., tuple[Block, ...]]


@pytest.fixture(scope="session")
def cut() -> Cut:
    """Give a function that segments a text and leaves out the blanks."""

    def blocks(text: str, profile: str = "generic") -> tuple[Block, ...]:
        source = Source("page", text, "", "", "utf-8", "text")
        found = segment(source, Settings(profile=load(profile))).value
        return tuple(block for block in found if block.field is not Field.BLANK)

    return blocks


@pytest.fixture(scope="session")
def labels(cut: Cut) -> Callable[..., list[str]]:
    """Give a function that lists the labels of a text, in order."""

    def names(text: str, profile: str = "generic") -> list[str]:
        return [b.label.name.of(text) for b in cut(text, profile) if b.label]

    return names
