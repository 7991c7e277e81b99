"""People of two records are one person only where that is certain."""

from hypothesis import given
from hypothesis import strategies as st

from tei_encoder.corpus import Appearance, merge
from tei_encoder.model.description import Statement
from tei_encoder.model.record import Entity, EntityKind, Name, NameType

ONE, OTHER = "https://viaf.org/viaf/1", "https://viaf.org/viaf/2"


def person(
    record: str,
    name: str,
    *references: str,
    role: str | None = "speaker",
    office: str | None = None,
) -> Appearance:
    """Make an appearance of a person in a record."""
    entity = Entity(
        f"p-{name.casefold()}",
        EntityKind.PERSON,
        (Name(name), Name(f"Comrade {name}", NameType.LABEL)),
        role,
        Statement(office) if office else None,
        references=references,
    )
    return Appearance(record, entity)


def ids(*appearances: Appearance) -> list[str]:
    """Give the ids of the persons made of some appearances."""
    return [each.id for each in merge(appearances).persons]


def test_same_reference() -> None:
    """Two names with a reference in common are one person's."""
    (merged,) = merge([person("a", "Ann", ONE), person("b", "Anna Bo", ONE)]).persons
    assert ("Anna Bo", ("Ann",), ("b: the same reference " + ONE,)) == (
        merged.name,
        merged.names(labels=False),
        merged.reasons,
    )


def test_same_full_name() -> None:
    """The same full name is one person's."""
    assert ["p-ann-example"] == ids(
        person("a", "Ann Example"), person("b", "ANN  Example", role=None)
    )


def test_no_full_name() -> None:
    """One word, or initials, may be anybody's."""
    assert ["p-ann", "p-ann.b"] == ids(person("a", "Ann"), person("b", "Ann"))
    assert ["p-f-kola", "p-f-kola.b"] == ids(
        person("a", "F. Kola"), person("b", "F. Kola")
    )


def test_like_names() -> None:
    """Names that are like each other are of two."""
    assert 2 == len(ids(person("a", "Kim Il Sung"), person("b", "Kim Jong Il")))


def test_other_reference_of_the_service() -> None:
    """One name with two numbers of a service is of two, and that is said."""
    merged = merge([person("a", "John Smith", ONE), person("b", "John Smith", OTHER)])
    assert ["p-john-smith", "p-john-smith.b"] == [p.id for p in merged.persons]
    assert ("John Smith in b kept apart: viaf.org has two of that name",) == (
        merged.apart
    )


def test_other_office() -> None:
    """One name with two offices may be of two."""
    assert 2 == len(
        ids(
            person("a", "John Smith", office="Minister of Trade"),
            person("b", "John Smith", office="interpreter"),
        )
    )


def test_two_in_one_record() -> None:
    """A record that has two of a name knows why."""
    assert 2 == len(ids(person("a", "John Smith"), person("a", "John Smith")))


def test_unidentified() -> None:
    """Whom the record could not tell is nobody to be listed."""
    assert [] == ids(person("a", "Unknown Voice", role="unidentified"))


NAMES = st.sampled_from(["Ann Example", "Bo Sample", "Ann", "J. S.", "Ann Other"])
PEOPLE = st.lists(
    st.builds(
        lambda record, name, known: person(record, name, *known),
        st.sampled_from("abcdef"),
        NAMES,
        st.lists(st.sampled_from([ONE, OTHER]), max_size=1),
    ),
    max_size=12,
    unique_by=lambda each: (each.record, each.entity.id),
)


@given(PEOPLE, st.randoms(use_true_random=False))
def test_order_is_of_no_account(found: list[Appearance], chance: object) -> None:
    """The order of the files changes no id and no person."""
    mixed = list(found)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    key = [(p.id, p.name) for p in merge(found).persons]
    assert key == [(p.id, p.name) for p in merge(mixed).persons]


@given(PEOPLE)
def test_nobody_is_lost(found: list[Appearance]) -> None:
    """Every appearance is of one person, and ids are unique."""
    persons = merge(found).persons
    assert len(found) == sum(len(p.appearances) for p in persons)
    assert len(persons) == len({p.id for p in persons})


@given(PEOPLE, PEOPLE)
def test_earlier_ids_stay(found: list[Appearance], later: list[Appearance]) -> None:
    """Who has an id keeps it, whatever comes later."""
    earlier = merge(found).persons
    again = {a.entity: p.id for p in earlier for a in p.appearances}
    both = merge(later, earlier).persons
    assert not {p.id for p in both} & set(again.values()) - {p.id for p in earlier}
    assert len(both) == len({p.id for p in both})
