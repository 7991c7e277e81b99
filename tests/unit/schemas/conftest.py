"""Our schema files, read as data: defines, elements, attributes, content models."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree, isoschematron

RNG = "{http://relaxng.org/ns/structure/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
SCHEMAS = Path(__file__).resolve().parents[3] / "schemas"
OPTIONAL = {"choice", "optional", "zeroOrMore"}


class Attribute(NamedTuple):
    """What a schema says of one attribute of one element."""

    required: bool
    values: frozenset[str] | None
    """The closed list of values, or None where any datatype is named."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """A RELAX NG grammar in XML syntax, its includes read in."""

    defines: dict[str, etree._Element] = field(default_factory=dict)
    elements: dict[str, etree._Element] = field(default_factory=dict)
    modules: dict[str, list[str]] = field(default_factory=dict)
    """The names of the elements that each file defines, in its order."""

    def read(self, path: Path) -> "Grammar":
        """Add the defines of a file and of the files that it includes."""
        tree = etree.parse(path)
        for include in tree.iter(RNG + "include"):
            self.read(path.parent / include.get("href", ""))
        for define in tree.iter(RNG + "define"):
            name = define.get("name", "")
            assert name not in self.defines, f"{name} is defined twice"
            self.defines[name] = define
        own = {e.get("name", ""): e for e in tree.iter(RNG + "element")}
        self.elements.update(own)
        self.modules[path.stem] = list(own)
        return self

    def attributes(self, element: str) -> dict[str, Attribute]:
        """Give the attributes of an element by name."""
        return {
            name: attribute
            for child in children(self.elements[element])
            for name, attribute in self._attributes(child, required=True)
        }

    def _attributes(
        self, pattern: etree._Element, *, required: bool
    ) -> Iterator[tuple[str, Attribute]]:
        match kind(pattern):
            case "attribute":
                values = self._values(pattern)
                yield pattern.get("name", ""), Attribute(required, values)
            case "element":
                return
            case "ref":
                for child in children(self.defines[pattern.get("name", "")]):
                    yield from self._attributes(child, required=required)
            case name:
                for child in children(pattern):
                    yield from self._attributes(
                        child, required=required and name not in OPTIONAL
                    )

    def _values(self, pattern: etree._Element) -> frozenset[str] | None:
        """Give the closed list of an attribute, or None where data is allowed."""
        values: set[str] = set()
        for child in children(pattern):
            match kind(child):
                case "value":
                    values.add(child.text or "")
                case "choice" | "list" | "oneOrMore":
                    inner = self._values(child)
                    if inner is None:
                        return None
                    values |= inner
                case "ref":
                    inner = self._values(self.defines[child.get("name", "")])
                    if inner is None:
                        return None
                    values |= inner
                case _:
                    return None
        return frozenset(values) or None


@cache
def kind(element: etree._Element) -> str:
    """Give the local name of an element."""
    return etree.QName(element).localname


@cache
def children(element: etree._Element) -> list[etree._Element]:
    """Give the child elements in the RELAX NG namespace."""
    return [c for c in element if isinstance(c.tag, str) and c.tag.startswith(RNG)]


@pytest.fixture(scope="session")
def schemas() -> Path:
    """Give the folder of our customization."""
    return SCHEMAS


@pytest.fixture(scope="session")
def grammar(schemas: Path) -> Grammar:
    """Give our RELAX NG schema as data."""
    return Grammar().read(schemas / "conversation.rng")


@pytest.fixture(scope="session")
def tei_grammar(tei_all: Path) -> Grammar:
    """Give tei_all as data."""
    return Grammar().read(tei_all)


@pytest.fixture(scope="session")
def relaxng(schemas: Path) -> etree.RelaxNG:
    """Give our RELAX NG schema as libxml2 reads it."""
    return etree.RelaxNG(etree.parse(schemas / "conversation.rng"))


@pytest.fixture(scope="session")
def schematron(schemas: Path) -> isoschematron.Schematron:
    """Give our Schematron rules as lxml runs them."""
    rules = etree.parse(schemas / "conversation.sch")
    return isoschematron.Schematron(rules, store_report=True)


@pytest.fixture(scope="session")
def skeleton() -> str:
    """Give a small valid record, whose parts a test replaces."""
    return SKELETON


SKELETON = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="r" xml:lang="en">
<teiHeader>
<fileDesc>
<titleStmt><title>T</title>
<respStmt xml:id="r.resp"><resp>encoding</resp><name>N</name></respStmt></titleStmt>
<publicationStmt><p>Not published.</p></publicationStmt>
<sourceDesc><p>None.</p></sourceDesc>
</fileDesc>
<profileDesc><particDesc><listPerson>
<person xml:id="r.p"><persName>A</persName></person>
</listPerson></particDesc></profileDesc>
</teiHeader>
<text><body><div><u who="#r.p"><seg>Yes.</seg></u></div></body></text>
</TEI>"""
