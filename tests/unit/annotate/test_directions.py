"""Directions that are passages of their own."""

import pytest

from tei_encoder.annotate import annotate
from tei_encoder.model.annotation import Annotation
from tei_encoder.model.block import Kind
from tei_encoder.model.description import Description, Statement
from tei_encoder.model.record import Passage, Record
from tei_encoder.model.source import Source, Span
from tei_encoder.stages import Settings


def direction(words: str, language: str = "en") -> tuple[Annotation, ...]:
    """Give the claims about a page that is one direction."""
    source = Source("page.txt", words, "", "", "utf-8", "text")
    part = Passage(Kind.STAGE, (source.span,))
    described = Description(Statement(language))
    record = Record("r", source.span, described, (), (part,))
    return annotate(source, record, Settings()).value.annotations


@pytest.mark.parametrize(
    ("words", "language", "kind"),
    [
        ("(Applause.)", "en", "kinesic"),
        ("Applause.", "en", "kinesic"),
        ("[Laughter]", "en", "vocal"),
        ("A telephone rings in the next room", "en", "incident"),
        ("(Beifall bei der SPD)", "de", "kinesic"),
        ("（拍手）", "ja", "kinesic"),
    ],
)
def test_direction_is_told_by_its_words(words: str, language: str, kind: str) -> None:
    """All of a direction is claimed for what its language's words name."""
    claim, *_ = direction(words, language)  # whoever is named in it may follow

    assert (kind, Span(0, len(words))) == (claim.kind, claim.span)


@pytest.mark.parametrize(
    "words",
    ["(Laughter and applause.)", "(Silence.)", "He thinks of the harbour.", "***"],
)
def test_what_words_do_not_tell_is_not_guessed(words: str) -> None:
    """Two kinds at once, or none that is known, are left without a claim."""
    assert () == direction(words)


def test_insertion_within_a_direction_stands_for_itself() -> None:
    """An editor's note has no place in the description of an event."""
    (claim,) = direction("(Behar Shtlla [Behar Shtylla] rises.)")

    assert "note" == claim.kind
