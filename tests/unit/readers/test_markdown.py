"""Markdown: what is printed, and what its signs state."""

import pytest

from tei_encoder.errors import ReadError
from tei_encoder.model.source import Source
from tei_encoder.readers import read


def source_of(text: str) -> Source:
    """Read Markdown."""
    return read(text.encode(), "a.md").value


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Ann: *yes*, **no**, ~~so~~.", "Ann: yes, no, so."),
        ("Ann: Yes.\nBo: No.", "Ann: Yes.\nBo: No."),
        ("# Talk\r\n\r\nAnn: Yes.\\\r\nBo: No.", "Talk\n\nAnn: Yes.\nBo: No."),
        ("1964. It was late.\n2. So it was.", "1964. It was late.\n1965. So it was."),
        ("1964\\. It was late.", "1964. It was late."),
        ("- a\n- b\n", "• a\n• b"),
        ("| a | b |\n|---|---|\n| c |   |", "a\tb\nc\t"),
        ("a<b> c & d [e] `f*g*`", "a c & d [e] f*g*"),
        ("    a  *b*\n\nc", "a  *b*\n\nc"),
        ("a<!-- b -->c", "ac"),
    ],
)
def test_signs_are_gone_and_words_stay(markdown: str, text: str) -> None:
    """The reading text is what is printed, a line end still a line end."""
    assert text == source_of(markdown).text


def test_footnotes_stand_at_the_end() -> None:
    """Marks count references in their order; unused notes are not lost."""
    source = source_of(
        "Ann: Yes.[^b] No.[^a] [^none]\n\n[^a]: Second.\n[^b]: First\n"
        "    goes on.[^c]\n[^c]: Third.\n"
        "[^d]: Unused.\n\nBo: Oh.\n\n```\n[^a]: code\n```\n"
    )
    assert source.text == (
        "Ann: Yes.1 No.2 [^none]\n\nBo: Oh.\n\n[^a]: code\n\n"
        "1 First\ngoes on.3\n\n2 Second.\n\n3 Third.\n\nd: Unused."
    )
    notes = [
        (note.anchor.of(source.text), note.body.of(source.text))
        for note in source.layout.notes
    ]
    assert notes == [("1", "1 First\ngoes on.3"), ("2", "2 Second."), ("3", "3 Third.")]


def test_front_matter_is_set_aside() -> None:
    """Lines about the file stay in the text, with their reason."""
    outcome = read(b"---\ntitle: A <b>\n---\n\nAnn: Yes.\n", "a.md")
    source = outcome.value
    assert source.text == "title: A <b>\n\nAnn: Yes."
    found = [
        (aside.reason, aside.span.of(source.text)) for aside in source.layout.asides
    ]
    assert [("front-matter", "title: A <b>")] == found
    assert ["RD115"] == [d.rule.code for d in outcome.diagnostics]


def test_a_rule_at_the_beginning_is_no_front_matter() -> None:
    """A single line of hyphens opens no front matter."""
    assert source_of("---\n\nAnn: Yes.\n").text == "Ann: Yes."


def test_a_file_of_signs_alone_is_refused() -> None:
    """Nothing printed is no record."""
    with pytest.raises(ReadError, match="holds no text"):
        source_of("---\n\n<!-- a -->\n")
