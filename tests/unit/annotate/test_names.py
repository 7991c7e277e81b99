"""Names are claimed on evidence: the record's own persons, titles, lists."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tei_encoder.annotate.names import annotate_names
from tei_encoder.model.annotation import Annotation, AnnotationKind
from tei_encoder.model.description import Responsibility, Statement
from tei_encoder.model.record import Entity, EntityKind, Name, NameType, Record
from tei_encoder.model.source import Source, Span
from tei_encoder.stages import Settings

ClaimsOf = Callable[..., list[tuple[str, str, dict[str, str]]]]
MakeRecord = Callable[..., tuple[Source, Record]]
PERSON = AnnotationKind.PERS_NAME
ROLE = AnnotationKind.ROLE_NAME


def persons(claims: list[tuple[str, str, dict[str, str]]]) -> list[str]:
    """Give the words claimed as names of persons."""
    return [words for words, kind, _ in claims if kind == PERSON]


def known(speech: MakeRecord, *turns: tuple[str, str]) -> tuple[Source, Record]:
    """Make a record that knows Enver Hoxha and Baek Sunje."""
    source, record = speech(*turns)
    entities = tuple(
        Entity(
            entity,
            EntityKind.PERSON,
            (Name(name), Name(f"Comrade {name}", NameType.LABEL)),
            "speaker",
        )
        for entity, name in (("p-hoxha", "Enver Hoxha"), ("p-baek", "Baek Sunje"))
    )
    return source, replace(record, entities=entities)


def test_known_person(speech: MakeRecord, settings: Settings) -> None:
    """A name of the record points to its person, the honorific is a roleName."""
    source, record = known(speech, ("X:", "Allow me, Comrade Enver Hoxha, to"))
    person, role = annotate_names(source, record, settings).value
    assert ("Comrade Enver Hoxha", PERSON, "p-hoxha") == (
        person.span.of(source.text),
        person.kind,
        person.target,
    )
    assert (ROLE, "Comrade") == (role.kind, role.span.of(source.text))


def test_label(speech: MakeRecord, settings: Settings) -> None:
    """The name in a label points to its person, the mark stays outside."""
    source, record = known(speech, ("Comrade Enver Hoxha:", "Welcome."))
    claims = annotate_names(source, record, settings).value
    assert [("Comrade Enver Hoxha", "p-hoxha"), ("Comrade", None)] == [
        (claim.span.of(source.text), claim.target) for claim in claims
    ]


def test_abbreviated_title(speech: MakeRecord, settings: Settings) -> None:
    """The full stop of an abbreviated title belongs to the roleName."""
    source, record = known(speech, ("X:", "I told Mr. Enver Hoxha so"))
    _, role = annotate_names(source, record, settings).value
    assert (ROLE, "Mr.") == (role.kind, role.span.of(source.text))


def test_one_name_after_a_title(speech: MakeRecord, settings: Settings) -> None:
    """After a title one word of a name is enough, if one person alone has it."""
    source, record = known(speech, ("X:", "I told Comrade Hoxha so"))
    person: Annotation = annotate_names(source, record, settings).value[0]
    assert ("Comrade Hoxha", "p-hoxha") == (person.span.of(source.text), person.target)


def test_shared_name_points_nowhere(speech: MakeRecord, settings: Settings) -> None:
    """A name that two persons share is claimed without a pointer."""
    source, record = known(speech, ("X:", "I told Comrade Enver so"))
    other = Entity("p-other", EntityKind.PERSON, (Name("Enver Pasha"),), "present")
    record = replace(record, entities=(*record.entities, other))
    person = annotate_names(source, record, settings).value[0]
    assert person.target is None


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "met Mr. A. I. Mikoyan there", ["Mr. A. I. Mikoyan"]),
        ("en", "and Mrs. Andrews is new", ["Mrs. Andrews"]),
        ("en", "And Mrs. Andrews is new", ["Mrs. Andrews"]),
        ("en", "also Mr. Ch'ien who", ["Mr. Ch'ien"]),
        ("en", "Dr. Kissinger's plan", ["Dr. Kissinger"]),
        ("en", "Comrade Mao Zedong. Kim Il Sung", ["Comrade Mao Zedong"]),
        ("es", "la señora Álvarez de Toledo dice", ["Álvarez de Toledo"]),
        ("es", "Señor Rajoy y Zapatero", ["Señor Rajoy"]),
        ("ru", "сказал товарищ Ким Ир Сен нам", ["Ким Ир Сен"]),
        ("de", "und Frau von der Leyen sagt", ["Frau von der Leyen"]),
    ],
)
def test_titled(
    claims_of: ClaimsOf, language: str, text: str, expected: list[str]
) -> None:
    """Capitals after a title are a person's name."""
    found = persons(claims_of(annotate_names, text, language=language))
    assert expected == found


def test_known_after_its_title(claims_of: ClaimsOf) -> None:
    """A name of several words, once found with a title, is known from then on."""
    found = claims_of(annotate_names, "Kim Il Sung spoke.", "Comrade Kim Il Sung came.")
    assert persons(found) == ["Kim Il Sung", "Comrade Kim Il Sung"]


def test_a_title_of_one_letter_is_no_initial(claims_of: ClaimsOf) -> None:
    """`M.` before a name found after it elsewhere stays a title."""
    found = claims_of(annotate_names, "M. Brandt parle avec M. Brandt", language="fr")
    assert [("M. Brandt", PERSON), ("M.", ROLE)] * 2 == [each[:2] for each in found]


@pytest.mark.parametrize(
    "text",
    [
        "Welcome, Comrade Ambassador.",
        "I miss. But I think",
        "Thank you, Mr. President.",
        "How are the Comrades and",
        "Theodore Rosewell said",
        "a young man from Fier",
    ],
)
def test_no_person(claims_of: ClaimsOf, text: str) -> None:
    """Offices, and capitals without other evidence, are no names of persons."""
    assert persons(claims_of(annotate_names, text)) == []


def test_several_comrades(claims_of: ClaimsOf) -> None:
    """A title of several persons is no part of the first one's name."""
    found = claims_of(annotate_names, "the Comrades Kim Il Sung", "Comrade Kim Il Sung")
    assert persons(found) == ["Kim Il Sung", "Comrade Kim Il Sung"]


def test_makers_of_the_record(speech: MakeRecord, settings: Settings) -> None:
    """Whoever has no part in the conversation is known by the full name alone."""
    source, record = speech(("X:", "noted by Haxhi Kroi then, H. K., for Kroi"))
    makers = (
        Entity("p-kroi", EntityKind.PERSON, (Name("Haxhi Kroi"),)),
        Entity("p-h-k", EntityKind.PERSON, (Name("H. K."),)),
    )
    record = replace(record, entities=(*record.entities, *makers))
    named = [
        (claim.span.of(source.text), claim.target)
        for claim in annotate_names(source, record, settings).value
    ]
    assert named == [("X", "p-0"), ("Haxhi Kroi", "p-kroi")]


def test_initials_of_a_maker(speech: MakeRecord, settings: Settings) -> None:
    """Where the record says who typed it, even initials are a name."""
    source, record = speech(("X:", "typed by H. K., for H. K."))
    at = source.text.index("H. K.")
    span = Span(at, at + len("H. K."))
    typist = Responsibility("typist", Statement("H. K.", span), person="p-h-k")
    description = replace(record.description, responsibilities=(typist,))
    record = replace(record, description=description)
    claims = annotate_names(source, record, settings).value

    assert [(span, "p-h-k")] == [(c.span, c.target) for c in claims[1:]]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "You come to Albania and", ["Albania"]),
        ("en", "In China we saw Japan’s army", ["China", "Japan"]),
        ("en", "the People’s Republic of China is", ["People’s Republic of China"]),
        (
            "en",
            "the Democratic People's Republic of Korea and",
            ["Democratic People's Republic of Korea"],
        ),
        ("en", "the Mongolian People's China of", []),
        ("en", "between South Korea and North Korea", ["South Korea", "North Korea"]),
        ("en", "the Communist Party of China said", ["Communist Party of China"]),
        ("en", "the UN Commission met", ["UN Commission"]),
        ("en", "at the UN we", ["UN"]),
        ("en", "in New China", []),
        ("fr", "avec la Chine et l’Albanie", ["Chine", "Albanie"]),
        ("ru", "в Китае и в СССР", ["Китае", "СССР"]),
        ("de", "die DDR und die Sowjetunion", ["DDR", "Sowjetunion"]),
    ],
)
def test_listed(
    claims_of: ClaimsOf, language: str, text: str, expected: list[str]
) -> None:
    """Countries and organisations are claimed where they stand on their own."""
    found = claims_of(annotate_names, text, language=language)
    assert expected == [words for words, _, _ in found]


def test_countries_are_typed(claims_of: ClaimsOf) -> None:
    """A country is a placeName that says so."""
    [(_, kind, attributes)] = claims_of(annotate_names, "to Albania then")
    assert (kind, attributes) == ("placeName", {"type": "country"})


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("I met the Korean Workers’ Party there", "orgName", "Korean Workers’ Party"),
        (
            "of the Ministry of Foreign Affairs and others",
            "orgName",
            "Ministry of Foreign Affairs",
        ),
        ("the History and Public Policy Program is", "orgName", None),
        ("he is a member of the XYZ and the XYZ met", "orgName", "XYZ"),
        ("the Sato government says", "persName", "Sato"),
        ("with the PR of China today", "placeName", "PR of China"),
        ("the UN Charter says", "orgName", "UN"),
        ("as Theodore Roosevelt said", "persName", "Theodore Roosevelt"),
        ("our Party and the Soviet Union say", "placeName", "Soviet Union"),
    ],
)
def test_named_beside_persons(
    claims_of: ClaimsOf, text: str, kind: str, expected: str | None
) -> None:
    """Bodies, states, abbreviations and governments are told by words beside them."""
    found = [
        words for words, what, _ in claims_of(annotate_names, text) if what == kind
    ]
    assert (expected or "History and Public Policy Program") == found[0]


@pytest.mark.parametrize(
    "text",
    [
        "the Party is with us",
        "our Government decided",
        "the Soviet government says",
        "the federal government says",
        "the TV and the XYZ are on",
        "Roosevelt Island is there",
    ],
)
def test_nothing_named(claims_of: ClaimsOf, text: str) -> None:
    """A kind of body alone, an adjective or an unknown abbreviation names nobody."""
    assert [] == claims_of(annotate_names, text)


def test_named_once(claims_of: ClaimsOf) -> None:
    """What several rules find is claimed once."""
    text = "a member of the UN said that the UN met"
    assert [("UN", "orgName", {})] * 2 == claims_of(annotate_names, text)
