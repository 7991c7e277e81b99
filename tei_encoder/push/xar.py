"""A data package for eXist-db (EXPath Packaging System): records, indexes, facets.

One file that the package manager of eXist-db or TEI Publisher installs: it stores
collection.xconf before the records, so that facets are there from the beginning.
"""

import io
import re
import zipfile
from collections.abc import Iterable
from hashlib import sha256
from typing import Final

from lxml import etree

from tei_encoder.push.existdb_index import configuration, installation, module
from tei_encoder.push.record import Candidate

_PACKAGE: Final = "http://expath.org/ns/pkg"
_REPOSITORY: Final = "http://exist-db.org/xquery/repo"
#: ZIP knows no file without a date; this is its first (APPNOTE, section 4.4.6)
_NO_DATE: Final = (1980, 1, 1, 0, 0, 0)
#: readable by all, changed by its owner
_RIGHTS: Final = 0o644 << 16


def package(collection: str, records: Iterable[Candidate]) -> bytes:
    """Give a package that installs records below `data` of a collection.

    The same records give the same bytes; the version is made of their digests, so
    that a changed package is another version and eXist-db replaces the old one.
    """
    files = {f"data/{record.name}": record.data for record in records}
    files |= {
        "collection.xconf": configuration(),
        "index.xql": module(),
        "pre-install.xql": installation(),
        "repo.xml": _deployment(collection),
    }
    files["expath-pkg.xml"] = _descriptor(collection, _version(files))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in sorted(files):
            archive.writestr(_entry(name), files[name], zipfile.ZIP_DEFLATED, 9)
    return stream.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _NO_DATE)
    entry.create_system = 3  # Unix, wherever it is made
    entry.external_attr = _RIGHTS
    return entry


def _version(files: dict[str, bytes]) -> str:
    """Give a version of the form 1.0.N, N made of names and contents."""
    lines = (f"{name}\0{sha256(files[name]).hexdigest()}\n" for name in sorted(files))
    digest = sha256("".join(lines).encode()).hexdigest()
    return f"1.0.{int(digest[:7], 16)}"


def _descriptor(collection: str, version: str) -> bytes:
    slug = abbreviation(collection)
    root = etree.Element(
        f"{{{_PACKAGE}}}package",
        {
            "name": f"urn:tei-encoder:data:{slug}",
            "abbrev": slug,
            "version": version,
            "spec": "1.0",
        },
        nsmap={None: _PACKAGE},  # type: ignore[dict-item]  # the default namespace
    )
    title = etree.SubElement(root, f"{{{_PACKAGE}}}title")
    title.text = collection
    etree.SubElement(
        root,
        f"{{{_PACKAGE}}}dependency",
        {"processor": "http://exist-db.org", "semver-min": "5.0.0"},
    )
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _deployment(collection: str) -> bytes:
    root = etree.Element(f"{{{_REPOSITORY}}}meta", nsmap={None: _REPOSITORY})  # type: ignore[dict-item]  # the same
    for name, text in (
        ("description", f"Records of conversations in TEI: {collection}"),
        ("type", "application"),
        ("status", "stable"),
        ("prepare", "pre-install.xql"),
        ("target", abbreviation(collection)),
    ):
        etree.SubElement(root, f"{{{_REPOSITORY}}}{name}").text = text
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def abbreviation(collection: str) -> str:
    """Give the name of a collection as package names are: letters, digits, hyphens."""
    last = collection.strip("/").rpartition("/")[2]
    return re.sub(r"[^a-z0-9]+", "-", last.lower()).strip("-") or "records"
