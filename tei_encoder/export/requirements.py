"""What targets may insist on: where TEI says it, and how people may give it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tei_encoder.export.agents import creators
from tei_encoder.export.dates import closed, single
from tei_encoder.model.catalogue import CatalogueEntry
from tei_encoder.stages import ExportSettings

#: length of a date that has a day
_DAY: Final = len("1966-09-07")
_HEADER: Final = "/TEI/teiHeader"
#: ArchivesSpace: a number, white space, and what is counted
_COUNTED: Final = re.compile(r"[0-9.]+\s+\S.*", re.DOTALL)


def counted_extent(entry: CatalogueEntry, settings: ExportSettings) -> str | None:
    """Give the extent with its number first: that given, else the original's."""
    candidates = (settings.given.extent, entry.original.extent)
    return next((t for t in candidates if t and _COUNTED.fullmatch(t)), None)


def day_made(entry: CatalogueEntry, settings: ExportSettings) -> str | None:
    """Give the day of this export, else that on which the TEI file came out."""
    published = single(entry.publication.date)
    days = (d for d in (settings.date, published) if d and len(d) == _DAY)
    return next(days, None)


@dataclass(frozen=True, slots=True)
class Requirement:
    """A fact that a target must have.

    `path` is where TEI states it, empty where TEI has no place for it; `key` is its
    name in a file of metadata.
    """

    name: str
    path: str
    key: str
    is_told: Callable[[CatalogueEntry, ExportSettings], bool]


TITLE: Final = Requirement(
    "title",
    f"{_HEADER}/fileDesc/titleStmt/title",
    "record.title",
    lambda entry, _: bool(entry.title),
)
#: a date in words alone is none: platforms sort and filter by it
DATE: Final = Requirement(
    "date",
    f"{_HEADER}/profileDesc/creation/date/@when",
    "record.date",
    lambda entry, _: bool(entry.date and entry.date.when),
)
#: EAD normalizes days, months and years, and intervals with both their ends
EAD_DATE: Final = Requirement(
    "date with both its ends",
    f"{_HEADER}/profileDesc/creation/date/@when",
    "record.date",
    lambda entry, _: closed(entry.date) is not None,
)
#: ArchivesSpace wants a number and what is counted
EAD_EXTENT: Final = Requirement(
    "extent that begins with a number",
    f"{_HEADER}/fileDesc/sourceDesc/msDesc/physDesc/objectDesc/supportDesc/extent",
    "target.extent",
    lambda entry, asked: counted_extent(entry, asked) is not None,
)
GENRE: Final = Requirement(
    "type of record",
    f"{_HEADER}/profileDesc/textClass/keywords/term[@type='record-type']",
    "record.genre",
    lambda entry, _: bool(entry.genre),
)
LANGUAGE: Final = Requirement(
    "language",
    "/TEI/@xml:lang",
    "language",
    lambda entry, _: bool(entry.language),
)
PUBLISHER: Final = Requirement(
    "publisher",
    f"{_HEADER}/fileDesc/publicationStmt/publisher",
    "publication.publisher",
    lambda entry, _: bool(entry.publication.publisher),
)
PUBLISHED: Final = Requirement(
    "date of publication",
    f"{_HEADER}/fileDesc/publicationStmt/date/@when",
    "publication.date",
    lambda entry, _: bool(entry.publication.date and entry.publication.date.when),
)
#: a date that begins with a year of our era; words and intervals are none
SINGLE_PUBLISHED: Final = Requirement(
    "single date of publication",
    f"{_HEADER}/fileDesc/publicationStmt/date/@when",
    "publication.date",
    lambda entry, _: single(entry.publication.date) is not None,
)
DAY_MADE: Final = Requirement(
    "date of publication, with its day (or --date)",
    f"{_HEADER}/fileDesc/publicationStmt/date/@when",
    "publication.date",
    lambda entry, asked: day_made(entry, asked) is not None,
)
#: EDTF of level 0: a date, or an interval that is closed
INTERVAL_PUBLISHED: Final = Requirement(
    "date of publication with both its ends",
    f"{_HEADER}/fileDesc/publicationStmt/date/@when",
    "publication.date",
    lambda entry, _: closed(entry.publication.date) is not None,
)
MAKER: Final = Requirement(
    "author or note-taker",
    f"{_HEADER}/fileDesc/titleStmt/author",
    'responsibility of role "aut"',
    lambda entry, _: bool(creators(entry)),
)
ABSTRACT: Final = Requirement(
    "abstract",
    f"{_HEADER}/profileDesc/abstract",
    "target.abstract",
    lambda entry, _: bool(entry.abstract),
)
REFERENCE_CODE: Final = Requirement(
    "reference code",
    f"{_HEADER}/fileDesc/sourceDesc/msDesc/msIdentifier/idno",
    "record.reference_code",
    lambda entry, _: bool(entry.original.reference_code),
)
LEVEL: Final = Requirement(
    "level of description", "", "target.level", lambda _, asked: bool(asked.given.level)
)
EXTENT: Final = Requirement(
    "extent", "", "target.extent", lambda _, asked: bool(asked.given.extent)
)
CONTACT: Final = Requirement(
    "contact", "", "target.contact", lambda _, asked: bool(asked.given.contact)
)
EMAIL: Final = Requirement(
    "contact e-mail", "", "target.email", lambda _, asked: bool(asked.given.email)
)
COLLECTION: Final = Requirement(
    "collection handle",
    "",
    "target.collection",
    lambda _, asked: bool(asked.given.collection),
)
SUBJECT: Final = Requirement(
    "subject of the platform's list",
    "",
    "target.subject",
    lambda _, asked: bool(asked.given.subject),
)
BASE: Final = Requirement(
    "address of the files", "", "target.base", lambda _, asked: bool(asked.given.base)
)
