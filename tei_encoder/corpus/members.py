"""The records of a corpus, read back from their TEI."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from tei_encoder.corpus.people import Appearance
from tei_encoder.decode import decode
from tei_encoder.errors import ConfigurationError, ReadError
from tei_encoder.model.decoded import Decoded
from tei_encoder.tei.document import parse
from tei_encoder.tei.names import TEI, local_name


@dataclass(frozen=True, slots=True)
class Member:
    """A record of a corpus: its tree, what it says, and the path of its TEI, if any."""

    root: etree._Element
    decoded: Decoded
    file: str = ""

    @property
    def appearances(self) -> Iterator[Appearance]:
        """Give everybody whom the record names."""
        dated = self.decoded.description.date
        date = dated.when or dated.text if dated else None
        for entity in self.decoded.entities:
            identifier = f"{self.decoded.id}.{entity.id}" if self.decoded.id else ""
            yield Appearance(
                self.decoded.id or self.file, entity, identifier, self.file, date
            )


def member_of(data: bytes, name: str, file: str = "") -> Member:
    """Read a record of TEI.

    `name` stands in errors; `file` is where the record is, as others will point to it.
    Raises `ReadError` for what is no TEI record.
    """
    root = parse(data, name)
    if etree.QName(root).namespace != TEI or local_name(root.tag) != "TEI":
        raise ReadError("is no record in TEI", place=name, remedy="convert it first")
    return Member(root, decode(root).value, file)


def check_ids(members: Iterable[Member], taken: str = "") -> None:
    """Raise `ConfigurationError` where a record has no id, or that of another.

    `taken` is an id that no record may have.
    """
    owners = {taken: "the corpus"}
    for member in members:
        own, place = member.decoded.id, member.file or None
        if not own:
            remedy = "convert it with an id"
            raise ConfigurationError("has no xml:id", place=place, remedy=remedy)
        if own in owners:
            raise ConfigurationError(
                f"has the id {own!r} of {owners[own] or 'another record'}",
                place=place,
                remedy="give each its id in a CSV of metadata (columns file, id)",
            )
        owners[own] = member.file
