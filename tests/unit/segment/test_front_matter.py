"""The front of a page: frames of web pages, letters, numbers, markings, remarks."""

import pytest

from tei_encoder.model.block import Block, Field, Kind
from tei_encoder.model.source import Source
from tei_encoder.profiles import load
from tei_encoder.segment import segment
from tei_encoder.stages import Settings

TALK = (
    "\n\nROE: We have come to see the harbour.\n\nPOE: It is behind the hill.\n\n"
    "ROE: Then let us go.\n\nPOE: With pleasure.\n"
)


def read(front: str, back: str = "") -> dict[str, tuple[Kind, Field | None]]:
    """Give kind and field of each block of a page, by its words."""
    text = f"{front}{TALK}{back}"
    source = Source("page.txt", text, "", "", "utf-8", "text")
    blocks: tuple[Block, ...] = segment(source, Settings(load("generic"))).value
    return {b.span.of(text): (b.kind, b.field) for b in blocks}


def test_buttons_of_a_web_page_are_its_frame() -> None:
    """Two buttons make a frame; its masthead names an archive and no more."""
    found = read("Search in\n\nDigital Archive\n\nShare document\n\nMay 5, 1970")
    furniture = {words for words, (_, f) in found.items() if f is Field.FURNITURE}
    assert {"Search in", "Digital Archive", "Share document"} == furniture


def test_one_button_may_be_a_heading_of_the_record() -> None:
    """A lone word that pages have on buttons is not set aside."""
    assert read("Minutes of a meeting\n\nSummary")["Summary"][1] is not Field.FURNITURE


def test_a_citation_is_no_list_of_names() -> None:
    """It repeats the title, and names an archive."""
    title = "Minutes of the Meeting on Ships, Nets, and Boats"
    line = f"{title}, May 5, 1970, Digital Archive, NHA, Board, file no.72, ff.10-58."
    assert (Kind.SOURCE, Field.CITATION) == read(f"{title}\n\n{line}")[line]


@pytest.mark.parametrize("line", ["Nº 13-op (1 page)", "No. 114/71"])
def test_a_number_of_a_registry(line: str) -> None:
    """A number behind its word fills a line of the head."""
    assert (Kind.OTHER, Field.NUMBER) == read(f"Minutes of a meeting\n\n{line}")[line]


@pytest.mark.parametrize(
    "line", ["SECRET/NODIS/XGDS", "Top Secret\nCopy no. 3\n8 pages"]
)
def test_markings_may_be_several(line: str) -> None:
    """Slashes part markings; copies and pages are counted under them."""
    found = read(f"Minutes of a meeting\n\n{line}\n\nMay 5, 1970")
    assert (Kind.OTHER, Field.CLASSIFICATION) == found[line]


def test_a_remark_on_the_paper_ends_a_page() -> None:
    """Hand and letterhead are told of in a note."""
    note = "The first sheet is in handwriting and has no letterhead."
    assert (Kind.NOTE, Field.PAPER) == read("May 5, 1970", f"\n{note}\n")[note]


def test_the_topic_stands_before_the_parties() -> None:
    """The first bullet is the subject where a country follows as the next."""
    found = read(
        "Memorandum of Conversation\n\n• Fish\n\n• US\n\n• Mr. Roe\n\n• Norway"
    )
    assert (Kind.OTHER, Field.SUBJECT) == found["• Fish"]
    assert Kind.PARTICIPANTS is found["• Mr. Roe"][0]


def test_a_letter_is_addressed_and_signed() -> None:
    """A name between the text and a date signs; the line with a colon addresses."""
    text = (
        "Mr. President:\n\nThe talks went well and the harbour is open again.\n\n"
        "Ann Roe\n\nMay 5, 1970\n"
    )
    source = Source("page.txt", text, "", "", "utf-8", "text")
    blocks = segment(source, Settings(load("generic"))).value
    found = {b.span.of(text): (b.kind, b.field) for b in blocks}
    assert (Kind.OTHER, None) == found["Mr. President:"]
    assert (Kind.OTHER, Field.SIGNATURE) == found["Ann Roe"]


def test_a_subtitle_goes_on_with_a_title_above() -> None:
    """Small letters and the word for a record make it a heading, not a new title."""
    line = "of the meeting of the Harbour Board on 5 May 1970"
    found = read(f"Harbour Board Papers\n\nOslo, May 5, 1970\n\n{line}")
    assert Kind.HEADING is found[line][0]
