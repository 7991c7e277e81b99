"""The package of a DOCX file: parts, and how they point to each other."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from tei_encoder.errors import ReadError
from tei_encoder.readers.docx.names import PACKAGE, relation, transitional
from tei_encoder.readers.office.xml import parse_part
from tei_encoder.readers.zip_members import ZipMembers, open_zip

_OLE: Final = b"\xd0\xcf\x11\xe0"
_STRICT: Final = b"http://purl.oclc.org/ooxml/"


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part points to: `target` is a member, or an address outside."""

    kind: str
    target: str
    outside: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the package: its name, its tree, and what it points to by id."""

    name: str
    root: etree._Element
    relations: Mapping[str, Relation]

    def related(self, kind: str) -> Iterator[Relation]:
        """Give what of one kind the part points to, in the order of the file."""
        return (found for found in self.relations.values() if found.kind == kind)


@dataclass(frozen=True, slots=True)
class Package:
    """An open package; `main` is the part that holds the body."""

    members: ZipMembers
    main: Part

    def part(self, relation: Relation | None) -> Part | None:
        """Give the part that is pointed to; None where the package lacks it."""
        if not relation or relation.outside or relation.target not in self.members:
            return None
        return _part(self.members, relation.target)

    def only(self, kind: str) -> Part | None:
        """Give the one part of a kind that the main part points to."""
        return self.part(next(self.main.related(kind), None))


def open_package(data: bytes, place: str) -> Package:
    """Open a package; `place` names it in errors.

    Raises `ReadError` where it is protected by a password, damaged or no DOCX file.
    """
    if data.startswith(_OLE):
        raise _ole(data, place)
    members = open_zip(data, place)
    start = _relations(members, "")
    found = next((r for r in start.values() if r.kind == "officeDocument"), None)
    name = found.target if found else "word/document.xml"
    if name not in members:
        raise ReadError(
            "no Word file: the package has no main document",
            place=place,
            remedy="open it in its word processor and save it as docx",
        )
    return Package(members, _part(members, name))


def _ole(data: bytes, place: str) -> ReadError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return ReadError(
            "is protected by a password",
            place=place,
            remedy="open it in its word processor and save it without one",
        )
    return ReadError(
        "is an old Word file, not DOCX", place=place, remedy="ask for `--from doc`"
    )


def _part(members: ZipMembers, name: str) -> Part:
    data = members.read(name)
    root = parse_part(data, f"{members.place}:{name}")
    if _STRICT in data:
        _make_transitional(root)
    return Part(name, root, _relations(members, name))


def _make_transitional(root: etree._Element) -> None:
    for element in root.iter(etree.Element):
        element.tag = transitional(str(element.tag))
        for name, value in element.items():
            if (other := transitional(str(name))) != name:
                del element.attrib[name]
                element.set(other, value)


def _relations(members: ZipMembers, name: str) -> dict[str, Relation]:
    """Read the relationships of a part (ECMA-376, part 2, 6.5); none where none are."""
    folder, base = posixpath.split(name)
    path = posixpath.join(folder, "_rels", f"{base}.rels")
    if path not in members:
        return {}
    root = parse_part(members.read(path), f"{members.place}:{path}")
    return {
        element.get("Id", ""): _relation(element, folder)
        for element in root.iter(f"{PACKAGE}Relationship")
    }


def _relation(element: etree._Element, folder: str) -> Relation:
    kind = relation(element.get("Type", ""))
    target = element.get("Target", "")
    if element.get("TargetMode") == "External":
        return Relation(kind, target, outside=True)
    path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(kind, path, outside=False)
