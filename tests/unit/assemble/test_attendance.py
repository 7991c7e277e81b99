"""Who is on the page without a label: listed, present, in the title, reported."""

from collections.abc import Callable

import pytest

from tei_encoder.model.diagnostic import Diagnostic
from tei_encoder.model.record import Record

Maker = Callable[..., tuple[Record, tuple[Diagnostic, ...], str]]
TURN = ("turn", "Zora: Welcome.", "Zora")


def present(
    make: Maker, *lines: tuple[str, ...], language: str = "en"
) -> dict[str, str]:
    """Give the silent people and what the page says they are."""
    record, _, _ = make(*lines, TURN, language=language)
    return {
        entity.names[0].text: entity.occupation.text if entity.occupation else ""
        for entity in record.entities
        if entity.role != "speaker"
    }


LISTS = [
    (
        "Cdes. Khrushchev, Malinovsky, and Antonov.",
        ["Khrushchev", "Malinovsky", "Antonov"],
    ),
    (
        "In attendance: Comrades Andropov, Iu.V.; Gromyko, A.A.; Pelshe, A.Ia.",
        ["Andropov, Iu.V.", "Gromyko, A.A.", "Pelshe, A.Ia."],
    ),
    ("Chaired by Comrade Brezhnev, L.I.", ["Brezhnev, L.I."]),
    ("present: Suslov, Grishin, Pelshe,", ["Suslov", "Grishin", "Pelshe"]),
    ("• Thomas W. Simons, Jr. (Notetaker)", ["Thomas W. Simons, Jr."]),
    (
        "Srs. Roger Torrent i Ramió, Jordi Pla",
        ["Roger Torrent i Ramió", "Jordi Pla"],
    ),
]


@pytest.mark.parametrize(("line", "names"), LISTS)
def test_lists_on_one_line(make: Maker, line: str, names: list[str]) -> None:
    """Captions, bullets and honorifics are no part of a name; initials are."""
    language = "ca" if "Torrent" in line else "en"
    assert names == list(present(make, ("participants", line), language=language))


def test_what_follows_a_name_is_the_office(make: Maker) -> None:
    """Names and offices alternate in one sentence; a bracket gives another spelling."""
    line = (
        "On the Romanian side: Stefan Andrei, Secretary of CC RCP, Dumitru Popa, "
        "Romania’s ambassador; On the Korean side: comrade Kim Dong-gyu "
        "[Kim Tong Gyu], Minister of Trade, President of the Board"
    )
    assert {
        "Stefan Andrei": "Secretary of CC RCP",
        "Dumitru Popa": "Romania’s ambassador",
        "Kim Dong-gyu": "Minister of Trade, President of the Board",
    } == present(make, ("participants", line))


def test_sides_of_a_list_are_no_people(make: Maker) -> None:
    """Lone words among fuller items head the delegations."""
    lines = ["• US", "• The Secretary", "• Mr. Akalovsky", "• USSR", "• Mr. Sukhodrev"]
    found = present(make, *[("participants", line) for line in lines])
    assert ["The Secretary", "Akalovsky", "Sukhodrev"] == list(found)


def test_words_that_do_not_show_themselves_names_are_not_claimed(make: Maker) -> None:
    """A block that nothing announces, of words without honorific or office."""
    assert {} == present(make, ("participants", "Terrorism, Human Rights, Trade"))


SENTENCES = [
    ("en", "The minister Comrade Behar Shtlla was also present.", ["Behar Shtlla"]),
    ("en", "Present were Mr. Brown and Dr. Dunn.", ["Brown", "Dunn"]),
    ("en", "Mr. SPEAKER in the Chair.", ["Mr. SPEAKER"]),
    ("sl", "Sejo je vodil Rafael Kužnik, predsednik komisije.", ["Rafael Kužnik"]),
    (
        "ru",
        "На беседе присутствовали тов. Громыко и тов. Андропов.",
        ["Громыко", "Андропов"],
    ),
    ("de", "Anwesend waren Herr Schmidt und Frau Braun.", ["Schmidt", "Braun"]),
    ("es", "Asistieron el señor Pérez y la señora Gómez.", ["Pérez", "Gómez"]),
    ("fr", "M. Dupont était également présent.", ["Dupont"]),
]


@pytest.mark.parametrize(("language", "sentence", "names"), SENTENCES)
def test_a_sentence_of_attendance_names_the_silent(
    make: Maker, language: str, sentence: str, names: list[str]
) -> None:
    """The names stand before or after the phrase, in each language's words."""
    assert names == list(present(make, ("setting", sentence), language=language))


def test_office_and_membership_are_told_apart(make: Maker) -> None:
    """The bracket says the office, `member of …` the affiliation."""
    sentence = (
        "On this meeting the member of the ALP CC, Comrade [Minister of Foreign "
        "Affairs and Member of the ALP CC] Behar Shtlla, was also present."
    )
    record, _, text = make(("setting", sentence), TURN)
    (person,) = [e for e in record.entities if e.role == "present"]
    assert person.occupation is not None
    assert person.affiliation is not None
    assert ("Minister of Foreign Affairs", "member of the ALP CC") == (
        person.occupation.text,
        person.affiliation.text,
    )
    assert person.affiliation.span is not None
    assert person.affiliation.text == person.affiliation.span.of(text)


TITLES = [
    ("Report on a Meeting between Enver Hoxha and DPRK Ambassador Baek Sunje", 2),
    ("Second Conversation of N.S. Khrushchev with Mao Zedong, August 1, 1958", 2),
    (
        "Memorandum of A. I. Zorin’s Conversation with Comrades F. Lee and E. Cho",
        3,
    ),
    (
        "Minutes of Conversation between Todor Zhivkov – Leonid Brezhnev, Blue House",
        2,
    ),
    ("Relations between the White House and the Department of Defense", 0),
    ("Meeting between the Korean Delegation and the Romanian Delegation", 0),
    ("Interview with Beirne Lovely", 1),
]


@pytest.mark.parametrize(("title", "count"), TITLES)
def test_a_title_names_who_met(make: Maker, title: str, count: int) -> None:
    """Only titles of meetings do, and only persons count."""
    assert count == len(present(make, ("title", title)))


TITLES_OF_LANGUAGES = [
    (
        "de",
        (
            "Niederschrift über die Unterredung des Ministers für Verkehr, Genossen "
            "Otto Krause, mit dem Botschafter der Volksrepublik, Genossen Jan Kos"
        ),
        {
            "Otto Krause": "Ministers für Verkehr",
            "Jan Kos": "dem Botschafter der Volksrepublik",
        },
    ),
    (
        "ru",
        "Запись беседы с послом Народной Республики в Москве тов. Д. Кирововым",
        {"Д. Кирововым": "послом Народной Республики в Москве"},
    ),
]


@pytest.mark.parametrize(("language", "title", "expected"), TITLES_OF_LANGUAGES)
def test_an_office_in_another_case_goes_up_to_the_name(
    make: Maker, language: str, title: str, expected: dict[str, str]
) -> None:
    """What an office is for is no person, and the honorific begins the name."""
    assert expected == present(make, ("title", title), language=language)


LISTS_OF_LANGUAGES = [
    ("de", "Anwesend: Genosse Neumann, Abteilungsleiter", ["Neumann"]),
    ("zh", "参加人：我方：陈毅、章汉夫；越方：黎笋", ["陈毅", "章汉夫", "黎笋"]),
    ("en", "Present: Australia, Bulgaria, China.", []),
]


@pytest.mark.parametrize(("language", "line", "names"), LISTS_OF_LANGUAGES)
def test_lists_in_languages(
    make: Maker, language: str, line: str, names: list[str]
) -> None:
    """Captions of sides, compounds that are offices, and countries name nobody."""
    assert names == list(present(make, ("participants", line), language=language))


def test_a_remark_in_small_letters_names_nobody(make: Maker) -> None:
    """`(translated from French)` behind an office is no holder of it."""
    label = "The PRESIDENT (translated from French)"
    record, _, _ = make(("turn", f"{label}: I thank you.", label))
    (entity,) = record.entities
    assert "president" in entity.id


def test_reported_speakers_take_part(make: Maker) -> None:
    """In a record without turns; a lone surname counts from its second sentence."""
    record, _, _ = make(
        ("narration", "Stalin asks whether it is so. Zhou Enlai answers that it is."),
        ("narration", "Stalin adds that he agrees. Moscow said nothing. He said no."),
    )
    assert ["Stalin", "Zhou Enlai"] == sorted(e.names[0].text for e in record.entities)
    assert {"present"} == {entity.role for entity in record.entities}
