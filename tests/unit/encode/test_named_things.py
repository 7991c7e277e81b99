"""Everybody and everything named has an entry, and the file says where."""

import pytest
from drafting import Draughtsman, Encoded

from tei_encoder.language.load import languages, words
from tei_encoder.model.annotation import AnnotationKind
from tei_encoder.model.block import Kind
from tei_encoder.model.description import Origin, Statement
from tei_encoder.model.record import Entity, EntityKind, Name

NAMED = {
    "p-ada": (EntityKind.PERSON, AnnotationKind.PERS_NAME, "Ada"),
    "g-crew-1": (EntityKind.GROUP, AnnotationKind.RS, "the crew"),
    "o-yard": (EntityKind.ORGANISATION, AnnotationKind.ORG_NAME, "the Yard"),
    "pl-oslo": (EntityKind.PLACE, AnnotationKind.PLACE_NAME, "Oslo"),
}


def encoded(*present: str) -> Encoded:
    """Encode a sentence that names everybody; those `present` take part."""
    page = Draughtsman()
    page.passage(Kind.NARRATION, "Ada and the crew left the Yard for Oslo.")
    for name, (kind, claim, called) in NAMED.items():
        role = "present" if name in present else None
        page.entities.append(Entity(name, kind, (Name(called),), role))
        page.claim(claim, called, about=name)
    return page.encode()


def test_each_kind_has_its_list() -> None:
    """Guidelines 14.3: a list of persons and groups, of organisations, of places."""
    assert [
        ("listPerson", ["person", "personGrp"]),
        ("listOrg", ["org"]),
        ("listPlace", ["place"]),
    ] == [
        (made.tag.rpartition("}")[2], [part.tag.rpartition("}")[2] for part in made])
        for made in encoded().all("//t:standOff/*")
    ]


@pytest.mark.parametrize(
    ("present", "lists"),
    [
        ((), "standOff"),
        (("p-ada",), "particDesc and standOff"),
    ],
)
def test_the_file_says_where_names_point(present: tuple[str, ...], lists: str) -> None:
    """The editorial declaration names the lists that names really point to."""
    said = encoded(*present).one("//t:interpretation/t:p").text or ""
    assert f"Names that were identified point to their entries in {lists}." in said


def test_without_identified_names_nothing_is_said_of_them() -> None:
    """A declaration that is not true of the file would mislead."""
    page = Draughtsman()
    page.passage(Kind.NARRATION, "It rained.")
    said = page.encode().one("//t:interpretation/t:p").text or ""
    assert "Names" not in said


@pytest.mark.parametrize("tag", languages())
def test_the_language_is_named(tag: str) -> None:
    """`language` holds the name beside the tag, for every language that we read."""
    page = Draughtsman()
    page.passage(Kind.NARRATION, "It rained.")
    page.describe(language=Statement(tag, origin=Origin.RULE))
    language = page.encode().one("//t:langUsage/t:language")
    assert (tag, words(tag, "language")["name"][0]) == (
        language.get("ident"),
        language.text,
    )
