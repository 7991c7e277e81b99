"""Text for readers: plain and Markdown, with notes where they belong."""

import shutil
import subprocess
from xml.sax.saxutils import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

from tei_encoder.decode import holding_of
from tei_encoder.export.markdown import escaped, export_md
from tei_encoder.export.plain_text import export_txt
from tei_encoder.stages import ExportSettings

NOTED = b"""<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><div>
<head>A talk</head><note type='speaker'>A.:</note>
<u><seg>One<note place='foot' n='1'>A [foot] note</note> word.</seg>
<incident><desc>(laughs)</desc></incident><seg>Two.</seg></u></div></body></text></TEI>"""


def test_plain_text_with_notes() -> None:
    """A footnote is numbered where it stands and told at the end; labels lead."""
    (data,) = export_txt(holding_of(NOTED, "x"), ExportSettings()).value.values()

    assert (
        "Record: x\n\n--------\n\nA talk\n\nA.: One[1] word.\n\n(laughs)\n\nTwo.\n\n"
        "[1] A [foot] note\n"
    ) == data.decode()


def test_markdown_with_notes() -> None:
    """The same, with pandoc's footnotes, bold labels and escaped brackets."""
    (data,) = export_md(holding_of(NOTED, "x"), ExportSettings()).value.values()

    assert (
        "# x\n\n- Record: x\n\n---\n\n## A talk\n\n**A.:** One[^1] word.\n\n"
        "*(laughs)*\n\nTwo.\n\n[^1]: A \\[foot\\] note\n"
    ) == data.decode()


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_pandoc_reads_the_notes() -> None:
    """Pandoc finds the note and its place."""
    (data,) = export_md(holding_of(NOTED, "x"), ExportSettings()).value.values()
    done = subprocess.run(
        ["pandoc", "-f", "markdown", "-t", "plain", "--wrap=none"],
        input=data,
        capture_output=True,
        check=True,
    )

    assert "A.: One[1] word." in done.stdout.decode()
    assert "[1] A [foot] note" in done.stdout.decode()


LINES = st.lists(
    st.text(
        st.one_of(
            st.sampled_from("*_`[]<>#&~!|:=+-.)0123456789 \\\t"),
            st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Z")),
        ),
        min_size=1,
    )
    .map(str.strip)
    .filter(bool),
    min_size=1,
    max_size=3,
)


@given(lines=LINES)
def test_markdown_shows_any_text_as_it_is(lines: list[str]) -> None:
    """Whatever a paragraph holds, a reader of CommonMark shows it, line by line."""
    text = "\n".join(lines)
    html = MarkdownIt("commonmark").render(f"**L.** {escaped(text)}\n")
    shown = "".join(etree.fromstring(f"<x>{html}</x>").itertext())

    assert f"L. {text}" == unescape(shown).removesuffix("\n")
