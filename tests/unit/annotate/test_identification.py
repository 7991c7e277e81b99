"""Authority files identify exact names, and only suggest the others."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tei_encoder.annotate import annotate
from tei_encoder.annotate.likeness import alike
from tei_encoder.annotate.same_names import entries_named
from tei_encoder.model.authority import Authority, AuthorityEntry, AuthorityTable
from tei_encoder.model.diagnostic import Diagnostic
from tei_encoder.model.record import Entity, EntityKind, Name, NameType, Record
from tei_encoder.model.source import Source
from tei_encoder.stages import Settings

MakeRecord = Callable[..., tuple[Source, Record]]
PERSON, PLACE, ORG = EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANISATION


def an_entry(kind: EntityKind | None, *names: str, ref: str = "x:1") -> AuthorityEntry:
    """Make an entry of a file."""
    return AuthorityEntry(kind, names[0], names[1:], (ref,), "a.csv")


def annotated(
    speech: MakeRecord, settings: Settings, text: str, *entries: AuthorityEntry
) -> tuple[dict[str, tuple[str, ...]], tuple[Diagnostic, ...]]:
    """Give the references by preferred name, and what was found."""
    source, record = speech(("X:", text))
    authority = Authority(table=AuthorityTable(entries))
    outcome = annotate(source, record, replace(settings, authority=authority))
    told = {
        entity.names[0].text: tuple(reference for reference, _ in entity.identified)
        for entity in outcome.value.entities
        if entity.role is None
    }
    return told, outcome.diagnostics


def test_exact(speech: MakeRecord, settings: Settings) -> None:
    """A name that an entry has is found in the text and identified."""
    entries = (an_entry(PERSON, "Kim Il Sung"), an_entry(PLACE, "Fier", ref="x:2"))
    told, findings = annotated(
        speech, settings, "I saw Kim Il Sung in Fier today.", *entries
    )
    assert ({"Kim Il Sung": ("x:1",), "Fier": ("x:2",)}, ()) == (told, findings)


def test_variant(speech: MakeRecord, settings: Settings) -> None:
    """A variant of an entry is as good as its preferred name."""
    entry = an_entry(ORG, "Party of Labour", "PLA")
    told, _ = annotated(speech, settings, "The PLA thinks so.", entry)
    assert ("x:1",) == told["PLA"]


def test_with_its_title(speech: MakeRecord, settings: Settings) -> None:
    """The title before a name of an entry belongs to the claim, not to the name."""
    told, _ = annotated(
        speech,
        settings,
        "So says Comrade Kim Il Sung.",
        an_entry(PERSON, "Kim Il Sung"),
    )
    assert {"Kim Il Sung": ("x:1",)} == told


def test_part_of_a_longer_name(speech: MakeRecord, settings: Settings) -> None:
    """A listed name inside a longer one is left alone."""
    told, _ = annotated(
        speech, settings, "I saw the Fier Steel Works.", an_entry(PLACE, "Fier")
    )
    assert {} == told


def test_one_word_of_a_person(speech: MakeRecord, settings: Settings) -> None:
    """One word of a person's name in a file makes nothing in the text a person."""
    told, _ = annotated(
        speech, settings, "In May we met.", an_entry(PERSON, "Theresa May", "May")
    )
    assert {} == told


def test_ambiguous(speech: MakeRecord, settings: Settings) -> None:
    """A name of two entries identifies nobody and is reported, with a ruling."""
    two = (an_entry(PERSON, "Mao Zedong"), an_entry(PERSON, "Mao Zedong", ref="x:2"))
    told, (finding,) = annotated(speech, settings, "I saw Mao Zedong there.", *two)
    assert {"Mao Zedong": ()} == told
    assert "AN403" == finding.rule.code
    assert "--quote 'Mao Zedong' --confirm person --ref x:1" in finding.help


def test_same_entry_in_two_files(speech: MakeRecord, settings: Settings) -> None:
    """Two entries with a reference in common are one."""
    one = an_entry(PERSON, "Mao Zedong")
    other = replace(one, references=("x:1", "y:7"), file="b.csv")
    told, findings = annotated(speech, settings, "I saw Mao Zedong.", one, other)
    assert ({"Mao Zedong": ("x:1", "y:7")}, ()) == (told, findings)


def test_similar(speech: MakeRecord, settings: Settings) -> None:
    """A similar name identifies nobody; the ruling that would is shown."""
    told, (finding,) = annotated(
        speech,
        settings,
        "It was Comrade Behar Shtlla who came.",
        an_entry(PERSON, "Behar Shtylla"),
    )
    assert {"Behar Shtlla": ()} == told
    assert "AN404" == finding.rule.code
    assert "--confirm person --ref x:1" in finding.help


def test_another_kind(speech: MakeRecord, settings: Settings) -> None:
    """An entry of another kind is not meant."""
    told, _ = annotated(
        speech, settings, "It was Mr. Albany who came.", an_entry(PLACE, "Albany")
    )
    assert {"Albany": ()} == told


def test_label_last() -> None:
    """A printed label counts only where no other form is of an entry."""
    table = AuthorityTable(
        (an_entry(PERSON, "The Chair"), an_entry(PERSON, "Ann Example", ref="x:2"))
    )
    names = (Name("The Chair", NameType.LABEL), Name("ANN  EXAMPLE"))
    (found,) = entries_named(table, Entity("p", PERSON, names))
    assert "Ann Example" == found.name


def test_accents_only_suggest() -> None:
    """The same letters without accents are suggested, not taken."""
    table = AuthorityTable((an_entry(PERSON, "Władysław Gomułka"),))
    entity = Entity("p", PERSON, (Name("Wladyslaw Gomulka"),))
    assert ((), 1) == (entries_named(table, entity), len(alike(table, entity)))


def test_different_people_who_share_words() -> None:
    """Half of a name in common is no likeness."""
    table = AuthorityTable((an_entry(PERSON, "Kim Jong Il"),))
    assert () == alike(table, Entity("p", PERSON, (Name("Kim Philby"),)))


@given(st.lists(st.text(max_size=12), min_size=1, max_size=8))
def test_never_two(names: list[str]) -> None:
    """Whatever the names, what is found bears one of the entity's own."""
    table = AuthorityTable(tuple(an_entry(None, name) for name in names))
    entity = Entity("p", PERSON, (Name(names[0]),))
    found = entries_named(table, entity)
    assert all(e.name.casefold().split() for e in found if names[0].strip())
    assert found
