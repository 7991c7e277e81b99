"""Labels that say whether a turn asks or answers."""

from collections.abc import Callable

import pytest

from tei_encoder.model.metadata import Metadata, PersonGiven
from tei_encoder.model.record import EntityKind, Record, Utterance

Make = Callable[..., tuple[Record, object, str]]


def exchanges(record: Record) -> list[str | None]:
    """Give what each turn is."""
    return [part.exchange for part in record.parts if isinstance(part, Utterance)]


def turns(*labels: str) -> list[tuple[str, str, str]]:
    """Give a turn for each label."""
    return [("turn", f"{label}. We agree.", label) for label in labels]


@pytest.mark.parametrize(
    ("language", "labels", "told"),
    [
        ("en", "Q A Q A", "question answer question answer"),
        ("en", "Q1 A1", "question answer"),
        ("fr", "Q R", "question answer"),
        ("en", "QUESTION SMITH", "question -"),
        ("ru", "Вопрос Ответ", "question answer"),
        ("ja", "問 答", "question answer"),
        ("en", "Q A SMITH", "question answer -"),
    ],
)
def test_letters_and_words_of_the_language(
    make: Make, language: str, labels: str, told: str
) -> None:
    """A language's letters and words for question and answer are told, no others."""
    record, _, _ = make(*turns(*labels.split()), language=language)

    assert told.split() == [each or "-" for each in exchanges(record)]


@pytest.mark.parametrize("labels", ["A B A B", "Q B Q", "A Q B", "Answer Smith", "P R"])
def test_what_may_be_initials_is_not_guessed(make: Make, labels: str) -> None:
    """Letters count in pairs without another letter; an answer needs a question."""
    record, _, _ = make(*turns(*labels.split()))

    assert {None} == set(exchanges(record))


def test_who_asks_stays_unidentified(make: Make) -> None:
    """There is one unidentified participant for each label as printed."""
    record, _, _ = make(*turns("Q", "A", "Q"))

    assert [("g-q-1", EntityKind.GROUP), ("g-a-1", EntityKind.GROUP)] == [
        (entity.id, entity.kind) for entity in record.entities
    ]
    assert {"unidentified"} == {entity.role for entity in record.entities}


def test_metadata_say_who_asks(make: Make) -> None:
    """Where the metadata give the labels to persons, these speak."""
    persons = (PersonGiven("Ada Moe", ("Q",)), PersonGiven("Per Lund", ("A",)))
    record, _, _ = make(*turns("Q", "A"), metadata=Metadata(persons=persons))

    assert {"p-ada-moe", "p-per-lund"} == {entity.id for entity in record.entities}
    assert ["question", "answer"] == exchanges(record)


def test_a_turn_goes_on_as_it_began(make: Make) -> None:
    """What follows an interruption is of the same turn."""
    record, _, _ = make(
        *turns("Q", "A"),
        ("narration", "The tape is changed."),
        ("turn_continuation", "As I said."),
    )

    assert ["question", "answer", "answer"] == exchanges(record)
