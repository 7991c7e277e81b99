"""Citation structures: their XPath finds all that they declare, under unique ids."""

from collections.abc import Iterator

import pytest
from drafting import Draughtsman, Encoded
from lxml import etree

from tei_encoder.model.block import Kind
from tei_encoder.stages import Speech
from tei_encoder.tei.names import tei


def page_of_topics() -> Draughtsman:
    """Give a page with speech before and under headings."""
    page = Draughtsman()
    page.turn("A:", "Yes.")
    page.passage(Kind.HEADING, "The harbour")
    page.turn("B:", "No.")
    page.turn("A:", "Why?")
    return page


def references(encoded: Encoded) -> dict[str | None, list[str]]:
    """Give the citations of each tree, as a navigator makes them of its XPath."""
    return {
        tree.get("n"): list(_walk(encoded.root, structure, ""))
        for tree in encoded.all("//t:refsDecl")
        for structure in tree
    }


def _walk(node: etree._Element, structure: etree._Element, stem: str) -> Iterator[str]:
    path = structure.get("match", "").replace("/", "/t:").replace("/t:/", "//")
    path = path if path.startswith("/") else f"t:{path}"
    found = node.xpath(path, namespaces={"t": tei("").strip("{}")})
    for number, unit in enumerate(found, start=1):
        use = structure.get("use", "")
        value = number if use == "position()" else unit.xpath(f"string({use})")
        reference = f"{stem}{structure.get('delim') or ''}{value}"
        yield reference.replace("rec.", "")
        for inner in structure.iterchildren(tei("citeStructure")):
            yield from _walk(unit, inner, reference)


@pytest.mark.parametrize(("speech", "name"), [(Speech.U, "u"), (Speech.SP, "sp")])
def test_speeches_and_topics_are_trees(speech: Speech, name: str) -> None:
    """All speeches are one tree, the topics with theirs another."""
    assert {
        None: [f"{name}1", f"{name}2", f"{name}3"],
        "topics": ["div1", f"div1/{name}2", f"div1/{name}3"],
    } == references(page_of_topics().encode(speech))


def test_without_headings_there_is_one_tree() -> None:
    """The speeches alone; who speaks is told of each."""
    page = Draughtsman()
    page.turn("A:", "Yes.")
    encoded = page.encode()

    assert {None: ["u1"]} == references(encoded)
    assert "@who" == encoded.one("//t:citeData").get("use")


def test_paragraphs_are_cited_where_nobody_speaks() -> None:
    """They have no ids, and are counted: in the record, or in each topic."""
    page = Draughtsman()
    page.passage(Kind.NARRATION, "He said so.")
    page.passage(Kind.NARRATION, "She did not.")
    assert {None: ["1", "2"]} == references(page.encode())

    page.passage(Kind.HEADING, "The harbour")
    page.passage(Kind.NARRATION, "It is small.")
    assert {None: ["div1", "div1/1"]} == references(page.encode())


def test_nothing_is_declared_where_nothing_can_be_cited() -> None:
    """A record of one stage direction has no structure of citations."""
    page = Draughtsman()
    page.passage(Kind.STAGE, "(Noise.)")

    assert [] == page.encode().all("//t:refsDecl")
