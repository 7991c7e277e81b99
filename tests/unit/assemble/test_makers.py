"""Who made the record becomes a person, and is nobody else by likeness."""

from collections.abc import Callable

import pytest

from tei_encoder.model.metadata import Metadata, ResponsibilityGiven
from tei_encoder.model.record import Record

Make = Callable[..., tuple[Record, object, str]]
TURN = ("turn", "Jon Marlow: Welcome.", "Jon Marlow")


def makers(record: Record) -> list[tuple[str, str, str | None]]:
    """Give role, name and person of whoever made the record."""
    return [
        (str(r.role), r.name.text, r.person)
        for r in record.description.responsibilities
    ]


def test_initials_are_nobody_elses(make: Make) -> None:
    """Who signs with initials may or may not be the stenographer: no machine knows."""
    record, _, _ = make(
        TURN,
        ("colophon", "Notes taken by stenograph\nHaxhi Kroi", "stenographer"),
        ("colophon", "Deciphered by H. K.", "decipherer"),
        ("colophon", "Typed by F. Kola", "typist"),
    )

    assert [
        ("stenographer", "Haxhi Kroi", "p-haxhi-kroi"),
        ("decipherer", "H. K.", "p-h-k"),
        ("typist", "F. Kola", "p-f-kola"),
    ] == makers(record)
    assert ["p-jon-marlow", "p-haxhi-kroi", "p-h-k", "p-f-kola"] == [
        entity.id for entity in record.entities
    ]
    assert {None} == {entity.role for entity in record.entities[1:]}


def test_one_form_is_one_person(make: Make) -> None:
    """The same printed name is one person's, whatever was done."""
    record, _, _ = make(
        TURN,
        ("colophon", "Deciphered by H. K.", "decipherer"),
        ("colophon", "Typed by H. K.", "typist"),
    )

    assert ["p-h-k", "p-h-k"] == [person for _, _, person in makers(record)]
    assert 2 == len(record.entities)


@pytest.mark.parametrize(
    ("printed", "person"),
    [
        ("Jon Marlow", "p-jon-marlow"),
        ("Comrade Jon Marlow", "p-jon-marlow"),
        ("Marlow", "p-marlow"),
    ],
)
def test_a_participant_may_make_the_record(
    make: Make, printed: str, person: str
) -> None:
    """A full name but for the honorific is the participant's; a surname is not."""
    record, _, _ = make(TURN, ("colophon", f"Typed by {printed}", "typist"))

    assert [person] == [each for _, _, each in makers(record)]


@pytest.mark.parametrize("name", ["FBIS", "Foreign Ministry Language Service"])
def test_a_body_is_no_person(make: Make, name: str) -> None:
    """An abbreviation, or a name with a word of bodies, makes no person."""
    given = Metadata(responsibilities=(ResponsibilityGiven("trl", name),))
    record, _, _ = make(TURN, metadata=given)

    assert [("trl", name, None)] == makers(record)
    assert 1 == len(record.entities)


def test_ids_differ(make: Make) -> None:
    """A maker with the surname that a participant goes by is another person."""
    record, _, _ = make(
        ("turn", "Marlow: Welcome.", "Marlow"),
        ("colophon", "Typed by Marlow", "typist"),
    )

    assert ["p-marlow", "p-marlow-2"] == [entity.id for entity in record.entities]
    assert [("typist", "Marlow", "p-marlow-2")] == makers(record)
