"""Random records: sources with everything that a record may hold, well or badly made.

`pages()` gives a source and a record of it whose parts, statements and set-asides
together own every character that is not white space, as `assemble` promises;
claims about the text are at random, and many of them unfit.
"""

from dataclasses import dataclass, field
from hashlib import sha256

from hypothesis import strategies as st

from tei_encoder.model.annotation import Annotation, AnnotationKind, Status
from tei_encoder.model.block import Field, Kind
from tei_encoder.model.description import (
    Certainty,
    Citation,
    Description,
    Origin,
    Responsibility,
    Role,
    Statement,
)
from tei_encoder.model.metadata import Metadata, PublicationGiven
from tei_encoder.model.record import (
    Entity,
    EntityKind,
    Exchange,
    Name,
    NameType,
    Passage,
    Record,
    SetAside,
    Utterance,
)
from tei_encoder.model.source import Source, Span
from tei_encoder.profiles.model import Profile
from tei_encoder.stages import Settings, Speech

#: words and characters that have made trouble somewhere
PIECES = (
    *("ANNA:", "We agree.", "(laughs)", "[sic]", "1.", "*", "Participants:", "7 May"),
    *("é", "م", "漢", "<&>", '"', "–", "…", "]]>", "-", "\u00ad", "\U0001f600"),
    *(" ", "  ", "\t", "\u00a0", "\n", "\n ", "\r\n", "\r", "\u2028", "\x85"),
    *("\x00", "\x0b", "\x0c", "\x1c", "\ufffe", "\x7f"),
)
BREAKS = ("\n\n", "\n", "\r\n\r\n", " ", "\u00a0\n", "\n\x0c\n", "\u2029", "\x1c\n")
ENTITY_IDS = ("p-anna", "p-borg", "g-voices-1", "o-yard", "pl-quay", "u1", "7 é")

words = (
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=6)
    .map("".join)
    .map(str.strip)
    .filter(bool)
)
tags = st.sampled_from(("en", "und", "sr-Latn", "English", ""))
dates = st.sampled_from(
    (
        "1966",
        "1966-09-07",
        "1966-02-30",
        "196X",
        "1966?",
        "1966/1967",
        "../1966",
        "",
        "7",
    )
)
origins = st.sampled_from(Origin)
certainties = st.none() | st.sampled_from(Certainty)


@dataclass(slots=True)
class Page:
    """A text as it grows."""

    text: str = ""
    spans: list[Span] = field(default_factory=list)

    def add(self, given: str, separator: str) -> Span:
        """Add words after a separator and give their place."""
        start = len(self.text) + len(separator)
        self.text += separator + given
        span = Span(start, len(self.text))
        self.spans.append(span)
        return span


@st.composite
def added(draw: st.DrawFn, page: Page) -> Span:
    """Add words to a page."""
    return page.add(draw(words), draw(st.sampled_from(BREAKS)))


@st.composite
def passages(draw: st.DrawFn, page: Page, kinds: tuple[Kind, ...]) -> list[Passage]:
    """Add a passage; now and then with a page marker inside it."""
    kind = draw(st.sampled_from(kinds))
    about = draw(st.none() | st.sampled_from(Field))
    first = draw(added(page))
    if draw(st.integers(0, 5)):
        return [Passage(kind, (first,), about)]
    inner = draw(st.sampled_from((Kind.PAGE_MARKER, Kind.FOOTNOTE, Kind.NOTE)))
    marker, last = draw(added(page)), draw(added(page))
    return [Passage(kind, (first, last), about), Passage(inner, (marker,))]


SPOKEN = (Kind.TURN, Kind.TURN_CONTINUATION)
BETWEEN = (*SPOKEN, Kind.STAGE, Kind.NOTE, Kind.PAGE_MARKER, Kind.FOOTNOTE, Kind.OTHER)


@st.composite
def utterances(draw: st.DrawFn, page: Page) -> Utterance:
    """Add a turn with at least one paragraph of speech."""
    speakers = draw(st.lists(st.sampled_from((*ENTITY_IDS, "p-nobody")), max_size=2))
    label = draw(added(page)) if draw(st.booleans()) else None
    content = draw(passages(page, SPOKEN))
    for _ in range(draw(st.integers(0, 2))):
        content += draw(passages(page, BETWEEN))
    exchange = draw(st.none() | st.sampled_from(Exchange))
    resumed = draw(st.booleans())
    return Utterance(tuple(speakers), label, tuple(content), exchange, resumed)


@st.composite
def statements(draw: st.DrawFn, page: Page, *, spanned: bool) -> Statement:
    """Make a statement: a stretch of its own on the page, or words from elsewhere."""
    span = draw(added(page)) if spanned else None
    if not spanned and page.spans and draw(st.booleans()):
        span = draw(st.sampled_from(page.spans))
    text = span.of(page.text) if span else draw(words)
    return Statement(
        text, span, draw(origins), draw(st.none() | dates), draw(certainties)
    )


@st.composite
def citations(draw: st.DrawFn, page: Page) -> Citation:
    """Make a citation whose parts are copies."""
    verbatim = draw(statements(page, spanned=True))
    inner = Statement(verbatim.text, verbatim.span)
    parts = draw(st.lists(st.just(("file", inner)), max_size=2))
    some = st.none() | st.just(inner)
    return Citation(verbatim, draw(some), draw(some), tuple(parts))


@st.composite
def descriptions(draw: st.DrawFn, page: Page) -> Description:
    """Make a description; some statements stand nowhere but in it."""

    def some(*, spanned: bool) -> Statement | None:
        chance = st.integers(0, 3).map(lambda n: n == 0)
        return draw(statements(page, spanned=spanned)) if draw(chance) else None

    def several() -> tuple[Statement, ...]:
        number = draw(st.sampled_from((0, 0, 0, 1, 2)))
        return tuple(draw(statements(page, spanned=True)) for _ in range(number))

    people = st.builds(
        Responsibility,
        role=st.sampled_from((*Role, "aut", "a role\x00")),
        name=statements(page, spanned=False),
        person=st.none() | st.sampled_from((*ENTITY_IDS, "p-nobody")),
    )
    dated = st.tuples(
        st.sampled_from(("typescript", "a b")), statements(page, spanned=False)
    )
    return Description(
        language=Statement(draw(tags), None, draw(origins), None, draw(certainties)),
        title=some(spanned=False),
        date=some(spanned=False),
        place=some(spanned=draw(st.booleans())),
        time=some(spanned=False),
        other_dates=tuple(draw(st.lists(dated, max_size=2))),
        other_times=tuple(draw(st.lists(dated, max_size=2))),
        original_language=draw(st.none() | st.builds(Statement, tags)),
        genre=some(spanned=True),
        abstract=several(),
        citation=draw(st.none() | citations(page)),
        repository=some(spanned=draw(st.booleans())),
        collection=some(spanned=False),
        reference_code=some(spanned=True),
        identifiers=several(),
        extent=some(spanned=False),
        physical=several(),
        custodial_history=several(),
        acquisition=several(),
        surrogates=several(),
        funders=several(),
        funding_notes=several(),
        publisher=some(spanned=True),
        rights=several(),
        conditions_of_access=some(spanned=True),
        conditions_of_reproduction=several(),
        classification=several(),
        subjects=several(),
        responsibilities=tuple(draw(st.lists(people, max_size=3))),
    )


@st.composite
def entities(draw: st.DrawFn) -> Entity:
    """Make somebody or something."""
    name = st.builds(Name, words, st.sampled_from(NameType))
    role = st.sampled_from(("speaker", "present", "unidentified", "two words"))
    stated = st.none() | st.builds(Statement, words)
    references = st.sampled_from(("https://viaf.org/viaf/1", "not an address", ""))
    return Entity(
        id=draw(st.sampled_from(ENTITY_IDS)),
        kind=draw(st.sampled_from(EntityKind)),
        names=tuple(draw(st.lists(name, max_size=3))),
        role=draw(st.none() | role),
        occupation=draw(stated),
        affiliation=draw(stated),
        references=tuple(draw(st.lists(references, max_size=2))),
        origin=draw(origins),
        merged=tuple(draw(st.lists(words, max_size=1))),
    )


ATTRIBUTES = (
    *(("type", "editorial"), ("type", "two words"), ("subtype", "sic"), ("n", "1")),
    *(("when", "1966-09-07"), ("when", "12:00"), ("from", "1966"), ("to", "1967")),
    *(("reason", "illegible"), ("quantity", "3"), ("quantity", "three"), ("x", "y")),
    *(("unit", "line"), ("value", "-1.5"), ("atLeast", "6"), ("place", "bottom")),
    *(("target", "https://example.org/?a=b&c"), ("target", "nowhere"), ("rend", "it")),
    *(("xml:lang", "fr"), ("xml:lang", "French"), ("key", "\x00"), ("commodity", "a")),
)


@st.composite
def annotations(draw: st.DrawFn, page: Page) -> Annotation:
    """Make a claim about some stretch of the page, likely or not."""
    whole = st.sampled_from(page.spans) if page.spans else st.just(Span(0, 0))
    start = st.integers(0, max(0, len(page.text) - 1))
    length = st.integers(0, 12)
    at_random = st.tuples(start, length).map(
        lambda it: Span(it[0], min(it[0] + it[1], len(page.text)))
    )
    attributes = draw(st.lists(st.sampled_from(ATTRIBUTES), max_size=3))
    return Annotation(
        span=draw(whole | at_random),
        kind=draw(st.sampled_from(AnnotationKind)),
        attributes=tuple(dict(attributes).items()),
        target=draw(st.none() | st.sampled_from((*ENTITY_IDS, "p-nobody"))),
        responsible=draw(st.sampled_from(("software", "brackets", "A. Reviewer"))),
        certainty=draw(certainties),
        status=draw(st.sampled_from(Status)),
    )


@st.composite
def pages(draw: st.DrawFn) -> tuple[Source, Record]:
    """Make a source and a record of it, or of the rest of it."""
    page = Page()
    before = draw(st.sampled_from(("", "", "Another record\n\n")))
    page.text = before
    parts: list[Passage | Utterance] = []
    for _ in range(draw(st.integers(0, 7))):
        if draw(st.booleans()):
            parts.append(draw(utterances(page)))
        else:
            parts += draw(passages(page, tuple(Kind)))
    description = draw(descriptions(page))
    aside = [
        SetAside(draw(added(page)), draw(st.sampled_from(("page-label", "a b\x00"))))
        for _ in range(draw(st.sampled_from((0, 0, 1, 2))))
    ]
    page.text += draw(st.sampled_from(("", "\n", " \u00a0\n")))
    record = Record(
        id=draw(st.sampled_from(("rec", "1966-09-07", "é-漢", "a b:c"))),
        span=Span(len(before), len(page.text)),
        description=description,
        entities=tuple(draw(st.lists(entities(), max_size=4))),
        parts=tuple(parts),
        annotations=tuple(draw(st.lists(annotations(page), max_size=6))),
        set_aside=tuple(aside),
    )
    return source_of(page.text), record


def source_of(text: str, uri: str = "a file $1.txt") -> Source:
    """Give the source that a plain text file with this text would be."""
    digest = sha256(text.encode()).hexdigest()
    return Source(uri, text, digest, digest, "utf-8", "text")


publications = st.builds(
    PublicationGiven,
    publisher=st.none() | words,
    date=st.none() | dates,
    licence=st.none() | st.sampled_from(("https://example.org/by", "ask\x00us")),
)


def settings(speech: Speech | None = None) -> st.SearchStrategy[Settings]:
    """Make settings, in one mode or both."""
    return st.builds(
        Settings,
        profile=st.just(Profile("generic")),
        metadata=st.builds(Metadata, name=words, publication=publications),
        speech=st.just(speech) if speech else st.sampled_from(Speech),
        date=st.none() | dates,
    )
