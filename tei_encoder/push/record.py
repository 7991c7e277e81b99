"""A record on its way: read, validated, named."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from tei_encoder.model.diagnostic import Diagnostic, Severity
from tei_encoder.push.canonical import canonical_digest
from tei_encoder.tei.names import XML_ID
from tei_encoder.validate import check
from tei_encoder.validate.reading import read_tree


@dataclass(frozen=True, slots=True)
class Offer:
    """A file to push: `place` as the user knows it, `stem` its name without suffix."""

    place: str
    stem: str
    load: Callable[[], bytes] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that was read and validated.

    `name` is the document's name on the server: the `xml:id` of the root, which stays
    when the file is moved, else the stem of the file. `digest` is that of its
    canonical form. `root` is None where the validator found an error.
    """

    name: str
    data: bytes = field(repr=False)
    digest: str
    root: etree._Element | None
    diagnostics: tuple[Diagnostic, ...]


def examine(offer: Offer, schema: Path | str | None = None) -> Candidate:
    """Read a file and validate it (see `validate.check` for the choice of schema).

    Raises `ReadError`, or `UnknownNameError` for a schema that is not there.
    """
    data = offer.load()
    verdict = check(data, offer.place, schema=schema)
    found = verdict.report.diagnostics
    if verdict.report.reaches(Severity.ERROR):
        return Candidate(f"{offer.stem}.xml", data, "", None, found)
    root = read_tree(data, offer.place)
    name = f"{root.get(XML_ID) or offer.stem}.xml"
    return Candidate(name, data, canonical_digest(root), root, found)
