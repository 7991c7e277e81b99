"""What a catalogue wants to know of a TEI file: one value for all targets.

Made once from the header (`decode.entry_of`); nothing else reads it for export.
Values are plain text: white space collapsed, no markup, no evidence (see
`model.description` for that). What the file does not say is None or empty.
"""

from dataclasses import dataclass

from tei_encoder.model.record import EntityKind

#: what a TEI file is (RFC 6129)
MEDIA_TYPE = "application/tei+xml"


@dataclass(frozen=True, slots=True)
class Dating:
    """A date as printed, and in W3C form (`1966-09-07`, `1966`) if it has one.

    A span of time is an interval `a/b`; an end that is not told is `..` (EDTF).
    """

    text: str
    when: str | None = None


@dataclass(frozen=True, slots=True)
class Agent:
    """Somebody who took part in the conversation or made the record.

    `name` holds no editorial brackets; `role` is a role of ours (`stenographer`,
    `speaker`), a MARC relator code or the words of the file, empty where not told;
    `references` are identifiers, most often addresses.
    """

    name: str
    role: str = ""
    references: tuple[str, ...] = ()
    kind: EntityKind = EntityKind.PERSON


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a vocabulary; `scheme` names it, `uri` is the term's address."""

    text: str
    scheme: str | None = None
    uri: str | None = None


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number or address and its type as written (`doi`, `shelfmark`), if any."""

    value: str
    type: str = ""


@dataclass(frozen=True, slots=True)
class Publication:
    """How the TEI file itself is published, and under which terms.

    `rights` are statements on its availability, `prose` what stands instead of all
    that (`publicationStmt/p`).
    """

    publisher: str | None = None
    date: Dating | None = None
    licence: str | None = None
    licence_uri: str | None = None
    rights: tuple[str, ...] = ()
    prose: tuple[str, ...] = ()
    status: str | None = None

    @property
    def terms(self) -> tuple[str, ...]:
        """What is said of the terms; prose gives way to a publisher or licence."""
        told = self.rights or self.publisher or self.licence
        return self.rights if told else self.prose


@dataclass(frozen=True, slots=True)
class Original:
    """The document that was encoded: where it is kept and what is told of it.

    `citation` is the archival reference verbatim; `rights` are those of the source.
    """

    repository: str | None = None
    settlement: str | None = None
    country: str | None = None
    institution: str | None = None
    collection: str | None = None
    reference_code: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    citation: str | None = None
    language: str | None = None
    extent: str | None = None
    publisher: str | None = None
    custodial_history: tuple[str, ...] = ()
    acquisition: tuple[str, ...] = ()
    rights: tuple[str, ...] = ()
    conditions_of_access: str | None = None


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """A record as catalogues know it; the fields are the rows of the crosswalk.

    `id` is stable (the file's `xml:id`, else its first `idno`, else its name);
    `date` is the conversation's, `other_dates` pairs a role with a date;
    `participants` took part, `authors` are named as such, `responsibilities` did
    something for the record or the file.
    `language` is a BCP 47 tag, the text's; `software` pairs a name with a version;
    `practice` says how the text was edited, `revisions` how the file was changed.
    """

    id: str
    title: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    alternative_titles: tuple[Term, ...] = ()
    date: Dating | None = None
    other_dates: tuple[tuple[str, Dating], ...] = ()
    participants: tuple[Agent, ...] = ()
    authors: tuple[Agent, ...] = ()
    responsibilities: tuple[Agent, ...] = ()
    funders: tuple[str, ...] = ()
    funding_notes: tuple[str, ...] = ()
    publication: Publication = Publication()
    original: Original = Original()
    series: str | None = None
    language: str | None = None
    abstract: tuple[str, ...] = ()
    genre: Term | None = None
    subjects: tuple[Term, ...] = ()
    places: tuple[Term, ...] = ()
    extent: str | None = None
    project: tuple[str, ...] = ()
    practice: tuple[str, ...] = ()
    revisions: tuple[str, ...] = ()
    software: tuple[tuple[str, str], ...] = ()
    schema: str | None = None
    facsimiles: tuple[str, ...] = ()
