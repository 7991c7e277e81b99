"""Round brackets: remarks are told from the speaker's own parentheses."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tei_encoder.annotate.remarks import annotate_remarks
from tei_encoder.model.record import Entity, EntityKind, Name, NameType, Record
from tei_encoder.model.source import Source
from tei_encoder.stages import Settings

ClaimsOf = Callable[..., list[tuple[str, str, dict[str, str]]]]
COMMENT = {"type": "comment"}


@pytest.mark.parametrize(
    ("language", "bracket", "kind", "attributes"),
    [
        ("en", "(Laughter.)", "vocal", {}),
        ("en", "(Applause.)", "kinesic", {}),
        ("en", "(Pause.)", "note", COMMENT),
        ("en", "(inaudible)", "gap", {"reason": "inaudible"}),
        ("en", "(referring to the words “common ground”)", "note", COMMENT),
        ("es", "(Aplausos.)", "kinesic", {}),
        ("es", "(Rumores.-Aplausos.)", "note", COMMENT),
        ("de", "(Beifall bei der Linken.)", "kinesic", {}),
        ("de", "(Allgemeine Heiterkeit.)", "vocal", {}),
        ("ru", "(Бурные аплодисменты.)", "kinesic", {}),
        ("ca", "(Veus de fons.)", "vocal", {}),
        ("zh", "(笑)", "vocal", {}),
        ("zh", "（鼓掌）", "kinesic", {}),
        ("ja", "(拍手)", "kinesic", {}),
    ],
)
def test_remarks_by_their_words(
    claims_of: ClaimsOf,
    language: str,
    bracket: str,
    kind: str,
    attributes: dict[str, str],
) -> None:
    """The words of each language tell a remark and its kind."""
    found = claims_of(annotate_remarks, f"So it is. {bracket} Yes.", language=language)
    assert [(bracket, kind, attributes)] == found


@pytest.mark.parametrize(
    "speech",
    [
        "powers, two of which (a) and (b) were",
        "my adviser (guidance counselor, as we called them) and some",
        "how to march (because they laughed at us when we did it), but",
        "obedience (which is due to me) to",
        "the party (founded in 1941) is",
        "the committee (S) met",
    ],
)
def test_parentheses_of_the_speaker(claims_of: ClaimsOf, speech: str) -> None:
    """A parenthesis that belongs to the speech is left alone."""
    assert claims_of(annotate_remarks, speech) == []


def test_label_phrase(claims_of: ClaimsOf) -> None:
    """A label's stage phrase is a remark, with its kind where the words show it."""
    found = claims_of(
        annotate_remarks, ("KROI (rising):", "Yes."), ("A (aside):", "No.")
    )
    assert [("(rising)", "kinesic", {}), ("(aside)", "note", COMMENT)] == found


def test_party_in_a_label(
    speech: Callable[..., tuple[Source, Record]], settings: Settings
) -> None:
    """What is part of a speaker's name is no stage phrase."""
    source, record = speech(("Müller (SPD):", "Ja."), language="de")
    party = Entity("p-1", EntityKind.PERSON, (Name("Müller (SPD)", NameType.LABEL),))
    record = replace(record, entities=(party,))
    assert annotate_remarks(source, record, settings).value == ()


def test_written_directions(claims_of: ClaimsOf) -> None:
    """Where turns open with brackets, every bracket in speech is a direction."""
    opening = [("ROSA.", "(A Juan.) Vamos.")] * 4
    found = claims_of(
        annotate_remarks, *opening, ("JUAN.", "Sí. (Con despecho.) No."), language="es"
    )
    assert ("(Con despecho.)", "note", COMMENT) == found[-1]
    assert len(found) == 5


def test_setting_is_no_speech(claims_of: ClaimsOf) -> None:
    """Round brackets outside speech are left alone."""
    assert claims_of(annotate_remarks, ("", "Present (laughter) were")) == []
