"""Labels and lines that name no person, told by the words of each language."""

from collections.abc import Callable

import pytest

from tei_encoder.assemble.people.appellation import Nature, read_appellation
from tei_encoder.assemble.people.lexicon import TABLE, lexicon
from tei_encoder.assemble.people.occupation import office_in
from tei_encoder.language.load import languages, words
from tei_encoder.model.diagnostic import Diagnostic
from tei_encoder.model.record import EntityKind, Record, Utterance
from tei_encoder.model.source import Span

Maker = Callable[..., tuple[Record, tuple[Diagnostic, ...], str]]
TURN = ("turn", "Teng: Welcome.", "Teng")
LANGUAGES = [tag for tag in languages() if words(tag, TABLE)]

UNIDENTIFIED = [
    ("en", "UM 1"),
    ("en", "Unidentified Senator"),
    ("en", "THE CHAIRMAN (Unknown)"),
    ("es", "El señor PRESIDENTE (UNKNOWN)"),
    ("en", "Article 5"),
    ("de", "Artikel 12 a)"),
    ("en", "§ 3"),
    ("fr", "M. DCC. LII"),
    ("en", "NAME"),
    ("es", "NOMBRE (Partido* Región Distrito)"),
]
GROUPS = [
    ("en", "Voices"),
    ("en", "ALL"),
    ("en", "Several delegates"),
    ("en", "Voices from the floor"),
    ("en", "LADIES' CHORUS"),
    ("de", "Beide Mädchen"),
    ("de", "DER OBERE CHOR"),
    ("de", "Die Chöre"),
    ("fr", "TOUS TROIS"),
    ("es", "Varios diputados"),
    ("ru", "Бояре"),
    ("hu", "LÁNYOK"),
    ("sv", "DE FÖRRA"),
]
PERSONS = [
    ("de", "Herr Volk"),
    ("en", "Mr. Many"),
    ("en", "LORD"),
    ("en", "No Won-sik"),
    ("en", "Li"),
    ("de", "Abgeordnete Anna Kinder"),
]


@pytest.mark.parametrize(("language", "label"), UNIDENTIFIED)
def test_a_label_may_leave_open_who_speaks(language: str, label: str) -> None:
    """Unknown people, numbers of a text and heads of columns are nobody's names."""
    assert Nature.ANONYMOUS is read_appellation(label, lexicon(language)).nature


@pytest.mark.parametrize(("language", "label"), GROUPS)
def test_a_label_may_name_several(language: str, label: str) -> None:
    """Encoding row 14: collective labels are groups, by their first or last word."""
    assert Nature.GROUP is read_appellation(label, lexicon(language)).nature


@pytest.mark.parametrize(("language", "label"), PERSONS)
def test_a_name_may_look_like_a_group(language: str, label: str) -> None:
    """An honorific, an office or a word more makes it somebody's."""
    assert Nature.PERSON is read_appellation(label, lexicon(language)).nature


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_collective_word_is_a_group(language: str) -> None:
    """Each of a language's words for several, alone and before another word."""
    known = lexicon(language)
    for word in words(language, TABLE).get("collectives", ()):
        assert Nature.GROUP is read_appellation(word.title(), known).nature, word
    for word in words(language, TABLE).get("quantifiers", ()):
        read = read_appellation(f"{word.title()} xyz", known)
        assert Nature.GROUP is read.nature, word


@pytest.mark.parametrize(
    ("language", "said", "office"),
    [
        ("ru", "акушерка 30 лет", "акушерка"),
        ("sv", "37 år.", None),
        ("en", "aged 30", None),
        ("de", "seine Tochter", None),
        ("en", "wife of the Minister", None),
        ("en", "the Minister's wife", None),
        ("es", "Enrique PPD RM 24", None),
        ("en", "Secretary’s office notetaker)", "Secretary’s office notetaker"),
        ("en", "Minister of Foreign Affairs", "Minister of Foreign Affairs"),
        ("en", "13", None),
    ],
)
def test_what_is_said_of_a_person_may_be_no_office(
    language: str, said: str, office: str | None
) -> None:
    """Ages, kinship and the rest of a table row are none."""
    found = office_in(said, Span(0, len(said)), lexicon(language))
    assert office == (found.of(said) if found else None)


def test_a_rank_may_begin_an_office() -> None:
    """`Lord` is cut from a name, not from `Lord Privy Seal`."""
    label = "The Lord Privy Seal and Leader of the House (Mr. John Biffen)"
    read = read_appellation(label, lexicon("en"))
    assert read.office_span is not None
    assert "Lord Privy Seal and Leader of the House" == read.office_span.of(label)
    assert "John Biffen" == read.name_text
    assert "Carrington" == read_appellation("Lord Carrington", lexicon("en")).name_text


def test_captions_of_a_list_are_nobody(make: Maker) -> None:
    """Heads of columns, verbs of attendance and prose are no participants."""
    record, _, _ = make(
        ("participants", "-Asistieron, además, los ministros:"),
        ("participants", "NOMBRE (Partido* Región Distrito)"),
        ("participants", "Accorsi Opazo, Enrique PPD RM 24\nAguiló Melo, Sergio PS 37"),
        ("participants", "Passa en una plaza grande y vieja"),
        TURN,
        language="es",
    )
    assert ["Accorsi Opazo", "Aguiló Melo", "Teng"] == [
        entity.names[0].text for entity in record.entities
    ]
    assert [None] * 3 == [entity.occupation for entity in record.entities]


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("ALBANY/CORNWALL", ["ALBANY", "CORNWALL"]),
        ("Ana Brandt and Olaf Tveit", ["Ana Brandt", "Olaf Tveit"]),
        ("Mr. Brown & Mrs. Dunn", ["Brown", "Dunn"]),
        ("Albany and several delegates", ["Albany", "several delegates"]),
        ("Dunn and Sons", ["Dunn and Sons"]),
        ("Minister of Justice and Defence", ["Minister of Justice and Defence"]),
        ("Ortega y Gasset", ["Ortega y Gasset"]),
    ],
)
def test_joint_labels(make: Maker, label: str, names: list[str]) -> None:
    """Encoding row 16: each part is known apart, or shows that it is a name."""
    apart = [("turn", f"{n}: Yes.", n) for n in ("ALBANY", "CORNWALL")]
    record, _, _ = make(("turn", f"{label}: Welcome.", label), *apart)
    both = next(part for part in record.parts if isinstance(part, Utterance))
    called = {entity.id: entity.names for entity in record.entities}
    assert [name.casefold() for name in names] == [
        called[speaker][0].text.casefold() for speaker in both.speakers
    ]


def test_a_group_that_speaks_with_a_person_is_a_group(make: Maker) -> None:
    """The parts of a joint label are each of their own kind."""
    record, _, _ = make(
        ("turn", "Teng and several delegates: Yes.", "Teng and several delegates"),
        TURN,
    )
    assert [EntityKind.PERSON, EntityKind.GROUP] == [e.kind for e in record.entities]


def test_a_signatory_is_named_without_the_office(make: Maker) -> None:
    """The statement holds the name alone; the office is the person's occupation."""
    record, _, text = make(TURN, ("colophon", "Ambassador J. Marlow", "signature"))
    (signed,) = record.description.responsibilities
    assert "J. Marlow" == signed.name.text
    assert signed.name.span is not None
    assert signed.name.text == signed.name.span.of(text)
    (person,) = [e for e in record.entities if e.id == signed.person]
    assert person.occupation is not None
    assert "Ambassador" == person.occupation.text
