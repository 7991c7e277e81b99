"""What people tell the converter about a record (`--metadata FILE.toml`)."""

from dataclasses import dataclass, replace


def label_key(label: str) -> str:
    """Reduce a label to what tells it from others: no case, spacing or closing mark."""
    return " ".join(label.casefold().split()).rstrip(" :.")


@dataclass(frozen=True, slots=True)
class PersonGiven:
    """A person as the metadata name one; `labels` are the printed labels."""

    name: str
    labels: tuple[str, ...] = ()
    role: str | None = None
    ref: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ResponsibilityGiven:
    """Who did what, as the metadata say; `role` is a MARC relator code."""

    role: str
    name: str


@dataclass(frozen=True, slots=True)
class PublicationGiven:
    """How the TEI file itself is published; `date` is W3C."""

    publisher: str | None = None
    date: str | None = None
    licence: str | None = None


@dataclass(frozen=True, slots=True)
class TargetGiven:
    """What an archive platform wants and no TEI header says (table `[target]`).

    `contact` and `email` name whom to ask; `collection` is the platform's own handle
    or slug of the collection; `level` that of description (`item`); `extent` a number
    and a unit (`1 item`); `subject` a term of the platform's own list; `abstract` what
    the record is about, where its header does not say; `base` the address below which
    the files can be fetched.
    """

    contact: str | None = None
    email: str | None = None
    collection: str | None = None
    level: str | None = None
    extent: str | None = None
    subject: str | None = None
    abstract: str | None = None
    base: str | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """The `[record]` table holds ISAD(G) values; dates are EDTF level 1.

    `name` is the file's base name: the TEI header says that the values are from there.
    """

    name: str = ""
    id: str | None = None
    language: str | None = None
    original_language: str | None = None
    title: str | None = None
    date: str | None = None
    place: str | None = None
    genre: str | None = None
    repository: str | None = None
    collection: str | None = None
    reference_code: str | None = None
    conditions_of_access: str | None = None
    publication: PublicationGiven = PublicationGiven()
    target: TargetGiven = TargetGiven()
    persons: tuple[PersonGiven, ...] = ()
    responsibilities: tuple[ResponsibilityGiven, ...] = ()


#: what is one value each
_SINGLE = (
    "language",
    "original_language",
    "title",
    "date",
    "place",
    "genre",
    "repository",
    "collection",
    "reference_code",
    "conditions_of_access",
)


def completed(given: Metadata, stated: Metadata) -> Metadata:
    """Give what people tell, and beside it what only the file itself states.

    A person and a responsibility that people tell of are as they tell, by name; id,
    publication and target are theirs alone.
    """
    if stated == Metadata(name=stated.name):
        return given
    told = {person.name.casefold() for person in given.persons}
    others = tuple(p for p in stated.persons if p.name.casefold() not in told)
    roles = {(r.role, r.name.casefold()) for r in given.responsibilities}
    made = tuple(
        r for r in stated.responsibilities if (r.role, r.name.casefold()) not in roles
    )
    single = {
        name: getattr(stated, name)
        for name in _SINGLE
        if getattr(given, name) is None and getattr(stated, name) is not None
    }
    return replace(
        given,
        name=", ".join(filter(None, (given.name, stated.name))),
        persons=given.persons + others,
        responsibilities=given.responsibilities + made,
        **single,
    )
