"""The ODD is valid TEI and says the same as the RELAX NG and the Schematron."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from tests.unit.schemas.conftest import RNG, Grammar, children, kind

TEI = "{http://www.tei-c.org/ns/1.0}"
SCH = "{http://purl.oclc.org/dsdl/schematron}"
OCCURS = {
    "optional": ("0", "1"),
    "zeroOrMore": ("0", "unbounded"),
    "oneOrMore": ("1", "unbounded"),
}
ODD_NAMES = {"text": "textNode", "group": "sequence", "choice": "alternate"}
Node = tuple[str, str, tuple[str, str], tuple["Node", ...]]
"""A content model in normal form: kind, key, occurrence, members."""


@pytest.fixture(scope="module")
def odd(schemas: Path) -> etree._ElementTree:
    """Give the ODD."""
    return etree.parse(schemas / "conversation.odd")


def test_odd_is_valid_tei(schemas: Path, tei_all: Path, jing: str) -> None:
    """The ODD is itself a TEI document, valid under tei_all."""
    done = subprocess.run(
        [jing, str(tei_all), str(schemas / "conversation.odd")],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (0, "") == (done.returncode, done.stdout)


def test_elements(odd: etree._ElementTree, grammar: Grammar) -> None:
    """Each module includes exactly the elements that its RELAX NG file defines."""
    included = {
        ref.get("key"): ref.get("include", "").split()
        for ref in odd.iter(TEI + "moduleRef")
        if ref.get("include")
    }
    defined = {name: sorted(found) for name, found in grammar.modules.items() if found}

    assert included == defined


def of_class(grammar: Grammar, element: str) -> Iterator[tuple[str, str]]:
    """Give the attributes of an element of tei_all, each with its class, or ""."""
    waiting = list(children(grammar.elements[element]))
    while waiting:
        pattern = waiting.pop()
        name = pattern.get("name", "")
        match kind(pattern):
            case "ref" if ".attribute." in name:
                owner, attribute = name.split(".attribute.")
                yield from (
                    (owner, found.get("name", attribute))
                    for found in grammar.defines[name].iter(RNG + "attribute")
                )
            case "ref" if name.startswith("att."):
                waiting += children(grammar.defines[name])
            case "attribute":
                yield "", name
            case "optional" | "choice" | "group":
                waiting += children(pattern)


def deleted(odd: etree._ElementTree) -> tuple[set[str], set[tuple[str | None, str]]]:
    """Give the classes and the attributes (with class or element) not kept."""
    classes = {
        spec.get("ident", "")
        for spec in odd.iter(TEI + "classSpec")
        if spec.get("mode") == "delete"
    }
    attributes = {
        (spec.get("ident"), attribute.get("ident", ""))
        for spec in odd.iter(TEI + "classSpec", TEI + "elementSpec")
        for attribute in spec.iter(TEI + "attDef")
        if attribute.get("mode") == "delete"
    }
    return classes, attributes


def test_attributes(
    odd: etree._ElementTree, grammar: Grammar, tei_grammar: Grammar
) -> None:
    """TEI's attributes, less what the ODD deletes, are those of the RELAX NG."""
    classes, attributes = deleted(odd)
    for element in grammar.elements:
        kept = {
            name
            for owner, name in of_class(tei_grammar, element)
            if owner not in classes
            and (owner, name) not in attributes
            and (element, name) not in attributes
        }
        assert kept == set(grammar.attributes(element)), element


def test_every_deletion_deletes(
    odd: etree._ElementTree, grammar: Grammar, tei_grammar: Grammar
) -> None:
    """Each class and attribute that the ODD deletes exists on a kept element."""
    classes, attributes = deleted(odd)
    there = {
        (holder, name)
        for element in grammar.elements
        for owner, name in of_class(tei_grammar, element)
        for holder in (owner, element)
    }

    assert set() == classes - {holder for holder, _ in there}
    assert set() == attributes - there


def changed(odd: etree._ElementTree) -> Iterator[tuple[str, etree._Element]]:
    """Give each attribute that an elementSpec changes, with the element."""
    for spec in odd.iter(TEI + "elementSpec"):
        for attribute in spec.iter(TEI + "attDef"):
            if attribute.get("mode") == "change":
                yield spec.get("ident", ""), attribute


def test_required_attributes(
    odd: etree._ElementTree, grammar: Grammar, tei_grammar: Grammar
) -> None:
    """An attribute is required where TEI or the ODD requires it, and only there."""
    required = {
        (element, attribute.get("ident", ""))
        for element, attribute in changed(odd)
        if attribute.get("usage") == "req"
    }
    for element in grammar.elements:
        tei = tei_grammar.attributes(element)
        for name, attribute in grammar.attributes(element).items():
            expected = tei[name].required or (element, name) in required
            assert expected == attribute.required, f"{element}/@{name}"


def test_closed_lists(
    odd: etree._ElementTree, grammar: Grammar, tei_grammar: Grammar
) -> None:
    """A list of values is closed where TEI or the ODD closes it, with its values."""
    closed = {
        attribute.get("ident", ""): frozenset(
            item.get("ident", "") for item in attribute.iter(TEI + "valItem")
        )
        for attribute in odd.iter(TEI + "attDef")
        if attribute.find(TEI + "valList[@type='closed']") is not None
    }
    assert {"break"} == set(closed)
    for element in grammar.elements:
        tei = tei_grammar.attributes(element)
        for name, attribute in grammar.attributes(element).items():
            expected = closed.get(name, tei[name].values)
            assert expected == attribute.values, f"{element}/@{name}"


def test_datatypes(odd: etree._ElementTree, grammar: Grammar) -> None:
    """The datatypes that the ODD narrows have the patterns of the RELAX NG."""
    specs = list(odd.iter(TEI + "dataSpec"))
    assert specs
    for spec in specs:
        define = grammar.defines[spec.get("ident", "")]
        stated = [
            (ref.get("name"), ref.get("restriction"))
            for ref in spec.iter(TEI + "dataRef")
        ]
        found = [
            (data.get("type"), data.findtext(RNG + "param"))
            for data in define.iter(RNG + "data")
        ]
        assert stated == found, spec.get("ident")


def contents(odd: etree._ElementTree) -> dict[str, etree._Element]:
    """Give the content models that the ODD writes anew."""
    return {
        spec.get("ident", ""): content[0]
        for spec in odd.iter(TEI + "elementSpec")
        if (content := spec.find(TEI + "content")) is not None
    }


def odd_model(element: etree._Element) -> Node:
    """Bring a content model of the ODD into normal form."""
    occurs = (element.get("minOccurs", "1"), element.get("maxOccurs", "1"))
    name = "ref" if element.get("key") else kind(element)
    members = tuple(odd_model(child) for child in element)
    return (name, element.get("key", ""), occurs, arrange(name, members))


def rng_model(pattern: etree._Element) -> Node:
    """Bring a pattern of the RELAX NG into the same normal form."""
    inner = content_patterns(pattern)
    name = kind(pattern)
    if name in OCCURS and len(inner) == 1:
        found = rng_model(inner[0])
        return (*found[:2], OCCURS[name], found[3])
    occurs = OCCURS.get(name, ("1", "1"))
    name = ODD_NAMES.get(name, "sequence" if name in OCCURS else name)
    members = tuple(rng_model(child) for child in inner)
    return (name, pattern.get("name", ""), occurs, arrange(name, members))


def arrange(name: str, members: tuple[Node, ...]) -> tuple[Node, ...]:
    """Put the members of an alternation into one order, which means nothing."""
    return tuple(sorted(members)) if name == "alternate" else members


def content_patterns(pattern: etree._Element) -> list[etree._Element]:
    """Give the children of a pattern that speak of content."""
    return [child for child in children(pattern) if not about_attributes(child)]


def about_attributes(pattern: etree._Element) -> bool:
    """Say whether a pattern holds attributes only."""
    if kind(pattern) == "ref":
        return pattern.get("name", "").startswith("att.")
    if kind(pattern) == "attribute":
        return True
    return bool(children(pattern)) and all(map(about_attributes, children(pattern)))


def test_contents(odd: etree._ElementTree, grammar: Grammar) -> None:
    """Each content model of the ODD is that of the RELAX NG."""
    models = contents(odd)
    assert len(models) > 20
    for element, content in models.items():
        patterns = content_patterns(grammar.elements[element])
        found = tuple(map(rng_model, patterns))
        wrapped = found[0] if len(found) == 1 else ("sequence", "", ("1", "1"), found)
        assert odd_model(content) == wrapped, element


def parts(grammar: Grammar, element: str) -> set[str]:
    """Give what an element may hold: names of elements, "text"."""
    found: set[str] = set()
    seen: set[str] = set()
    waiting = content_patterns(grammar.elements[element])
    while waiting:
        pattern = waiting.pop()
        name = pattern.get("name", "")
        if kind(pattern) != "ref":
            found |= {"text"} & {kind(pattern)}
            waiting += content_patterns(pattern)
        elif name in grammar.elements:
            found.add(name)
        elif name not in seen:
            seen.add(name)
            waiting += content_patterns(grammar.defines[name])
    return found


def test_other_contents(
    odd: etree._ElementTree, grammar: Grammar, tei_grammar: Grammar
) -> None:
    """Where the ODD is silent, an element may hold what of TEI is kept."""
    kept = {*grammar.elements, "text"}
    for element in set(grammar.elements) - set(contents(odd)):
        assert parts(tei_grammar, element) & kept == parts(grammar, element), element


def test_rules(odd: etree._ElementTree, schemas: Path) -> None:
    """The ODD holds the Schematron rules of conversation.sch, word for word."""
    rules = etree.parse(schemas / "conversation.sch")

    assert list(canonical(rules)) == list(canonical(odd))


def canonical(tree: etree._ElementTree) -> Iterator[tuple[str, dict[str, str], str]]:
    """Give the Schematron elements of a tree, without regard to prefixes."""
    for element in tree.iter(SCH + "*"):
        if kind(element) not in {"schema", "title"}:
            text = " ".join("".join(element.itertext()).split())
            yield kind(element), dict(element.attrib), text
