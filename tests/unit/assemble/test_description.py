"""What a page states of a record, each fact with the words that state it."""

from collections.abc import Callable

import pytest

from tei_encoder.model.description import Certainty, Description, Origin, Statement
from tei_encoder.model.diagnostic import Diagnostic
from tei_encoder.model.metadata import Metadata
from tei_encoder.model.record import Record

Maker = Callable[..., tuple[Record, tuple[Diagnostic, ...], str]]
TURN = ("turn", "Teng: Welcome.", "Teng")


def said(statement: Statement | None) -> str | None:
    """Give the words of a statement."""
    return statement.text if statement else None


def described(
    make: Maker, *lines: tuple[str, ...], language: str = "en"
) -> Description:
    """Describe a page of these lines with a turn after them."""
    record, _, text = make(*lines, TURN, language=language)
    for stated in _all(record.description):
        if stated.span is not None:
            assert stated.text == stated.span.of(text)
    return record.description


def _all(found: Description) -> list[Statement]:
    single = [found.title, found.date, found.place, found.time, found.genre]
    single += [
        found.repository,
        found.collection,
        found.reference_code,
        found.publisher,
    ]
    return [s for s in single if s] + [r.name for r in found.responsibilities]


def test_the_title_leaves_number_and_footnote_sign_out(make: Maker) -> None:
    """FRUS prints `8. Memorandum of Conversation1`: a number and a glued sign."""
    found = described(make, ("title", "8. Memorandum of Conversation1"))
    assert "Memorandum of Conversation" == said(found.title)
    assert "Memorandum of Conversation" == said(found.genre)


def test_a_citation_gives_the_title_where_no_line_does(make: Maker) -> None:
    """A quoted title in the citation is the title of the record."""
    line = "“Talks in Peking,” May 1, 1970, Digital Archive, SAPMO-BA, DY 30, 2460."
    found = described(make, ("source", line, "citation"))
    assert "Talks in Peking" == said(found.title)


def test_a_caption_is_no_title(make: Maker) -> None:
    """A heading that ends with a colon, or is a number, announces something else."""
    found = described(make, ("heading", "PARTICIPANTS:"), ("heading", "1"))
    assert found.title is None


DATES = [
    ("en", ("date", "September 7, 1966"), "September 7, 1966", "1966-09-07"),
    (
        "en",
        ("place", "Washington, June 17, 1985, 6 p.m."),
        "June 17, 1985",
        "1985-06-17",
    ),
    (
        "en",
        ("title", "Talks, August 1, 1958, in Peking"),
        "August 1, 1958",
        "1958-08-01",
    ),
    ("en", ("narration", "Tuesday, 31st October, 1995"), None, "1995-10-31"),
    ("ca", ("heading", "Sessió 16, dimarts 2 de novembre de 2021"), None, "2021-11-02"),
    ("ru", ("date", "7 сентября 1966 г."), None, "1966-09-07"),
]


@pytest.mark.parametrize(("language", "line", "words", "when"), DATES)
def test_the_date_of_the_conversation(
    make: Maker, language: str, line: tuple[str, str], words: str | None, when: str
) -> None:
    """It is read from a date line, a dateline, the title or the minute-taker."""
    found = described(make, line, language=language)
    assert found.date is not None
    assert when == found.date.when
    if words is not None:
        assert words == found.date.text


def test_an_undated_record_says_so(make: Maker) -> None:
    """No date is invented; the finding names the remedy."""
    record, findings, _ = make(TURN)
    assert record.description.date is None
    assert "AS301" in {finding.rule.code for finding in findings}


def test_the_colophon_dates_the_paper_not_the_talk(make: Maker) -> None:
    """Encoding decision 7: the colophon's date is that of the typescript."""
    record, _, _ = make(TURN, ("colophon", "Date January 21, 1969", "colophon-date"))
    ((role, dated),) = record.description.other_dates
    assert ("typescript", "1969-01-21", Certainty.MEDIUM) == (
        role,
        dated.when,
        dated.certainty,
    )
    assert record.description.date is None


PLACES = [
    ("setting", "The talk was held at the Red House at 12 PM.", "the Red House"),
    ("place", "Pyongyang, 19 October 1986", "Pyongyang"),
    ("place", "August 1, 1958, in Zhongnanhai[1]", "Zhongnanhai"),
    ("title", "Conversation between Ann Lee and Bo Cho at Blue Hall", "Blue Hall"),
    ("title", "Conversation with Ann Lee, May 1, 1958, in Peking", "Peking"),
]


@pytest.mark.parametrize(("kind", "words", "place"), PLACES)
def test_the_place_of_the_conversation(
    make: Maker, kind: str, words: str, place: str
) -> None:
    """It is read from the setting, a place line or the title, without the date."""
    assert place == said(described(make, (kind, words)).place)


def test_a_place_under_a_caption_goes_before_a_letterhead(make: Maker) -> None:
    """`PLACE:` announces the place; the letterhead's town is the sender's."""
    found = described(
        make,
        ("place", "WASHINGTON"),
        ("heading", "PLACE:"),
        ("place", "Great Hall"),
        ("place", "Peking"),
    )
    assert "Great Hall\n\nPeking" == said(found.place)


CITATIONS = [
    (
        "AQPPSH, MPP Korese, D4, V. 1966. Translated by Enkel Daljani.",
        ("AQPPSH", "MPP Korese", "MPP Korese, D4, V. 1966"),
        [("file", "D4"), ("year", "V. 1966")],
    ),
    (
        "TsKhSD, f. 89, per. 25, dok. 2",
        ("TsKhSD", None, "f. 89, per. 25, dok. 2"),
        [("fonds", "f. 89"), ("series", "per. 25"), ("item", "dok. 2")],
    ),
    (
        "SAPMO-BA, DY 30, 2460.",
        ("SAPMO-BA", "DY 30", "DY 30, 2460"),
        [("idno", "DY 30"), ("idno", "2460")],
    ),
    (
        "National Archives, Record Group 59, Box 12, Folder 3",
        ("National Archives", None, "Record Group 59, Box 12, Folder 3"),
        [("fonds", "Record Group 59"), ("box", "Box 12"), ("file", "Folder 3")],
    ),
    (
        "“Notes of May,” A Project, ANIC, Chancellery, file no.72/1971, ff.10-58",
        ("ANIC", "Chancellery", "Chancellery, file no.72/1971, ff.10-58"),
        [("file", "file no.72/1971"), ("pages", "ff.10-58")],
    ),
]


@pytest.mark.parametrize(("line", "holding", "numbers"), CITATIONS)
def test_citations_are_parsed_by_general_grammar(
    make: Maker,
    line: str,
    holding: tuple[str, str | None, str],
    numbers: list[tuple[str, str]],
) -> None:
    """Repository, collection and what numbers what; the line is kept verbatim."""
    found = described(make, ("source", line, "citation"))
    assert found.citation is not None
    assert line == found.citation.verbatim.text
    assert holding == (
        said(found.repository),
        said(found.collection),
        said(found.reference_code),
    )
    assert numbers == [(kind, s.text) for kind, s in found.citation.identifiers]


def test_a_book_is_cited_without_a_repository(make: Maker) -> None:
    """Nothing is claimed where no archive is named."""
    found = described(make, ("source", "A. Writer, A Book, Moscow, 1999", "citation"))
    assert found.repository is None
    assert found.reference_code is None


def test_a_source_note_tells_shelf_mark_and_classification(make: Maker) -> None:
    """FRUS footnotes begin `Source:`; markings follow in a sentence of their own."""
    note = "1. Source: Department of State, Files, Lot 9. Secret; Nodis. He met."
    record, _, _ = make(TURN, ("footnote", note))
    found = record.description
    assert "Department of State" == said(found.repository)
    assert ["Secret; Nodis"] == [s.text for s in found.classification]


def test_colophon_lines_name_who_made_the_record(make: Maker) -> None:
    """A phrase alone on its line waits for the name on the next."""
    record, _, _ = make(
        TURN,
        ("colophon", "Notes taken by stenograph", "stenographer"),
        ("colophon", "Haxhi Kroi", "stenographer"),
        ("colophon", "Deciphered by H. K.", "decipherer"),
        ("colophon", "Typed by F. Kola", "typist"),
        ("colophon", "Printed in 2 copies", "copies"),
    )
    found = record.description
    assert [
        ("stenographer", "Haxhi Kroi", "Notes taken by stenograph"),
        ("decipherer", "H. K.", "Deciphered by"),
        ("typist", "F. Kola", "Typed by"),
    ] == [(str(r.role), r.name.text, said(r.resp)) for r in found.responsibilities]
    assert "Printed in 2 copies" == said(found.extent)


TRANSLATORS = [
    ("AB, C, D4. Translated by Enkel Daljani.", ["Enkel Daljani"]),
    ("A Book, 1999; Translated for CWIHP by Gary Goldberg", ["Gary Goldberg"]),
    (
        "AB, obtained and translated by NHK television, copy by A. Lee",
        ["NHK television"],
    ),
]


@pytest.mark.parametrize(("line", "names"), TRANSLATORS)
def test_the_translator_is_the_name_after_the_phrase(
    make: Maker, line: str, names: list[str]
) -> None:
    """Whom it was made for is none; a body's name may go on in small letters."""
    found = described(make, ("source", line, "citation"))
    assert names == [r.name.text for r in found.responsibilities if r.role == "trl"]


SUBJECTS = [
    (
        [("heading", "SUBJECT"), ("other", "Meeting with Dr. Lee")],
        "Meeting with Dr. Lee",
    ),
    ([("heading", "Concerning the situation in A:")], "the situation in A"),
    ([("other", "Betreff: Reis")], None),
    ([("heading", "Resolution")], None),
]


@pytest.mark.parametrize(("lines", "subject"), SUBJECTS)
def test_subjects_stand_under_their_captions(
    make: Maker, lines: list[tuple[str, str]], subject: str | None
) -> None:
    """After the caption or on the line after it; captions are words of a language."""
    found = described(make, *lines)
    assert ([subject] if subject else []) == [s.text for s in found.subjects]


def test_a_programme_in_the_head_may_be_the_issuing_body(make: Maker) -> None:
    """A line that is its name alone; that it issues the record is an inference."""
    found = described(make, ("other", "Blue College Oral History Program"))
    assert found.publisher is not None
    assert Certainty.MEDIUM is found.publisher.certainty
    assert (
        described(make, ("other", "We visited the History Program")).publisher is None
    )


ORIGINALS = [
    ("Original language: Russian", "Russian"),
    ("Translated from the Albanian by Ann Lee", "Albanian"),
    ("Original language:", None),
    ("A Book, Moscow, 1999", None),
]


@pytest.mark.parametrize(("line", "language"), ORIGINALS)
def test_the_original_language_is_given_where_stated(
    make: Maker, line: str, language: str | None
) -> None:
    """It is never guessed from names or archives."""
    found = described(make, ("source", line))
    assert language == said(found.original_language)


def test_interpreters_and_note_takers_in_the_list_made_the_record(make: Maker) -> None:
    """Listed with that office they are participants and responsible for it."""
    found = described(make, ("participants", "Pavel Palazh (Interpreter)"))
    assert [("interpreter", "Pavel Palazh")] == [
        (str(r.role), r.name.text) for r in found.responsibilities
    ]


def test_funders_are_named_once_and_their_notes_kept(make: Maker) -> None:
    """The line that names a funder owns its words; the note is kept verbatim."""
    note = "This document was made possible with support from the ROK Ministry of Unity"
    found = described(
        make,
        ("note", f"{note}, Levy Foundation", "funding"),
        ("other", "Levy Foundation", "funder"),
    )
    assert ["Levy Foundation", "ROK Ministry of Unity"] == [
        s.text for s in found.funders
    ]
    assert [f"{note}, Levy Foundation"] == [s.text for s in found.funding_notes]


def test_the_issuing_body_needs_two_mentions(make: Maker) -> None:
    """A contact address alone publishes nothing; an inference says how sure it is."""
    ask = ("rights", "For use please contact the History Program at x.")
    assert described(make, ask).publisher is None
    found = described(make, ("rights", "The History Program welcomes reuse."), ask)
    assert found.publisher is not None
    assert ("History Program", Certainty.MEDIUM) == (
        found.publisher.text,
        found.publisher.certainty,
    )


def test_the_language_asked_for_goes_before_metadata_and_evidence(make: Maker) -> None:
    """Option, metadata, then function words with their certainty."""
    given = Metadata(language="sq")
    asked, _, _ = make(TURN, language="fr", metadata=given)
    told, _, _ = make(TURN, language=None, metadata=given)
    words = "What do you think of the situation in which they have been for so long?"
    guessed, _, _ = make(("turn", f"Teng: {words}", "Teng"), language=None)
    assert ("fr", Origin.DECISION) == (
        asked.description.language.text,
        asked.description.language.origin,
    )
    assert ("sq", Origin.METADATA) == (
        told.description.language.text,
        told.description.language.origin,
    )
    assert ("en", Origin.RULE) == (
        guessed.description.language.text,
        guessed.description.language.origin,
    )
    assert guessed.description.language.certainty is not None
