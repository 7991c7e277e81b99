"""Random schemas and documents: the same verdicts as jing."""

from __future__ import annotations

import copy
import random
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tei_encoder.validate.relaxng import Schema, SchemaError, load_schema
from tei_encoder.validate.relaxng.name_classes import Name, names_in
from tei_encoder.validate.relaxng.patterns import (
    EMPTY,
    Attribute,
    Choice,
    Data,
    Element,
    Group,
    Interleave,
    List,
    OneOrMore,
    Pattern,
    Text,
    Value,
)
from tei_encoder.validate.relaxng.values import matches

if TYPE_CHECKING:
    from pathlib import Path

NAMES = "abcd"
VALUES = ["", "1", "-7", "x", "x y", "1 2", "2024-02-29", "2023-02-29", " 1 "]
TYPES = ["integer", "NCName", "date", "token", "decimal", "NMTOKENS"]
JOINTS = [
    "group",
    "choice",
    "choice",
    "interleave",
    "optional",
    "zeroOrMore",
    "oneOrMore",
]
DOCUMENTS = 60
MOST_ELEMENTS = 40
FEW = range(5)
MANY = range(100, 250)


class Writer:
    """Writes random grammars; some break the restrictions of section 7."""

    def __init__(self, seed: int) -> None:
        """Start from a seed."""
        self.random = random.Random(seed)  # noqa: S311 - nothing secret, only varied

    def grammar(self) -> str:
        """Write a grammar of an element for each definition."""
        defines = "".join(
            f'<define name="{name}{number}">{self.element(name)}</define>'
            for name in NAMES
            for number in (1, 2)
        )
        return (
            '<grammar xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary='
            '"http://www.w3.org/2001/XMLSchema-datatypes">'
            '<start><choice><ref name="a1"/><ref name="b1"/></choice></start>'
            f"{defines}"
            "</grammar>"
        )

    def element(self, name: str) -> str:
        """Write an element with attributes and content."""
        wild = self.random.random() < 0.05
        naming = "<anyName/>" if wild else f"<name>{name}</name>"
        content = self.data() if self.random.random() < 0.2 else self.pattern(3)
        return f"<element>{naming}{self.attributes()}{content}</element>"

    def attributes(self) -> str:
        """Write no to three attributes, optional, required or to be chosen from."""
        kinds = ["{}", "<optional>{}</optional>", "<choice>{}<empty/></choice>"]
        names = self.random.sample(["p", "q", "r"], self.random.randrange(4))
        parts = [self.random.choice(kinds).format(self.attribute(n)) for n in names]
        if self.random.random() < 0.1:
            alternatives = self.attribute("s") + self.attribute("s")
            parts.append(f"<choice>{alternatives}</choice>")
        if self.random.random() < 0.05:
            parts.append(
                "<zeroOrMore><attribute><anyName><except><name>p</name><name>q</name>"
                "<name>r</name><name>s</name></except></anyName></attribute>"
                "</zeroOrMore>"
            )
        return "".join(parts)

    def attribute(self, name: str) -> str:
        """Write an attribute of text or data."""
        value = self.data() if self.random.random() < 0.7 else "<text/>"
        return f'<attribute name="{name}">{value}</attribute>'

    def data(self) -> str:
        """Write a datatype, a value, a list or a choice of these."""
        chance = self.random.random()
        if chance < 0.4:
            return f'<data type="{self.random.choice(TYPES)}"/>'
        if chance < 0.7:
            return f"<value>{self.random.choice(VALUES).strip()}</value>"
        if chance < 0.85:
            return f"<choice>{self.data()}{self.data()}</choice>"
        types = [f'<data type="{self.random.choice(TYPES)}"/>' for _ in "12"]
        return f"<list><oneOrMore>{types[0]}</oneOrMore>{types[1]}</list>"

    def pattern(self, depth: int) -> str:
        """Write a content model, at most so many levels deep."""
        chance = self.random.random()
        if depth == 0 or chance < 0.25:
            name = self.random.choice(NAMES) + self.random.choice("12")
            return f'<ref name="{name}"/>'
        if chance < 0.32:
            return self.random.choice(["<text/>", "<empty/>", "<notAllowed/>"])
        joint = self.random.choice(JOINTS)
        if joint == "interleave" and self.random.random() < 0.9:
            return self.interleave()
        number = self.random.choice((1, 2, 2, 3))
        inside = "".join(self.pattern(depth - 1) for _ in range(number))
        return f"<{joint}>{inside}</{joint}>"

    def interleave(self) -> str:
        """Write an interleave whose parts are of different names."""
        names = self.random.sample(NAMES, self.random.choice((2, 3)))
        kinds = ["{}", "<optional>{}</optional>", "<zeroOrMore>{}</zeroOrMore>"]
        parts = "".join(
            self.random.choice(kinds).format(f'<ref name="{name}1"/>') for name in names
        )
        return f"<interleave>{parts}</interleave>"

    def document(self, depth: int = 4, name: str | None = None) -> etree._Element:
        """Write a document of the names that the grammars use."""
        element = etree.Element(name or self.random.choice(NAMES))
        for attribute in "pqrst":
            if self.random.random() < 0.25:
                element.set(attribute, self.random.choice(VALUES))
        if self.random.random() < 0.3:
            element.text = self.random.choice(VALUES)
        for _ in range(self.random.choice((0, 0, 1, 1, 2, 3)) if depth else 0):
            child = self.document(depth - 1)
            child.tail = self.random.choice(["", "", "", " ", "x"])
            element.append(child)
        return element


class Sampler:
    """Draws documents from a schema: valid ones but for data and hard luck."""

    def __init__(self, schema: Schema, chance: random.Random) -> None:
        """Draw from `schema` by `chance`."""
        self.schema = schema
        self.random = chance
        self.left = MOST_ELEMENTS

    def document(self) -> etree._Element:
        """Draw a document; spoil it a little once in a while."""
        holder = etree.Element("holder")
        self.left = MOST_ELEMENTS
        self.fill(holder, self.schema._start)
        root = holder[0]
        holder.remove(root)
        if self.random.random() < 0.3:
            victim = self.random.choice(list(root.iter()))
            self.random.choice([self.rename, self.repeat, self.strip])(victim)
        return root

    def fill(self, element: etree._Element, pattern: Pattern) -> None:
        """Add to an element what a pattern demands, until it has become too much."""
        match pattern:
            case Element() if self.left > 0:
                self.left -= 1
                self.child(element, pattern)
            case Attribute(name_class=name_class, value=value):
                names = names_in(name_class) or (Name("", "t"),)
                element.set(names[0].local, self.value(value))
            case Data() | Value() | List() | Text():
                text = self.value(pattern)
                if len(element):
                    element[-1].tail = text
                else:
                    element.text = text
            case Element():
                pass
            case _:
                for part in self.parts(pattern):
                    self.fill(element, part)

    def child(self, parent: etree._Element, pattern: Element) -> None:
        """Add a child element with what its definition demands."""
        names = names_in(pattern.definition.name_class) or (Name("", "d"),)
        child = etree.SubElement(parent, names[0].local)
        self.fill(child, self.schema._compiler.content(pattern.definition))

    def parts(self, pattern: Pattern) -> tuple[Pattern, ...]:
        """Choose what to write of a pattern made of others, and in which order."""
        match pattern:
            case Choice(members=members):
                if EMPTY in members and self.left < MOST_ELEMENTS // 2:
                    return ()
                return (self.random.choice(members),)
            case Group(members=members):
                return members
            case Interleave(members=members):
                return tuple(self.random.sample(members, len(members)))
            case OneOrMore(member=member):
                return (member,) * self.random.choice((1, 1, 2))
            case _:
                return ()

    def value(self, pattern: Pattern) -> str:
        """Draw a string that matches, if one of the usual does."""
        values = self.random.sample(VALUES, len(VALUES))
        table = self.schema._automaton._table
        fitting = (value for value in values if matches(table, pattern, value, {}))
        return next(fitting, "z")

    def rename(self, element: etree._Element) -> None:
        """Give an element another name."""
        element.tag = self.random.choice(NAMES)

    def repeat(self, element: etree._Element) -> None:
        """Put in a second copy of an element's first child."""
        if len(element):
            element.append(copy.deepcopy(element[0]))

    def strip(self, element: etree._Element) -> None:
        """Take an element's attributes away."""
        element.attrib.clear()


def compare(seed: int, folder: Path) -> None:
    """Compare the verdicts on one schema and its documents."""
    writer = Writer(seed)
    schema = folder / "schema.rng"
    schema.write_text(writer.grammar(), encoding="utf-8")
    try:
        loaded = load_schema(schema)
        loaded.check()
    except SchemaError:
        loaded = None
    documents = []
    for number in range(DOCUMENTS):
        root = writer.document(name=writer.random.choice("aab"))
        if loaded is not None and number % 3:
            root = Sampler(loaded, writer.random).document()
        documents.append(folder / f"{number}.xml")
        documents[-1].write_bytes(etree.tostring(root))
    result = subprocess.run(
        ["jing", schema, *documents], capture_output=True, text=True, check=False
    )
    blamed = {line.partition(":")[0] for line in result.stdout.splitlines()}
    refused = bool(blamed - set(map(str, documents)))
    assert refused == (loaded is None), result.stdout
    if loaded is not None:
        for document in documents:
            valid = loaded.validate(document) == ()
            assert valid == (str(document) not in blamed), document.read_text()


pytestmark = pytest.mark.skipif(
    shutil.which("jing") is None, reason="jing is not installed"
)


@pytest.mark.parametrize("seed", FEW)
def test_same_verdicts(seed: int, tmp_path: Path) -> None:
    """Jing and our engine agree on a few random schemas and their documents."""
    compare(seed, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("seed", MANY)
def test_same_verdicts_on_many(seed: int, tmp_path: Path) -> None:
    """Jing and our engine agree on many random schemas and their documents."""
    compare(seed, tmp_path)
