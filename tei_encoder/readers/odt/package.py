"""The parts of an OpenDocument text: a package of members, or one flat file."""

import re
from dataclasses import dataclass
from typing import Final

from lxml import etree

from tei_encoder.errors import ReadError
from tei_encoder.readers.odt.names import OFFICE
from tei_encoder.readers.office.xml import parse_part
from tei_encoder.readers.zip_members import ZipMembers, open_zip

_MANIFEST: Final = "META-INF/manifest.xml"
#: what the manifest says of encrypted members (ODF 1.3, part 2, 4.4); old files have
#: a manifest whose prefix only a document type declares, so it is not parsed
_ENCRYPTED: Final = b"encryption-data"
#: pictures in a flat file: megabytes of base64, and none of them text
_BINARY: Final = re.compile(rb"(<office:binary-data[^>]*>)[^<]*")


@dataclass(frozen=True, slots=True)
class Package:
    """The roots of content and styles (one and the same in a flat file)."""

    place: str
    content: etree._Element
    styles: etree._Element | None
    members: ZipMembers | None = None

    def names(self) -> tuple[str, ...]:
        """Give the names of the members."""
        return self.members.names() if self.members else ()

    def part(self, name: str) -> etree._Element | None:
        """Give the root of another part; None where the package lacks it."""
        if not self.members or name not in self.members:
            return None
        return parse_part(self.members.read(name), f"{self.place}:{name}")

    def body(self) -> etree._Element:
        """Give `office:text`.

        Raises `ReadError` where the file is another kind of OpenDocument.
        """
        found = self.content.find(f"{OFFICE}body/{OFFICE}text")
        if found is None:
            raise ReadError(
                "no OpenDocument text: it has no office:text",
                place=self.place,
                remedy="save it as odt",
            )
        return found


def open_package(data: bytes, place: str) -> Package:
    """Open a file; `place` names it in errors.

    Raises `ReadError` where it is protected by a password, damaged or no ODF file.
    """
    if not data.startswith(b"PK"):
        root = parse_part(_BINARY.sub(rb"\1", data), place)
        return Package(place, root, root)
    members = open_zip(data, place)
    if "encrypted-package" in members:
        raise _protected(place)
    if _MANIFEST in members and _ENCRYPTED in members.read(_MANIFEST):
        raise _protected(place)
    content = parse_part(members.read("content.xml"), f"{place}:content.xml")
    package = Package(place, content, None, members)
    return Package(place, content, package.part("styles.xml"), members)


def _protected(place: str) -> ReadError:
    return ReadError(
        "is protected by a password",
        place=place,
        remedy="open it in its word processor and save it without one",
    )
