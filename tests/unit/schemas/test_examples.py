"""Each example of the ODD, put where it belongs in a small record, is valid."""

import pytest
from lxml import etree

from tests.unit.schemas.conftest import SCHEMAS

TEI = "{http://www.tei-c.org/ns/1.0}"
EXAMPLES = "{http://www.tei-c.org/ns/Examples}"
REPLACED = {"encodingDesc", "profileDesc", "publicationStmt", "revisionDesc"}
REPLACED |= {"sourceDesc", "text", "titleStmt"}
BLOCKS = {TEI + name for name in ("head", "item", "p")}
UNTRANSCRIBED = {TEI + name for name in ("corr", "expan", "reg", "supplied")}
AFTER = {
    "encodingDesc": "fileDesc",
    "facsimile": "teiHeader",
    "revisionDesc": "profileDesc",
    "standOff": "teiHeader",
}


def examples() -> list[etree._Element]:
    """Give the examples of the ODD in the TEI namespace, with their place in it."""
    odd = etree.parse(SCHEMAS / "conversation.odd")
    found = list(odd.iter(EXAMPLES + "egXML"))
    for element in [e for example in found for e in example.iter(EXAMPLES + "*")]:
        element.tag = element.tag.replace(EXAMPLES, TEI)
    return found


FOUND = examples()


def place(document: etree._Element, part: etree._Element) -> None:
    """Put one part of an example where such a part stands in a record."""
    name = etree.QName(part).localname
    old = document.find(f".//{TEI}{name}")
    if name in AFTER:
        before = document.find(f".//{TEI}{AFTER[name]}")
        assert before is not None
        before.addnext(part)
    elif name in REPLACED:
        assert old is not None
        old.getparent().replace(old, part)
    elif name == "div":
        document.find(f".//{TEI}body").append(part)
    else:
        document.find(f".//{TEI}body/{TEI}div").append(part)


@pytest.mark.parametrize("number", range(len(FOUND)))
def test_example(number: int, skeleton: str, relaxng: etree.RelaxNG) -> None:
    """An example is valid under our RELAX NG."""
    parts = list(FOUND[number].iterchildren(TEI + "*"))
    assert parts
    whole = parts[0].tag == TEI + "TEI"
    document = parts[0] if whole else etree.fromstring(skeleton)
    for part in parts[whole:]:
        place(document, part)

    assert relaxng.validate(document), (FOUND[number].sourceline, relaxng.error_log)


def test_every_section_has_an_example() -> None:
    """Every section between the first and the last two shows an example."""
    odd = etree.parse(SCHEMAS / "conversation.odd")
    sections = odd.findall(f".//{TEI}body/{TEI}div")
    bare = [
        section.findtext(TEI + "head")
        for section in sections
        if section.find(f"{EXAMPLES}egXML") is None
    ]

    assert ["What this is for", "What is kept of TEI", "Specification"] == bare
    assert len(sections) > 25


def words(element: etree._Element, *, inside: bool = False) -> str:
    """Give the words that an element transcribes, less those of nested owners."""
    if inside and (element.get("source") or element.tag in UNTRANSCRIBED):
        return ""
    inner = [words(child, inside=True) + (child.tail or "") for child in element]
    return (element.text or "") + "".join(inner)


def test_ranges_of_the_examples() -> None:
    """A range in an example is as long as the words that it stands for."""
    for element in [e for example in FOUND for e in example.iter(TEI + "*")]:
        source = element.get("source", "")
        if source.startswith("src:") and not {c.tag for c in element} & BLOCKS:
            ranges = [r.removeprefix("src:").split(",") for r in source.split()]
            length = sum(int(end) - int(start) for start, end in ranges)
            mark = len(element.get("n", ""))
            assert length == mark + len(words(element)), words(element)
