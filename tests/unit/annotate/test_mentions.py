"""What the text names becomes entities, and the names point to them."""

from dataclasses import replace

from tei_encoder.annotate import annotate
from tei_encoder.model.annotation import Annotation
from tei_encoder.model.block import Kind
from tei_encoder.model.description import Description, Statement
from tei_encoder.model.record import (
    Entity,
    EntityKind,
    Name,
    Passage,
    Record,
)
from tei_encoder.model.source import Source
from tei_encoder.stages import Settings


def annotated(
    words: str, *known: Entity, kind: Kind = Kind.NARRATION
) -> tuple[Record, dict[str, str | None]]:
    """Annotate a passage; give the record, and names with what they point to."""
    source = Source("page.txt", words, "", "", "utf-8", "text")
    part = Passage(kind, (source.span,))
    record = Record("r", source.span, Description(Statement("en")), known, (part,))
    made = annotate(source, record, Settings()).value
    return made, {
        claim.span.of(words): claim.target
        for claim in made.annotations
        if claim.kind.endswith("Name") and claim.kind != "roleName"
    }


def person(identifier: str, *names: str) -> Entity:
    """Make somebody who takes part."""
    return Entity(identifier, EntityKind.PERSON, tuple(map(Name, names)), "speaker")


def test_each_form_is_one_entity() -> None:
    """Names of one form point to one entity, whatever honorific stands before."""
    record, names = annotated(
        "They met Mr. Jon Marlow in Albania. Dr. Jon Marlow spoke of the United "
        "Nations and of Albania."
    )

    assert {
        "Mr. Jon Marlow": "p-jon-marlow",
        "Dr. Jon Marlow": "p-jon-marlow",
        "Albania": "pl-albania",
        "United Nations": "org-united-nations",
    } == names
    assert [
        ("p-jon-marlow", EntityKind.PERSON, ["Jon Marlow"]),
        ("pl-albania", EntityKind.PLACE, ["Albania"]),
        ("org-united-nations", EntityKind.ORGANISATION, ["United Nations"]),
    ] == [(e.id, e.kind, [n.text for n in e.names]) for e in record.entities]


def test_another_case_is_a_variant() -> None:
    """A form that differs in case alone is a variant of the first."""
    record, _ = annotated("They met Mr. Jon Marlow. He is Mr. JON MARLOW.")

    assert [("Jon Marlow", "preferred"), ("JON MARLOW", "variant")] == [
        (name.text, name.type) for name in record.entities[0].names
    ]


def test_a_spelling_in_brackets_is_a_variant() -> None:
    """Another spelling that an editor gives is one of whom the name before is of."""
    record, _ = annotated(
        "They met Mr. Jon Marlow [Jan Marlow] and Ada Brand [Ada Brandt].",
        person("p-ada", "Ada Brand"),
    )

    assert {
        "p-ada": ["Ada Brand", "Ada Brandt"],
        "p-jon-marlow": ["Jon Marlow", "Jan Marlow"],
    } == {e.id: [name.text for name in e.names] for e in record.entities}


def test_likeness_joins_nothing() -> None:
    """A surname alone, or an abbreviation, is an entity of its own."""
    _, names = annotated(
        "They met Mr. Jon Marlow and Mr. Marlow at the United Nations. The UN agreed."
    )

    assert ["p-jon-marlow", "p-marlow", "org-united-nations", "org-un"] == list(
        names.values()
    )


def test_who_takes_part_is_known_by_the_form() -> None:
    """A name of a participant points there; one that may be of two points nowhere."""
    _, names = annotated(
        "They met Mr. Jon Marlow. Mr. Brandt was late.",
        person("p-1", "Jon Marlow"),
        person("p-2", "Ada Brandt"),
        person("p-3", "Olaf Brandt"),
    )

    assert {"Mr. Jon Marlow": "p-1", "Mr. Brandt": None} == names


def test_ids_are_not_taken_twice() -> None:
    """Another one's id is not given again."""
    record, names = annotated("They met Mr. Jon Marlow.", person("p-jon-marlow", "X Y"))

    assert {"Mr. Jon Marlow": "p-jon-marlow-2"} == names
    assert 2 == len(record.entities)


def test_a_list_is_read_line_by_line() -> None:
    """No name or office runs on to the next line of a list of participants."""
    _, names = annotated(
        "Mr. Jon Marlow, Chairman\nMr. Per Lund\nAda Brandt",
        person("p-ada", "Ada Brandt"),
        kind=Kind.PARTICIPANTS,
    )

    assert {
        "Mr. Jon Marlow": "p-jon-marlow",
        "Mr. Per Lund": "p-per-lund",
        "Ada Brandt": "p-ada",
    } == names


def test_claims_of_others_stay() -> None:
    """What a name is said to be of already is not asked again."""
    record, _ = annotated("They met Mr. Jon Marlow.")
    told = replace(record.annotations[0], target="p-somebody")
    source = Source("page.txt", "They met Mr. Jon Marlow.", "", "", "utf-8", "text")
    given = replace(record, annotations=(told,), entities=())
    claims: tuple[Annotation, ...] = annotate(
        source, given, Settings()
    ).value.annotations

    assert "p-somebody" in {claim.target for claim in claims}
