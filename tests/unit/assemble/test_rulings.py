"""Rulings on people and header win over rules and metadata."""

from collections.abc import Callable

import pytest

from tei_encoder import Settings, load_profile, parse_record, read
from tei_encoder.decisions import parse_decisions
from tei_encoder.model.description import Certainty, Origin
from tei_encoder.model.metadata import Metadata
from tei_encoder.model.record import Entity, Record, Utterance

TALK = """\
Talk of 3 May 1960

ANNA MARLOW: One.

MR. BORG: Two.

MARLOW: Three.

THE CHAIR: Four.

MR. BORG: Five.

ANNA MARLOW: Six.
"""
Rule = Callable[..., tuple[Record, list[str]]]


@pytest.fixture
def rule() -> Rule:
    """Give a function that assembles the talk under rulings: record and findings."""

    def ruled(toml: str, **metadata: str) -> tuple[Record, list[str]]:
        source = read(TALK.encode(), "talk.txt").value
        by = "".join(f"[[ruling]]\n{table}\nby = 'A.'\n" for table in toml.split("|"))
        parsed = parse_record(
            source,
            Settings(
                profile=load_profile("generic"),
                metadata=Metadata(**metadata),
                decisions=parse_decisions(by, "a.toml"),
            ),
        )
        codes = [d.rule.code for d in parsed.diagnostics if d.source == "decisions"]
        return parsed.records[0], codes

    return ruled


def speakers(record: Record) -> list[str]:
    """Give who speaks, turn by turn."""
    turns = [part for part in record.parts if isinstance(part, Utterance)]
    return [" ".join(turn.speakers) for turn in turns]


def entity(record: Record, identifier: str) -> Entity:
    """Give the entity of an id."""
    return next(e for e in record.entities if e.id == identifier)


def test_the_rules_join_what_rulings_part(rule: Rule) -> None:
    """Without the ruling, the shorter name is taken for the longer one's."""
    joined, _ = rule('part = ["MR. BORG", "THE CHAIR"]')
    parted, findings = rule('part = ["ANNA MARLOW", "MARLOW"]')

    assert speakers(joined)[0] == speakers(joined)[2]
    assert ["p-anna-marlow", "p-marlow"] == [speakers(parted)[0], speakers(parted)[2]]
    assert entity(parted, "p-anna-marlow").merged == ()
    assert [] == findings


def test_labels_that_nothing_joins_are_merged(rule: Rule) -> None:
    """All turns with either label are one person's, whose names are both."""
    record, findings = rule('merge = ["THE CHAIR", "MR. BORG"]')
    told = speakers(record)

    assert told[1] == told[3] == told[4] == "p-borg"
    assert {"MR. BORG", "THE CHAIR"} <= {n.text for n in entity(record, "p-borg").names}
    assert [] == findings


def test_parting_comes_before_merging(rule: Rule) -> None:
    """Whoever is parted from one may be merged with another."""
    record, _ = rule('part = ["ANNA MARLOW", "MARLOW"]|merge = ["MR. BORG", "MARLOW"]')

    assert speakers(record)[2] == speakers(record)[1] != speakers(record)[0]


def test_a_name_that_is_nobodys_is_reported(rule: Rule) -> None:
    """The words stand on the page, but nobody is called so."""
    record, findings = rule('merge = ["MR. BORG", "Talk"]')

    assert ["DC803"] == findings
    assert "p-borg" in speakers(record)


def test_one_turn_is_given_to_somebody_known(rule: Rule) -> None:
    """Any form of a name tells who; the other turns stay."""
    record, _ = rule('quote = "Two."\nspeaker = "anna marlow"')

    assert ["p-anna-marlow", "p-borg"] == [speakers(record)[1], speakers(record)[4]]


def test_a_new_speaker_takes_the_label_of_one_who_spoke_nowhere_else(
    rule: Rule,
) -> None:
    """Who was made of that label alone is gone; the new one is here by decision."""
    record, _ = rule('quote = "THE CHAIR"\nspeaker = "Dora Holm"')
    dora = entity(record, "p-dora-holm")

    assert speakers(record)[3] == "p-dora-holm"
    assert dora.origin is Origin.DECISION
    assert ["Dora Holm", "THE CHAIR"] == [name.text for name in dora.names]
    assert not any("chair" in e.id for e in record.entities)


def test_quoted_words_are_the_value_with_their_place(rule: Rule) -> None:
    """A date that is quoted is read; what is quoted is certain, and whose it is."""
    record, _ = rule('quote = "3 May 1960"\nheader = "date"')
    date = record.description.date

    assert date is not None
    assert date.span is not None
    assert ("3 May 1960", "1960-05-03") == (date.span.of(TALK), date.when)
    assert (Origin.DECISION, Certainty.HIGH) == (date.origin, date.certainty)
    assert date.responsible == "A."


def test_a_value_wins_over_page_and_metadata(rule: Rule) -> None:
    """It stands for itself; of a date, it is the form of the words."""
    record, _ = rule(
        'header = "title"\nvalue = "A Talk"|header = "place"\nvalue = "Oslo"|'
        'quote = "3 May"\nheader = "date"\nvalue = "1960-05"',
        title="Chat",
        place="Bergen",
        date="1961",
    )
    said = record.description

    assert said.title is not None
    assert said.place is not None
    assert said.date is not None
    assert ("A Talk", None, "Oslo") == (
        said.title.text,
        said.title.span,
        said.place.text,
    )
    assert ("3 May", "1960-05") == (said.date.text, said.date.when)


MINUTES = """\
Minutes of a talk between Ann Example and Bo Sample

{day} 1961

AMBASSADOR EXAMPLE: Good morning. How are you today?

{other}: Very well, thank you. I had a long journey over the hills.

AMBASSADOR EXAMPLE: I am glad to hear it, and we may begin with the bridge.

{other}: Shall we begin? {day} is a good day for it.

Typed by C. Clerk

"""


def test_each_record_of_a_file_has_its_own_rulings() -> None:
    """Quoted words tell which record is meant; names hold in all that print them."""
    text = MINUTES.format(day="3 May", other="DR. EK")
    text += MINUTES.format(day="5 June", other="MS. OY")
    toml = (
        '[[ruling]]\nquote = "5 June 1961"\nheader = "date"\nby = "A."\n'
        '[[ruling]]\npart = ["DR. EK", "AMBASSADOR EXAMPLE"]\nby = "A."\n'
    )
    settings = Settings(
        profile=load_profile("generic"), decisions=parse_decisions(toml, "a.toml")
    )
    parsed = parse_record(read(text.encode(), "talks.txt").value, settings)
    first, second = (record.description.date for record in parsed.records)

    assert first is not None
    assert second is not None
    assert (Origin.SOURCE, Origin.DECISION) == (first.origin, second.origin)
    assert [] == [d for d in parsed.diagnostics if d.source == "decisions"]
