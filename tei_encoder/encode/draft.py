"""The document in the making: what its parts share while they are written."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from tei_encoder.encode import rules
from tei_encoder.encode.changes import Change
from tei_encoder.encode.clock import Clock
from tei_encoder.encode.facsimile import Images
from tei_encoder.encode.gathering import insertions_of
from tei_encoder.encode.ids import Ids, ncname, slug
from tei_encoder.encode.insertions import Insertions
from tei_encoder.model.annotation import Annotation, AnnotationKind, Status
from tei_encoder.model.diagnostic import Diagnostic, Rule
from tei_encoder.model.layout import Figure, ItemList, Table
from tei_encoder.model.record import Entity, Exchange, Record
from tei_encoder.model.source import Source, Span
from tei_encoder.stages import Settings
from tei_encoder.tei.names import XML_ID, local_name

#: which of two claims about the same words holds the other: the former
_NESTING = (
    AnnotationKind.ADD,
    AnnotationKind.DEL,
    AnnotationKind.NOTE,
    AnnotationKind.GAP,
    AnnotationKind.INCIDENT,
    AnnotationKind.KINESIC,
    AnnotationKind.VOCAL,
    AnnotationKind.REF,
    AnnotationKind.RS,
    AnnotationKind.ORG_NAME,
    AnnotationKind.PLACE_NAME,
    AnnotationKind.PERS_NAME,
    AnnotationKind.ROLE_NAME,
    AnnotationKind.DATE,
    AnnotationKind.TIME,
    AnnotationKind.MEASURE,
    AnnotationKind.NUM,
    AnnotationKind.SIC,
    AnnotationKind.ABBR,
    AnnotationKind.UNCLEAR,
    AnnotationKind.HI,
)
#: series of ids for owners that are none of speech: in `u` and `sp` alike
_SERIES = {"p": "par", "speaker": "label", "stage": "note"}
_RANK = {kind: rank for rank, kind in enumerate(_NESTING)}


@dataclass
class Draft:
    """What the writers of the parts read, and what they note for each other.

    `owned` are the claimed ranges with their elements, in the order of the source;
    `characters` maps a character that XML forbids to its id; `agents` maps whoever
    is responsible for something to the id of a respStmt, in order of first use;
    `exchanges` maps question and answer to the ids of their categories;
    `unidentified` maps a printed label to the id of a participant without a name;
    `last_speech` is the `u` or `sp` written last;
    `entity_ids` gives the `xml:id` of an entity by its id in the record;
    `changes` are what reviewers' rulings changed; `tracked` maps author and time of
    a change in the source to its id; `authors` are those whom the source names so,
    `authorities` the authority files by which names were identified.
    """

    source: Source
    record: Record
    settings: Settings
    findings: list[Diagnostic] = field(default_factory=list)
    spans: dict[str, Span] = field(default_factory=dict)
    owned: list[tuple[Span, etree._Element]] = field(default_factory=list)
    characters: dict[str, str] = field(default_factory=dict)
    agents: dict[str, str] = field(default_factory=dict)
    exchanges: dict[Exchange, str] = field(default_factory=dict)
    unidentified: dict[str, str] = field(default_factory=dict)
    placed: set[int] = field(default_factory=set)
    last_speech: etree._Element | None = None
    changes: list[Change] = field(default_factory=list)
    tracked: dict[tuple[str, str], str] = field(default_factory=dict)
    authors: set[str] = field(default_factory=set)
    authorities: set[str] = field(default_factory=set)
    ids: Ids = field(init=False)
    entity_ids: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Let the entities take their ids first, so that both modes give the same."""
        self.ids = Ids(ncname(self.record.id))
        self.entity_ids = {name: self.ids.claim(name) for name in self.entities}

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """The entities by id; of two with one id, the first."""
        entities: dict[str, Entity] = {}
        for entity in self.record.entities:
            entities.setdefault(entity.id, entity)
        return entities

    @cached_property
    def insertions(self) -> Insertions:
        """What stands between the words."""
        return insertions_of(self.source, self.record)

    @cached_property
    def images(self) -> Images:
        """The page images."""
        return Images(self.source.layout, self.ids)

    @cached_property
    def clock(self) -> Clock:
        """The time codes."""
        return Clock(self.source.layout.cues, self.ids)

    @cached_property
    def annotations(self) -> list[Annotation]:
        """The claims that stand, by start, the longer and the outer first."""
        return sorted(
            (a for a in self.record.annotations if a.status is not Status.REJECTED),
            key=lambda a: (a.span.start, -a.span.end, _RANK[a.kind]),
        )

    @cached_property
    def _starts(self) -> list[int]:
        return [annotation.span.start for annotation in self.annotations]

    def annotations_in(self, span: Span) -> Iterator[Annotation]:
        """Go through the claims that begin in `span`; each is asked for once."""
        first = bisect_left(self._starts, span.start)
        for annotation in self.annotations[first : bisect_left(self._starts, span.end)]:
            if id(annotation) not in self.placed:
                self.placed.add(id(annotation))
                yield annotation

    def whole(self, span: Span, kinds: Iterable[AnnotationKind]) -> Annotation | None:
        """Give the claim of one of `kinds` about exactly `span`, and take it as placed.

        The outermost, when there are several.
        """
        first = bisect_left(self._starts, span.start)
        for annotation in self.annotations[
            first : bisect_right(self._starts, span.start)
        ]:
            if annotation.span == span and annotation.kind in kinds:
                self.placed.add(id(annotation))
                return annotation
        return None

    def claim_about(
        self, span: Span, kinds: Iterable[AnnotationKind]
    ) -> Annotation | None:
        """Give the claim of one of `kinds` about exactly `span`, not yet placed."""
        first = bisect_left(self._starts, span.start)
        for annotation in self.annotations[
            first : bisect_right(self._starts, span.start)
        ]:
            if annotation.span == span and annotation.kind in kinds:
                return None if id(annotation) in self.placed else annotation
        return None

    @cached_property
    def structures(self) -> list[Table | ItemList | Figure]:
        """The tables, lists and pictures with words, the outer of two first."""
        layout = self.source.layout
        found: list[Table | ItemList | Figure] = [*layout.tables, *layout.lists]
        found += [figure for figure in layout.figures if len(figure.span)]
        return sorted(found, key=lambda each: (each.span.start, -each.span.end))

    def structures_from(self, span: Span) -> Iterator[Table | ItemList | Figure]:
        """Give the structures that begin in a stretch, or in white space before it."""
        text, start = self.source.text, span.start
        while start and text[start - 1].isspace():
            start -= 1
        structures = self.structures
        first = bisect_left(structures, start, key=_start_of)
        yield from structures[first : bisect_left(structures, span.end, key=_start_of)]

    def own(
        self,
        element: etree._Element,
        spans: Iterable[Span],
        *,
        marks: Iterable[Span] = (),
    ) -> None:
        """Let `element` answer for ranges of the source (`@source`, RFC 5147).

        Marks of lifted notes belong to these, which own them as `marks`.
        """
        words = tuple(self.insertions.without_marks(spans))
        ranges = (*marks, *words)
        element.set("source", " ".join(f"src:{s.start},{s.end}" for s in ranges))
        for span in ranges:
            insort(self.owned, (span, element), key=_start)
        identifier = element.get(XML_ID)
        if identifier:
            self.spans[identifier] = Span(words[0].start, words[-1].end)

    def owner_of(self, span: Span) -> etree._Element | None:
        """Give the element that answers for all of `span`, if one does."""
        at = bisect_right(self.owned, span.start, key=_start)
        if at and span in self.owned[at - 1][0]:
            return self.owned[at - 1][1]
        return None

    def free(self, span: Span) -> bool:
        """Tell whether nothing in `span` is owned yet."""
        at = bisect_right(self.owned, span.start, key=_start)
        near = self.owned[max(0, at - 1) : at + 1]
        return not any(claimed.overlaps(span) for claimed, _ in near)

    def pointer_to(self, span: Span) -> str | None:
        """Give a pointer to the element that holds `span`, with an id if need be."""
        owner = self.owner_of(span)
        if owner is None:
            return None
        identifier = owner.get(XML_ID)
        if not identifier:
            name = local_name(owner.tag)
            if owner.get("type") == "speaker":
                name = "speaker"
            identifier = self.ids.number(_SERIES.get(name, name))
            owner.set(XML_ID, identifier)
            self.spans[identifier] = span
        return f"#{identifier}"

    def agent(self, name: str) -> str:
        """Give a pointer to the respStmt of `name`, which is then written."""
        if name not in self.agents:
            self.agents[name] = self.ids.claim(f"resp-{slug(name)}")
        return f"#{self.agents[name]}"

    def authority(self, file: str) -> str:
        """Give a pointer to the respStmt of an authority file, then written."""
        self.authorities.add(file)
        return self.agent(file)

    def category(self, exchange: Exchange) -> str:
        """Give a pointer to the category of a question or answer; both are written."""
        if not self.exchanges:
            self.exchanges = {kind: self.ids.claim(kind) for kind in Exchange}
        return f"#{self.exchanges[exchange]}"

    def character(self, character: str) -> str:
        """Give a pointer to the declaration of a character that XML forbids."""
        if character not in self.characters:
            self.characters[character] = self.ids.claim(f"char-{ord(character):04x}")
        return f"#{self.characters[character]}"

    def report(self, rule: Rule, message: str, span: Span | None = None) -> None:
        """Note a finding."""
        self.findings.append(Diagnostic(rule, message, span=span, source=rules.SOURCE))


def _start_of(structure: Table | ItemList | Figure) -> int:
    return structure.span.start


def _start(claim: tuple[Span, etree._Element]) -> int:
    return claim[0].start
