"""What reviewers rule on a record: quoted words, and what holds of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from tei_encoder.model.block import Field, Kind
from tei_encoder.model.source import Span


class Claim(StrEnum):
    """What sort of claim about words a reviewer confirms or rejects."""

    NAME = "name"
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    DATE = "date"
    TIME = "time"
    MEASURE = "measure"
    NUMBER = "number"
    ABBREVIATION = "abbreviation"
    BRACKET = "bracket"


class Element(StrEnum):
    """The elements of the description that a reviewer may set, after ISAD(G)."""

    TITLE = "title"
    DATE = "date"
    PLACE = "place"
    GENRE = "genre"
    ORIGINAL_LANGUAGE = "original_language"
    REPOSITORY = "repository"
    COLLECTION = "collection"
    REFERENCE_CODE = "reference_code"
    PUBLISHER = "publisher"
    CONDITIONS_OF_ACCESS = "conditions_of_access"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the source, as a TextQuoteSelector of Web Annotation keeps them.

    `before` and `after` are what surrounds them, as much as tells them apart; `at` is
    the offset (code points) where they once began, which breaks ties alone.
    """

    exact: str
    before: str = ""
    after: str = ""
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Relabel:
    """The block that holds the words is of another kind."""

    kind: Kind
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Labelling:
    """The words are a speaker's label, or (`stands` is false) are none."""

    stands: bool


@dataclass(frozen=True, slots=True)
class SetSpeaker:
    """The turn that holds the words is spoken by somebody, called as in the record."""

    name: str


@dataclass(frozen=True, slots=True)
class Merge:
    """These printed names are one person's."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """These printed names are of different people, whatever the rules say."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Confirm:
    """The words are a name, date, bracket and so on.

    `value` is the date or time (W3C, or `a/b`), the number, the name of whoever or
    whatever is meant, or the type of a bracket; `ref` points to an authority file.
    """

    claim: Claim
    value: str | None = None
    ref: str | None = None


@dataclass(frozen=True, slots=True)
class Reject:
    """The words are no such thing."""

    claim: Claim


@dataclass(frozen=True, slots=True)
class Describe:
    """An element of the description is the quoted words, or else `value`.

    Of a date, `value` is the normalized form (EDTF) of the quoted words.
    """

    element: Element
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """A note of the reviewer on the words."""

    text: str


Action = (
    Relabel
    | Labelling
    | SetSpeaker
    | Merge
    | Part
    | Confirm
    | Reject
    | Describe
    | Remark
)
A = TypeVar("A", bound=Action)


@dataclass(frozen=True, slots=True)
class Ruling:
    """One ruling of a reviewer.

    `by` and `when` are as the person wrote them; `line` is its line in the file of
    decisions; `span` is where its words are found (None before they are looked for,
    and for rulings that quote no place).
    """

    action: Action
    by: str
    quote: Quote | None = None
    when: str | None = None
    why: str | None = None
    line: int = 0
    span: Span | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The printed names that it is about, wherever they stand."""
        return self.action.names if isinstance(self.action, Merge | Part) else ()


@dataclass(frozen=True, slots=True)
class Review:
    """Somebody has read all of the record and stands for it.

    `text` is the SHA-256 of the text that was read: of another one, nothing is said.
    """

    by: str
    when: str | None = None
    why: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Decisions:
    """The rulings on one source; `name` is the base name of their file."""

    name: str = ""
    rulings: tuple[Ruling, ...] = ()
    reviews: tuple[Review, ...] = ()

    def of(self, action: type[A], within: Span) -> Iterator[tuple[Ruling, A]]:
        """Give the rulings of one sort on a stretch of the text, with their action.

        Those that quote no place hold everywhere.
        """
        for ruling in self.within(within):
            if isinstance(ruling.action, action):
                yield ruling, ruling.action

    def within(self, span: Span) -> Iterator[Ruling]:
        """Give all rulings on a stretch of the text, in the order of their file."""
        return (r for r in self.rulings if r.span is None or r.span in span)
