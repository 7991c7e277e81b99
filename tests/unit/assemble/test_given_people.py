"""Persons of the metadata take over the speakers whose labels they claim."""

from collections.abc import Callable

from tei_encoder.model.diagnostic import Diagnostic
from tei_encoder.model.metadata import Metadata, PersonGiven
from tei_encoder.model.record import EntityKind, NameType, Record, Utterance

Maker = Callable[..., tuple[Record, tuple[Diagnostic, ...], str]]


def talk(*labels: str) -> list[tuple[str, str, str]]:
    """Give a turn for each label."""
    return [("turn", f"{label}: Words.", label) for label in labels]


def speakers(record: Record) -> list[tuple[str, ...]]:
    """Give the speakers of the utterances."""
    return [part.speakers for part in record.parts if isinstance(part, Utterance)]


def test_metadata_name_the_person_behind_a_label(make: Maker) -> None:
    """A label of the metadata is that person's without question."""
    given = PersonGiven(
        "Hanna Solomon", labels=("HS",), role="interviewer", ref=("https://x.org/1",)
    )
    record, _, _ = make(*talk("HS", "ST"), metadata=Metadata(persons=(given,)))
    person = record.entities[0]
    assert ("Hanna Solomon", "interviewer", ("https://x.org/1",)) == (
        person.names[0].text,
        person.role,
        person.references,
    )
    assert (person.id,) == speakers(record)[0]
    assert "p-hanna-solomon" == person.id


def test_a_label_takes_over_whoever_the_page_joins_with_it(make: Maker) -> None:
    """One entity: the metadata's name, the page's forms, its office, all its labels."""
    given = PersonGiven("Zhou Enlai", labels=("PM Chou",), ref=("https://x.org/1",))
    record, findings, _ = make(
        ("participants", "Chou En-lai, Premier of the State Council\nHugo Hagen"),
        *talk("PM Chou", "Mr. Hagen", "P.M. Chou", "Chou En-lai"),
        metadata=Metadata(persons=(given,)),
    )
    person, other = record.entities
    assert {
        "Zhou Enlai": NameType.PREFERRED,
        "PM Chou": NameType.LABEL,
        "P.M. Chou": NameType.LABEL,
        "Chou En-lai": NameType.LABEL,
    } == {name.text: name.type for name in person.names}
    assert "Zhou Enlai" == person.names[0].text
    assert ("p-zhou-enlai", ("https://x.org/1",)) == (person.id, person.references)
    assert person.occupation is not None
    assert "Premier of the State Council" == person.occupation.text
    one, two = (person.id,), (other.id,)
    assert [one, two, one, one] == speakers(record)
    assert "AS305" not in {finding.rule.code for finding in findings}


def test_labels_of_two_people_are_never_one(make: Maker) -> None:
    """What the page would join stays apart where the metadata name two."""
    persons = (
        PersonGiven("Fidel Castro", labels=("CASTRO",)),
        PersonGiven("Raúl Castro", labels=("Mr. Castro",)),
    )
    record, findings, _ = make(
        *talk("CASTRO", "Mr. Castro"), metadata=Metadata(persons=persons)
    )
    assert ["Fidel Castro", "Raúl Castro"] == [e.names[0].text for e in record.entities]
    assert [("p-fidel-castro",), ("p-raúl-castro",)] == speakers(record)
    assert "AS305" not in {finding.rule.code for finding in findings}


def test_a_label_of_an_office_or_a_group_can_be_a_persons(make: Maker) -> None:
    """Nobody is asked what kind of label it is: the person speaks."""
    given = PersonGiven("Ana Brandt", labels=("THE CHAIRMAN", "Voices"))
    record, _, _ = make(
        *talk("THE CHAIRMAN", "Voices"), metadata=Metadata(persons=(given,))
    )
    (person,) = record.entities
    assert (EntityKind.PERSON, "speaker") == (person.kind, person.role)
    assert [("p-ana-brandt",), ("p-ana-brandt",)] == speakers(record)


def test_a_joint_label_can_be_one_persons(make: Maker) -> None:
    """A label that the metadata give to somebody is not parted."""
    given = PersonGiven("Dunn and Sons", labels=("Brown and Dunn",))
    record, _, _ = make(
        *talk("Brown", "Dunn", "Brown and Dunn"), metadata=Metadata(persons=(given,))
    )
    assert ("p-dunn-and-sons",) == speakers(record)[2]
