"""What a page tells of the paper: numbers, copies, hand, custody, conditions."""

from collections.abc import Callable

import pytest

from tei_encoder.model.description import Description, Statement
from tei_encoder.model.record import Record

Maker = Callable[..., tuple[Record, tuple[object, ...], str]]
TURN = ("turn", "A: Good day.", "A")


def described(
    make: Maker, *lines: tuple[str, ...], language: str = "en"
) -> Description:
    """Describe a page of these lines with a turn after them."""
    record, _, _ = make(*lines, TURN, language=language)
    return record.description


def words(statements: tuple[Statement, ...]) -> list[str]:
    """Give the words of statements, each of which has its place."""
    assert all(statement.span for statement in statements)
    return [statement.text for statement in statements]


def test_a_source_line_tells_who_found_and_gave_the_paper(make: Maker) -> None:
    """Its clauses are the acquisition (ISAD(G) 3.2.4), the names contributors."""
    line = "“Talk,” AB, obtained and translated by NHK radio, copy provided by Ann Lee"
    found = described(make, ("source", line, "citation"))
    assert [
        "obtained and translated by NHK radio",
        "copy provided by Ann Lee",
    ] == (words(found.acquisition))
    assert {
        ("trl", "NHK radio"),
        ("ctb", "NHK radio"),
        ("prv", "Ann Lee"),
    } == {(str(r.role), r.name.text) for r in found.responsibilities}


CLAUSES = [
    ("en", "AB, Box 7. Declassified in 1999.", "access", "Declassified in 1999"),
    ("ru", "АВПРФ, ф. 077, д. 36. Рассекречено.", "access", "Рассекречено"),
    ("en", "AB, Box 7; formerly in the Palace library", "custody",
     "formerly in the Palace library"),
    ("en", "AB, Box 7. A scan is available online.", "surrogates",
     "A scan is available online"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "line", "field", "said"), CLAUSES)
def test_clauses_behind_the_shelf_mark(
    make: Maker, language: str, line: str, field: str, said: str
) -> None:
    """They are statements of their own, and no part of the shelf mark."""
    found = described(make, ("source", line, "citation"), language=language)
    access = (found.conditions_of_access,) if found.conditions_of_access else ()
    told = {"access": access, "custody": found.custodial_history}
    told["surrogates"] = found.surrogates
    assert [said] == words(told[field])
    assert found.reference_code is None or said not in found.reference_code.text


def test_rights_tell_who_may_copy(make: Maker) -> None:
    """The sentence on reproduction is told apart, and stays in the rights."""
    line = "The house holds the rights. Reproduction is free for study."
    found = described(make, ("rights", line))
    assert [line] == words(found.rights)
    assert ["Reproduction is free for study."] == words(
        found.conditions_of_reproduction
    )


def test_copies_pages_and_hand(make: Maker) -> None:
    """What tells of the paper is its extent, or a remark (ISAD(G) 3.1.5)."""
    found = described(
        make,
        ("other", "Nº 13-op (1 page)", "number"),
        ("other", "Only copy", "copies"),
        ("note", "The paper is in handwriting.", "paper"),
    )
    assert found.extent is not None
    assert "1 page" == found.extent.text
    assert ["Only copy", "The paper is in handwriting."] == words(found.physical)
    assert ["Nº 13-op"] == words(found.identifiers)


NUMBERS = [
    ("date", "12 December 1979*, Pb 176/125", "en", "Pb 176/125"),
    ("heading", "Period II · series P · number 27", "en",
     "Period II · series P · number 27"),
    ("heading", "RATIFICACIÓN DE UN DECRETO. Número de expediente 130/000062.", "es",
     "130/000062"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "line", "language", "number"), NUMBERS)
def test_numbers_of_a_series_or_file(
    make: Maker, kind: str, line: str, language: str, number: str
) -> None:
    """A number has its word, or what a date leaves over of its line."""
    found = described(make, (kind, line), language=language)
    assert [number] == words(found.identifiers)


def test_a_date_alone_is_no_number(make: Maker) -> None:
    """Nor is a year, a time or a page."""
    found = described(make, ("date", "12 December 1979, 10:30"), ("title", "Talk 5"))
    assert () == found.identifiers
    assert found.extent is None


def test_a_stamp_says_how_secret(make: Maker) -> None:
    """What stands behind `[stamp:]` is a marking where its words say so."""
    found = described(make, ("note", "[stamp:] Personal Classified Information"))
    assert ["Personal Classified Information"] == words(found.classification)
