"""Records made by hand, the size of what a test needs."""

from collections.abc import Callable
from hashlib import sha256

import pytest

from tei_encoder.model.block import Kind
from tei_encoder.model.description import Description, Statement
from tei_encoder.model.record import (
    Entity,
    EntityKind,
    Name,
    NameType,
    Part,
    Passage,
    Record,
    Utterance,
)
from tei_encoder.model.source import Source, Span
from tei_encoder.profiles.model import Profile
from tei_encoder.stages import Annotator, Settings

MakeRecord = Callable[..., tuple[Source, Record]]
#: words, kind and attributes of each claim
Claims = list[tuple[str, str, dict[str, str]]]
ClaimsOf = Callable[..., Claims]


def source_of(text: str) -> Source:
    """Give a source with this reading text."""
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Source("page.txt", text, digest, digest, "utf-8", "text")


def speech_record(
    *turns: tuple[str, str], language: str = "en"
) -> tuple[Source, Record]:
    """Make a record of turns, each a printed label and its speech.

    The names of the speakers are their labels without the mark; a label that is
    empty makes a paragraph of setting.
    """
    text = ""
    parts: list[Part] = []
    names: dict[str, None] = {}
    for label, speech in turns:
        start = len(text)
        text += f"{label} {speech}".strip() + "\n\n"
        body = Span(start + len(label), len(text)).trimmed(text)
        if not label:
            parts.append(Passage(Kind.SETTING, (body,)))
            continue
        names.setdefault(label.partition(" (")[0].rstrip(".:"))
        passage = Passage(Kind.TURN, (body,))
        parts.append(Utterance((), Span(start, start + len(label)), (passage,)))
    entities = tuple(
        Entity(f"p-{n}", EntityKind.PERSON, (Name(name, NameType.LABEL),), "speaker")
        for n, name in enumerate(names)
    )
    description = Description(
        Statement(language), date=Statement("", when="1966-09-07")
    )
    record = Record("r", Span(0, len(text)), description, entities, tuple(parts))
    return source_of(text), record


@pytest.fixture
def speech() -> MakeRecord:
    """Give the maker of records of turns."""
    return speech_record


@pytest.fixture
def settings() -> Settings:
    """Give plain settings."""
    return Settings(Profile("generic"))


@pytest.fixture
def claims_of(settings: Settings) -> ClaimsOf:
    """Give what an annotator claims in speeches, by one speaker unless labelled."""

    def run(
        annotator: Annotator, *speeches: str | tuple[str, str], language: str = "en"
    ) -> Claims:
        turns = [("A:", each) if isinstance(each, str) else each for each in speeches]
        source, record = speech_record(*turns, language=language)
        return [
            (claim.span.of(source.text), str(claim.kind), dict(claim.attributes))
            for claim in annotator(source, record, settings).value
        ]

    return run
