"""A page to write on, and what it becomes as TEI: certified and valid, or it fails."""

from dataclasses import dataclass, field, replace
from functools import cache

from lxml import etree
from strategies import Page, source_of

from tei_encoder.encode import encode
from tei_encoder.model.annotation import Annotation, AnnotationKind
from tei_encoder.model.block import Field, Kind
from tei_encoder.model.description import Description, Statement
from tei_encoder.model.diagnostic import Diagnostic
from tei_encoder.model.record import Entity, Passage, Record, SetAside, Utterance
from tei_encoder.model.source import Span
from tei_encoder.profiles.model import Profile
from tei_encoder.stages import Settings, Speech
from tei_encoder.tei.document import parse, write
from tei_encoder.tei.names import PREFIXES
from tei_encoder.tei.schemas import schema_path
from tei_encoder.validate import certify

SETTINGS = Settings(profile=Profile("generic"))


@dataclass(slots=True)
class Encoded:
    """The written file, read again, with the findings."""

    root: etree._Element
    findings: tuple[Diagnostic, ...]

    def all(self, xpath: str) -> list[etree._Element]:
        """Find elements; `t:` is the TEI prefix."""
        found = self.root.xpath(xpath, namespaces={"t": PREFIXES["tei"]})
        assert isinstance(found, list)
        return found

    def one(self, xpath: str) -> etree._Element:
        """Find the one element."""
        (found,) = self.all(xpath)
        return found

    def shown(self, xpath: str) -> str:
        """Show the one element without namespace, prefix of ids and ranges."""
        element = self.one(xpath)
        text = etree.tostring(element, encoding="unicode", with_tail=False)
        return text.replace(' xmlns="http://www.tei-c.org/ns/1.0"', "").replace(
            "rec.", ""
        )

    @property
    def codes(self) -> list[str]:
        """The names of the rules of the findings."""
        return [finding.rule.name for finding in self.findings]


@dataclass(slots=True)
class Draughtsman:
    """Writes a page and says what its parts are."""

    page: Page = field(default_factory=Page)
    parts: list[Passage | Utterance] = field(default_factory=list)
    annotations: list[Annotation] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    description: Description = field(
        default_factory=lambda: Description(Statement("en"))
    )

    def add(self, words: str, separator: str = "\n\n") -> Span:
        """Add words to the page."""
        return self.page.add(words, separator if self.page.text else "")

    def passage(self, kind: Kind, words: str, about: Field | None = None) -> Span:
        """Add a passage as a part."""
        span = self.add(words)
        self.parts.append(Passage(kind, (span,), about))
        return span

    def turn(self, label: str, *paragraphs: str, by: tuple[str, ...] = ()) -> Utterance:
        """Add a turn; its label stands before the first paragraph."""
        at = self.add(label) if label else None
        spans = [
            self.add(p, " " if not n else "\n\n") for n, p in enumerate(paragraphs)
        ]
        made = Utterance(by, at, tuple(Passage(Kind.TURN, (s,)) for s in spans))
        self.parts.append(made)
        return made

    def claim(self, kind: AnnotationKind, words: str, **attributes: str) -> Annotation:
        """Claim something about the first place of some words."""
        start = self.page.text.index(words)
        span = Span(start, start + len(words))
        target = attributes.pop("about", None)
        responsible = attributes.pop("by", "software")
        made = Annotation(
            span, kind, tuple(attributes.items()), target, responsible=responsible
        )
        self.annotations.append(made)
        return made

    def state(self, words: str) -> Statement:
        """State something in words that stand nowhere else on the page."""
        span = self.add(words)
        return Statement(words, span)

    def describe(self, **statements: object) -> None:
        """Add statements to the description."""
        self.description = replace(self.description, **statements)  # type: ignore[arg-type]

    def encode(
        self, speech: Speech = Speech.U, settings: Settings = SETTINGS
    ) -> Encoded:
        """Encode the page; every result is certified and valid."""
        source = source_of(self.page.text, "page.txt")
        record = Record(
            "rec",
            source.span,
            self.description,
            tuple(self.entities),
            tuple(self.parts),
            tuple(self.annotations),
            tuple(self.set_aside),
        )
        outcome = encode(source, record, replace(settings, speech=speech))
        root = parse(write(outcome.value), "rec.xml")

        assert () == certify(root, source.text)
        schema().assertValid(root)
        return Encoded(root, outcome.diagnostics)


@cache
def schema() -> etree.RelaxNG:
    """Give our schema, compiled once."""
    return etree.RelaxNG(etree.parse(str(schema_path("conversation.rng"))))
