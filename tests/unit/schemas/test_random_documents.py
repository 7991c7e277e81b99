"""Whatever is valid under our schema is valid under tei_all: random documents."""

import subprocess
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

import pytest
from lxml import etree

from tests.unit.schemas.conftest import XML, Grammar, children, kind

TEI = "http://www.tei-c.org/ns/1.0"
NSMAP = {None: TEI}
DEEP = 12
LARGE = 100
ATTRIBUTES = 8
WORDS = ["one", "two ", "three\n", "naïve", "日本", "\u00a0", " ", "<&>", "—", "[x]"]
SAMPLES = {
    "teidata.duration.w3c": ["PT2S", "P1Y2M3DT4H", "-P1D", "PT0.5S"],
    "teidata.language": ["en", "sq", "zh-Hant-TW", "x-klingon", "DE-1996", "und"],
    "teidata.name": ["tei_encoder", "a:b", "É"],
    "teidata.namespace": ["http://www.tei-c.org/ns/1.0", "x"],
    "teidata.numeric": ["1.5", "-2/3", "0", "+12", "007", ".5"],
    "teidata.outputMeasurement": ["12px", "-1.5em", "100%", "+3cm"],
    "teidata.pattern": ["([0-9]+),([0-9]+)", "  a  b "],
    "teidata.point": ["0,0", "-1.5,20", "3,4.25"],
    "teidata.pointer": ["#a", "src:0,10", "http://a.example/?q=1#z", "a.xml", "é/ü"],
    "teidata.prefix": ["src", "a-b.c+d", "x1"],
    "teidata.probability": ["0", "1", "0.25", "1e-3"],
    "teidata.replacement": ["a.txt#char=$1,$2", ""],
    "teidata.temporal.w3c": [
        *["1966-09-07", "1966-09", "1966", "--09-07", "--09", "---07", "-0044-03-15"],
        *["12:00:00", "12:00:00Z", "1966-09-07T12:00:00+02:00", "1966-09-07Z"],
    ],
    "teidata.text": ["", "any text", " "],
    "teidata.version": ["5.0", "4.12.0", "5"],
    "teidata.versionNumber": ["0.1.0", "1a2.3", "10"],
    "teidata.word": ["a", "a.b-c", "Ω:1", "#"],
    "teidata.xpath": ["@who", "//u", ""],
    "NCName": ["codepoint", "_x"],
    "boolean": ["true", "false", "0", "1"],
    "float": ["0", "1.5", "INF"],
    "nonNegativeInteger": ["0", "12", "+3"],
    "string": ["#", ". ,"],
}


class Generator:
    """Walk a grammar at random, drawn to the elements that came up least."""

    def __init__(self, grammar: Grammar, seed: int) -> None:
        """Measure how small each element can be, so that every walk ends."""
        self.grammar = grammar
        self.random = Random(seed)  # noqa: S311 (a test, no secret)
        self.seen: Counter[str] = Counter()
        self.ids = 0
        self.size = 0
        self.smallest = dict.fromkeys(grammar.elements, 10_000)
        before: dict[str, int] = {}
        while before != self.smallest:
            before = dict(self.smallest)
            for name, element in grammar.elements.items():
                self.smallest[name] = 1 + sum(map(self.least, children(element)))
        self.least = cache(self.least)
        self.names = cache(self.names)

    def least(self, pattern: etree._Element) -> int:
        """Give the smallest number of elements that satisfy a pattern."""
        match kind(pattern):
            case "ref" if (name := pattern.get("name", "")) in self.smallest:
                return self.smallest[name]
            case "ref":
                name = pattern.get("name", "")
                return sum(map(self.least, children(self.grammar.defines[name])))
            case "choice":
                return min(map(self.least, children(pattern)))
            case "optional" | "zeroOrMore" | "attribute":
                return 0
            case _:
                return sum(map(self.least, children(pattern)))

    def names(self, pattern: etree._Element) -> frozenset[str]:
        """Give the elements that a pattern may put into its parent."""
        name = pattern.get("name", "")
        match kind(pattern):
            case "ref" if name in self.smallest:
                return frozenset({name})
            case "ref":
                pattern = self.grammar.defines[name]
        return frozenset().union(*map(self.names, children(pattern)))

    def document(self, root: str = "TEI") -> etree._Element:
        """Give one random document that is valid under the grammar."""
        self.ids = self.size = 0
        holder = etree.Element("holder")
        self.element(root, holder, 0)
        return holder[0]

    def element(self, name: str, parent: etree._Element, depth: int) -> None:
        """Add one element with all that it must and some of what it may hold."""
        self.seen[name] += 1
        self.size += 1
        element = etree.SubElement(parent, f"{{{TEI}}}{name}", nsmap=NSMAP)
        for pattern in children(self.grammar.elements[name]):
            self.fill(pattern, element, depth + 1)

    def fill(self, pattern: etree._Element, parent: etree._Element, depth: int) -> None:
        """Do to an element what a pattern asks for."""
        match kind(pattern):
            case "ref" if (name := pattern.get("name", "")) in self.grammar.elements:
                self.element(name, parent, depth)
            case "text":
                append(parent, self.random.choice(WORDS))
            case "attribute":
                name = pattern.get("name", "").replace("xml:", XML)
                value = " ".join(self.values(children(pattern)[0]))
                parent.set(name, value)
            case "choice":
                self.fill(self.pick(children(pattern), depth), parent, depth)
            case "optional" if kind(pattern[0]) == "attribute":
                # Few at a time: libxml2 needs twice as long for each one more.
                if self.random.random() < 1 / ATTRIBUTES:
                    self.fill(pattern[0], parent, depth)
            case "optional" | "zeroOrMore" | "oneOrMore":
                for _ in range(self.times(pattern, depth)):
                    self.each(children(pattern), parent, depth)
            case "ref":
                name = pattern.get("name", "")
                self.each(children(self.grammar.defines[name]), parent, depth)
            case _:
                self.each(children(pattern), parent, depth)

    def each(
        self, patterns: list[etree._Element], parent: etree._Element, depth: int
    ) -> None:
        """Fill one pattern after the other."""
        for pattern in patterns:
            self.fill(pattern, parent, depth)

    def times(self, pattern: etree._Element, depth: int) -> int:
        """Say how often a repeated pattern comes up, at the end as little as may be."""
        least = int(kind(pattern) == "oneOrMore")
        if self.rarest(pattern) == 0:
            return 1
        if depth > DEEP or self.size > LARGE:
            return least
        if self.random.random() > 2 / (1 + depth):
            return least
        return 1 if kind(pattern) == "optional" else self.random.randint(1, 3)

    def pick(self, patterns: list[etree._Element], depth: int) -> etree._Element:
        """Choose an alternative: a new one, at the end the smallest, else any."""
        shuffled = self.random.sample(patterns, len(patterns))
        rare = min(shuffled, key=self.rarest)
        if self.rarest(rare) == 0:
            return rare
        if depth > DEEP or self.size > LARGE:
            return min(shuffled, key=self.least)
        return self.random.choice([rare, shuffled[0]])

    def rarest(self, pattern: etree._Element) -> float:
        """Say how often the rarest element of a pattern has come up."""
        return min((self.seen[n] for n in self.names(pattern)), default=float("inf"))

    def values(self, pattern: etree._Element) -> list[str]:
        """Give the words of a random attribute value."""
        name = pattern.get("name") or pattern.get("type") or ""
        if name in SAMPLES:
            return [self.random.choice(SAMPLES[name])]
        if name == "ID":
            self.ids += 1
            return [f"r.{self.ids}"]
        if kind(pattern) in {"text", "value"}:
            return [pattern.text or "any"]
        return [w for inner in self.parts(pattern) for w in self.values(inner)]

    def parts(self, pattern: etree._Element) -> list[etree._Element]:
        """Give the patterns that stand for a pattern this time."""
        match kind(pattern):
            case "ref":
                return children(self.grammar.defines[pattern.get("name", "")])
            case "choice":
                return [self.random.choice(children(pattern))]
            case "oneOrMore" | "zeroOrMore":
                return children(pattern) * self.random.randint(1, 3)
            case _:
                return children(pattern)


def append(element: etree._Element, text: str) -> None:
    """Add text at the end of an element."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


@pytest.fixture
def check(
    grammar: Grammar, relaxng: etree.RelaxNG, tei_all: Path, jing: str, tmp_path: Path
) -> Callable[[int, int], Generator]:
    """Make documents: libxml2 judges them by our schema, jing by tei_all."""

    def judge(count: int, seed: int) -> Generator:
        generator = Generator(grammar, seed)
        for number in range(count):
            root = "TEI" if number % 20 else "teiCorpus"
            document = generator.document(root)
            assert relaxng.validate(document), relaxng.error_log
            path = tmp_path / f"{number:05}.xml"
            path.write_bytes(etree.tostring(document, encoding="UTF-8"))
        files = [str(path) for path in sorted(tmp_path.glob("*.xml"))]
        assert count == len(files)
        done = subprocess.run(
            [jing, str(tei_all), *files], capture_output=True, text=True, check=False
        )
        assert (0, "") == (done.returncode, done.stdout[:2000])
        return generator

    return judge


def test_random_documents(check: Callable[[int, int], Generator]) -> None:
    """150 random documents are valid under both; every element occurs in them."""
    generator = check(150, 1)

    assert set(generator.grammar.elements) == set(generator.seen)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 7))
def test_many_random_documents(
    seed: int, check: Callable[[int, int], Generator]
) -> None:
    """Thousands of random documents are valid under both."""
    check(500, seed)


def test_generator_can_fail(grammar: Grammar, relaxng: etree.RelaxNG) -> None:
    """A random document that loses a required part is found invalid."""
    document = Generator(grammar, 1).document()
    assert relaxng.validate(document)

    document.remove(document[0])
    assert not relaxng.validate(document)
