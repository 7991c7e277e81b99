"""Growing a reading text: separators, spans and evidence."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_encoder.errors import ReadError
from tei_encoder.model.layout import Paragraph, Style, StyledRun
from tei_encoder.model.source import PartKind, Source, Span
from tei_encoder.readers.reading_text import LINE, PARAGRAPH, ReadingText


def source_of(text: ReadingText) -> Source:
    """Give the source that the text makes."""
    return text.source(b"bytes", "a.x", reader="x")


def test_separators_wait_for_words() -> None:
    """The longest separator counts, once, and none begins or ends the text."""
    text = ReadingText()
    text.part()
    text.add("one")
    text.part(LINE)
    text.part(PARAGRAPH)
    text.part(LINE)
    text.add("")
    text.add("two")
    text.part()
    assert (source_of(text).text, len(text)) == ("one\n\ntwo", 8)


@given(st.lists(st.sampled_from(["", "a", "bc", LINE, PARAGRAPH])))
def test_spanning_gives_what_was_written(pieces: list[str]) -> None:
    """The span holds the words written meanwhile, without what waited before."""
    text = ReadingText()
    text.add("before")
    text.part()
    with text.spanning() as spans:
        for piece in pieces:
            (text.part if piece.isspace() else text.add)(piece)
    words = spans[0].of(source_of(text).text)
    assert "".join(pieces).split() == words.split()
    assert words == words.strip()


def test_runs_of_a_style_are_joined() -> None:
    """Runs of one style that touch are one; empty runs are none."""
    text = ReadingText()
    for style in (Style.BOLD, Style.BOLD, Style.ITALIC):
        text.styled(text.add("ab"), [style])
    text.styled(Span(0, 0), [Style.BOLD])
    assert source_of(text).layout.runs == (
        StyledRun(Span(0, 4), Style.BOLD),
        StyledRun(Span(4, 6), Style.ITALIC),
    )


def test_evidence_is_in_the_order_of_the_text() -> None:
    """Outer spans come before those that they hold."""
    text = ReadingText()
    text.add("abcdef")
    spans = [Span(3, 4), Span(0, 2), Span(0, 6)]
    text.remember(*(Paragraph(span) for span in spans))
    found = [paragraph.span for paragraph in source_of(text).layout.paragraphs]
    assert [Span(0, 6), Span(0, 2), Span(3, 4)] == found


def test_pages_end_where_the_next_begins() -> None:
    """Parts of one kind cover the text one after the other."""
    text = ReadingText()
    for name in ("1", "2"):
        text.begin_part(PartKind.PAGE, name)
        text.add("page " + name)
    spans = [part.span for part in source_of(text).parts]
    assert [Span(0, 6), Span(6, 12)] == spans


def test_lone_surrogates_become_replacement_characters() -> None:
    """A code that is no character does not break the text in UTF-8."""
    text = ReadingText()
    text.add("a\ud800b")
    source = source_of(text)
    assert source.text == "a\ufffdb"
    assert sha256(source.text.encode()).hexdigest() == source.text_sha256


def test_a_text_of_white_space_is_refused() -> None:
    """A file without words gives an error that names it, and what pictures need."""
    text = ReadingText()
    text.add(" \n")
    with pytest.raises(ReadError, match=r"a\.x: the file holds no text.*OCR"):
        source_of(text)
