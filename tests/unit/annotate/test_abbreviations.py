"""Words of capitals are abbreviations where nothing speaks against it."""

from collections.abc import Callable

import pytest

from tei_encoder.annotate.abbreviations import annotate_abbreviations

ClaimsOf = Callable[..., list[tuple[str, str, dict[str, str]]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the ALP and the ALP CC met", ["ALP", "ALP CC"]),
        ("from the DPRK to the UN", ["DPRK", "UN"]),
        ("in chapter XII of", []),
        ("MEETING OF THE CC", []),
        ("he said NO to it", []),
        ("it must be, it MUST", []),
        ("I am A", []),
        ("the REMARKABLE one", []),
        ("GARCIA came", []),
        ("with SAURA LOPEZ too", []),
        ("Ambassador B52 and A1", []),
    ],
)
def test_capitals(claims_of: ClaimsOf, text: str, expected: list[str]) -> None:
    """Short capitals are claimed; numerals, headings and shouted words are not."""
    assert [(words, "abbr", {}) for words in expected] == claims_of(
        annotate_abbreviations, text
    )


def test_speakers_are_no_abbreviations(claims_of: ClaimsOf) -> None:
    """The initials of somebody who speaks are a name."""
    assert claims_of(annotate_abbreviations, ("RW:", "I am RW.")) == []
