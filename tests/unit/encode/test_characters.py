"""Nothing of the text is lost, whatever characters it holds."""

from drafting import Draughtsman

from tei_encoder.model.block import Kind


def test_forbidden_characters_are_declared() -> None:
    """A form feed and a NUL become g, each with its char (Guidelines, chapter 5)."""
    page = Draughtsman()
    page.passage(Kind.NARRATION, "one\x0ctwo\x00three\x0cfour")
    encoded = page.encode()

    assert (
        '<p source="src:0,18">one<g ref="#char-000c"/>two<g ref="#char-0000"/>three'
        '<g ref="#char-000c"/>four</p>'
    ) == encoded.shown("//t:body//t:p")
    assert ["U+0000", "U+000C"] == [
        prop.get("value") for prop in encoded.all("//t:char/t:localProp")
    ]
    assert ["forbidden-character"] * 2 == encoded.codes


def test_forbidden_characters_are_reported_where_they_are_first() -> None:
    """The finding points into the reading text and counts."""
    page = Draughtsman()
    page.passage(Kind.NARRATION, "one\x0ctwo\x0cthree")
    (finding,) = page.encode().findings

    assert finding.span is not None
    assert (3, 4, True) == (
        finding.span.start,
        finding.span.end,
        "(2 in" in finding.message,
    )


def test_line_ends_inside_a_paragraph_stay() -> None:
    """Carriage returns, separators and no-break spaces are kept as they are."""
    words = "one\r\ntwo\u2028three\u00a0four\tfive"
    page = Draughtsman()
    page.passage(Kind.NARRATION, words)

    assert words == page.encode().one("//t:body//t:p").text


def test_no_charDecl_without_need() -> None:  # noqa: N802 - the element's name
    """What XML can hold needs no declaration."""
    page = Draughtsman()
    page.passage(Kind.NARRATION, "plain “text” – é 漢 \U0001f600")

    assert [] == page.encode().all("//t:charDecl")
