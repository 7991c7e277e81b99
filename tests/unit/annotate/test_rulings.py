"""Rulings on names, dates and brackets: a person's claim stands, others give way."""

from collections.abc import Callable

import pytest

from tei_encoder import Settings, load_profile, parse_record, read
from tei_encoder.decisions import parse_decisions
from tei_encoder.model.annotation import Annotation, AnnotationKind, Status
from tei_encoder.model.description import Certainty, Origin
from tei_encoder.model.record import Record

TALK = """\
MR. TVEIT: I met Jon Marlow and Comrade Holm in France on 3 May [as it were].

MRS. BRANDT: At 5 [sic] o'clock?

MR. TVEIT: Yes.
"""
Rule = Callable[[str], tuple[Record, list[str]]]


@pytest.fixture
def rule() -> Rule:
    """Give a function that annotates the talk under one ruling."""

    def ruled(toml: str) -> tuple[Record, list[str]]:
        decisions = parse_decisions(f"[[ruling]]\n{toml}\nby = 'A.'\n", "a.toml")
        source = read(TALK.encode(), "talk.txt").value
        settings = Settings(profile=load_profile("generic"), decisions=decisions)
        parsed = parse_record(source, settings)
        found = [d.message for d in parsed.diagnostics if d.source == "decisions"]
        return parsed.records[0], found

    return ruled


def claims(record: Record, words: str) -> list[Annotation]:
    """Give what is claimed of exactly some words."""
    return [a for a in record.annotations if a.span.of(TALK) == words]


def test_a_claim_of_the_rules_becomes_the_reviewers(rule: Rule) -> None:
    """It is confirmed, certain and theirs, with the entity that it had."""
    record, _ = rule('quote = "France"\nconfirm = "place"')
    (claim,) = claims(record, "France")

    assert (AnnotationKind.PLACE_NAME, "A.") == (claim.kind, claim.responsible)
    assert (Status.CONFIRMED, Certainty.HIGH) == (claim.status, claim.certainty)
    assert claim.target in {entity.id for entity in record.entities}


def test_words_nobody_claimed_are_claimed(rule: Rule) -> None:
    """A new claim has a new entity, with the address that the ruling gives."""
    record, _ = rule('quote = "Jon Marlow"\nconfirm = "person"\nref = "urn:x"')
    (claim,) = claims(record, "Jon Marlow")
    (entity,) = (e for e in record.entities if e.id == claim.target)

    assert (AnnotationKind.PERS_NAME, Status.CONFIRMED) == (claim.kind, claim.status)
    assert (("urn:x",), Origin.DECISION) == (entity.references, entity.origin)


def test_a_value_says_who_is_meant(rule: Rule) -> None:
    """It is the name of somebody in the record, by any form."""
    record, _ = rule('quote = "Jon Marlow"\nconfirm = "person"\nvalue = "mr. tveit"')

    assert ["p-tveit"] == [claim.target for claim in claims(record, "Jon Marlow")]


def test_the_claim_around_the_quoted_words_is_meant(rule: Rule) -> None:
    """A name without its title, a bracket without its brackets are enough."""
    record, _ = rule('quote = "as it were"\nconfirm = "bracket"\nvalue = "illegible"')
    (claim,) = claims(record, "[as it were]")

    assert (AnnotationKind.GAP, (("reason", "illegible"),)) == (
        claim.kind,
        claim.attributes,
    )


@pytest.mark.parametrize(
    ("value", "attributes"),
    [
        ("1960-05-03", (("when", "1960-05-03"),)),
        ("1960-05/1961", (("from", "1960-05"), ("to", "1961"))),
    ],
)
def test_a_date_has_the_value_that_is_ruled(
    rule: Rule, value: str, attributes: tuple[tuple[str, str], ...]
) -> None:
    """What the rules read is replaced."""
    record, _ = rule(f'quote = "3 May"\nconfirm = "date"\nvalue = "{value}"')

    assert [attributes] == [claim.attributes for claim in claims(record, "3 May")]


def test_a_rejected_claim_stays_as_rejected(rule: Rule) -> None:
    """So does the title in it; it has no entity."""
    record, _ = rule('quote = "Comrade Holm"\nreject = "name"')
    judged = claims(record, "Comrade Holm") + claims(record, "Comrade")

    assert [(Status.REJECTED, "A.")] * 2 == [(a.status, a.responsible) for a in judged]
    assert not any("holm" in entity.id for entity in record.entities)


def test_what_crosses_a_confirmed_claim_gives_way(rule: Rule) -> None:
    """Claims of the rules that overlap it by half, or rename it, are rejected."""
    record, _ = rule('quote = "Holm in France"\nconfirm = "organisation"')
    crossing = claims(record, "Comrade Holm")
    renamed, _ = rule('quote = "France"\nconfirm = "person"')
    both = {claim.kind: claim.status for claim in claims(renamed, "France")}

    assert [Status.REJECTED] == [claim.status for claim in crossing]
    assert [Status.PROPOSED] == [c.status for c in claims(record, "France")]
    assert {
        AnnotationKind.PERS_NAME: Status.CONFIRMED,
        AnnotationKind.PLACE_NAME: Status.REJECTED,
    } == both


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ('quote = "I met"\nreject = "date"', "no date is claimed of these words"),
        ('quote = "I met"\nconfirm = "name"', "say person, organisation or place"),
        ('quote = "Yes.\\nMR"\nconfirm = "person"', "finds its words no more"),
        ('quote = "were]. MRS"\nconfirm = "person"', "these words are in no passage"),
    ],
)
def test_what_cannot_be_is_reported(rule: Rule, toml: str, told: str) -> None:
    """The message says what is missing."""
    (message,) = rule(toml)[1]

    assert told in message
