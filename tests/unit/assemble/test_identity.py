"""Who is one person with whom, and why (the merges are kept with their reasons)."""

from collections.abc import Callable

import pytest

from tei_encoder.model.diagnostic import Diagnostic
from tei_encoder.model.record import EntityKind, NameType, Record, Utterance

Maker = Callable[..., tuple[Record, tuple[Diagnostic, ...], str]]


def speakers(record: Record) -> list[tuple[str, ...]]:
    """Give the speakers of each utterance."""
    return [part.speakers for part in record.parts if isinstance(part, Utterance)]


def talk(*labels: str) -> list[tuple[str, str, str]]:
    """Make a turn of each label."""
    return [("turn", f"{label}: Some words.", label) for label in labels]


SAME = [
    ("en", ("Prime Minister Chou", "P.M. Chou", "PM Chou")),
    ("en", ("MARC SUSSER (Historian of the Department)", "DR. SUSSER", "SUSSER")),
    ("en", ("The Secretary of State for Ulster (Mr. Merlyn Rees)", "Mr. Rees")),
    ("en", ("Mr. Walker", "Mr Walker", "Mr. Peter Walker")),
    ("en", ("N.S. Khrushchev", "KHRUSHCHEV", "N. S. Khrushchev")),
    ("en", ("Brezhnev, L.I.", "L.I. Brezhnev", "Comrade Brezhnev")),
    ("en", ("Mr. Speaker", "The Speaker")),
    ("en", ("Teng Hsiao-p'ing", "Teng", "Teng Hsiao-p’ing")),
    ("de", ("Präsidentin Mag. Barbara Prammer", "Barbara Prammer")),
    ("de", ("Abgeordneter Dr. Nikolaus Scherak, MA (NEOS)", "Dr. Nikolaus Scherak")),
    ("es", ("El señor ASCENCIO (Presidente)", "El señor ASCENCIO")),
    ("es", ("El señor ORTIZ (Ministro)", "El señor MINISTRO")),
    ("ca", ("El president de la Mesa (Julià de Jòdar)", "El president de la Mesa")),
    ("fr", ("M. le Président", "Le Président")),
    ("ru", ("Алексей Косыгин", "Тов. Косыгин", "КОСЫГИН")),
    ("sl", ("PREDSEDNIK FRANC POTOČNIK", "FRANC POTOČNIK", "GOSPOD POTOČNIK")),
    ("hu", ("Kádár János elvtárs", "Kádár János")),
    ("pl", ("Tow. Gomułka", "Władysław Gomułka")),
    ("und", ("NAHNUMANZÁDE", "Nahnumanzade")),
    ("zh", ("周恩来总理", "周恩来", "周总理")),
    ("ko", ("김일성 주석", "김일성", "김 주석")),
    ("ja", ("田中総理大臣", "田中角栄", "田中総理")),
    ("is", ("Ráðherra (Katrín Jakobsdóttir)", "Katrín Jakobsdóttir")),
]


@pytest.mark.parametrize(("language", "labels"), SAME)
def test_forms_of_one_name_are_one_person(
    make: Maker, language: str, labels: tuple[str, ...]
) -> None:
    """Honorific, office, initials, case and points do not part a person."""
    record, _, _ = make(*talk(*labels, "Somebody Else"), language=language)
    found = speakers(record)
    assert [found[0]] * len(labels) == found[:-1]
    assert found[-1] != found[0]


DIFFERENT = [
    ("en", ("Mr. Smith", "Mrs. Smith")),
    ("en", ("Fidel Castro", "Raul Castro")),
    ("en", ("F. Castro", "R. Castro")),
    ("en", ("Mr. Field (Birkenhead)", "Mr. Field (Leeds)")),
    ("en", ("Premier Li", "Ambassador Li")),
    ("de", ("Präsident Heinz Fischer", "Präsident Andreas Khol")),
    ("es", ("El señor LÓPEZ (Presidente)", "El señor GARCÍA (Presidente)")),
    ("en", ("QUESTION", "PARTICIPANT")),
    ("en", ("Q", "A")),
]


@pytest.mark.parametrize(("language", "labels"), DIFFERENT)
def test_what_tells_people_apart_is_heeded(
    make: Maker, language: str, labels: tuple[str, ...]
) -> None:
    """Other forms of address, initials, seats, offices or given names part people."""
    record, _, _ = make(*talk(*labels), language=language)
    found = speakers(record)
    assert len(set(found)) == len(labels)


def test_an_ambiguous_surname_joins_nobody(make: Maker) -> None:
    """A surname that fits two people stands alone and is reported."""
    record, findings, _ = make(*talk("Fidel Castro", "Raul Castro", "CASTRO"))
    assert len(set(speakers(record))) == 3
    assert ["AS305"] == [f.rule.code for f in findings if f.rule.code == "AS305"]


def test_an_office_of_two_holders_is_nobody_in_particular(make: Maker) -> None:
    """A role held by several people is not one person."""
    labels = "The Chairman (Mr. Alan Brown)", "The Chairman (Mr. Carl Dunn)"
    record, _, _ = make(*talk(*labels, "The Chairman"))
    assert len(set(speakers(record))) == 3


def test_every_merge_says_why(make: Maker) -> None:
    """The reason stands with the person and is a finding."""
    record, findings, _ = make(*talk("Prime Minister Chou", "P.M. Chou"))
    (person,) = record.entities
    (reason,) = person.merged
    assert reason.startswith("“P.M. Chou”: the same name")
    assert [f"merged {reason}"] == [
        f.message for f in findings if f.rule.code == "AS304"
    ]


def test_a_misread_letter_joins_a_rare_label_to_a_frequent_one(make: Maker) -> None:
    """`ZRINYl` once among many `ZRINYI` is a scan's error; the reason is kept."""
    record, _, _ = make(*talk(*["ZRINYI"] * 6, "ZRINYl", "ALAPI"), language="hu")
    found = speakers(record)
    assert {found[0]} == set(found[:7])
    assert found[7] != found[0]
    assert "scanning" in record.entities[0].merged[0]


def test_equally_frequent_labels_stay_apart(make: Maker) -> None:
    """Without the weight of repetition, `Mills` and `Miils` are two names."""
    record, _, _ = make(*talk("Milis", "Mills"))
    assert 2 == len(set(speakers(record)))


def test_anonymous_labels_are_groups_by_label(make: Maker) -> None:
    """Encoding decision 4: unidentified speakers, one per label as printed."""
    labels = "QUESTION", "Unidentified speaker", "QUESTION", "An Hon. Member"
    record, _, _ = make(*talk(*labels))
    first, second, third, fourth = speakers(record)
    assert first == third
    assert len({first, second, fourth}) == 3
    assert {"unidentified"} == {entity.role for entity in record.entities}
    assert {EntityKind.GROUP} == {entity.kind for entity in record.entities}


def test_voices_are_a_group_that_speaks(make: Maker) -> None:
    """Encoding row 14: `Voices:` is a personGrp."""
    record, _, _ = make(*talk("Voices", "Mr. Brown"))
    group, person = record.entities
    assert (EntityKind.GROUP, "speaker", "g-voices-1") == (
        group.kind,
        group.role,
        group.id,
    )
    assert person.kind is EntityKind.PERSON


def test_the_interpreter_is_a_person_with_that_role(make: Maker) -> None:
    """Encoding row 12: role `interpreter`."""
    record, _, _ = make(*talk("Interpreter"))
    (person,) = record.entities
    assert (EntityKind.PERSON, "interpreter") == (person.kind, person.role)


def test_joint_speakers_are_each_themselves(make: Maker) -> None:
    """Encoding row 16: `A and B` points to both, where both speak apart too."""
    record, _, _ = make(*talk("Mr. Brown", "Dr. Dunn", "Brown and Dunn"))
    first, second, both = speakers(record)
    assert (*first, *second) == both


def test_an_office_with_and_is_not_two_speakers(make: Maker) -> None:
    """`Minister of Justice and Defence` is one person where no two parts speak."""
    record, _, _ = make(*talk("Minister of Justice and Defence", "Mr. Brown"))
    assert [1, 1] == [len(found) for found in speakers(record)]


def test_the_full_name_on_the_page_is_preferred(make: Maker) -> None:
    """The list gives the full name; the label stays as a variant."""
    record, _, _ = make(
        ("participants", "Dr. Henry A. Kissinger, Secretary of State"),
        *talk("Kissinger"),
    )
    (person,) = record.entities
    assert "Henry A. Kissinger" == person.names[0].text
    assert ("Kissinger", NameType.LABEL) == (person.names[1].text, person.names[1].type)
    assert person.occupation is not None
    assert "Secretary of State" == person.occupation.text
    assert "speaker" == person.role


def test_ids_are_names_in_any_script(make: Maker) -> None:
    """Slugs keep letters and digits of any script; a second one gets a number."""
    record, _, _ = make(*talk("Мао Цзэдун", "周恩来", "Mr. Smith", "Mrs. Smith"))
    assert ["p-мао-цзэдун", "p-周恩来", "p-smith", "p-smith-2"] == [
        entity.id for entity in record.entities
    ]
