"""Reading schema files: local ones only, no external entities, no endless includes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lxml import etree

from tei_encoder.validate.relaxng.schema_error import SchemaError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

RELAX_NG: Final = "http://relaxng.org/ns/structure/1.0"
_PREFIX: Final = f"{{{RELAX_NG}}}"
_XML_BASE: Final = "{http://www.w3.org/XML/1998/namespace}base"
_COMPACT: Final = ".rnc"
_MOST_FILES: Final = 1000


class SchemaFiles:
    """The files that make up one schema; `roots` are the root elements read so far."""

    def __init__(self) -> None:
        """Start without any file."""
        self.roots: list[_Element] = []
        self._chains: dict[str, tuple[str, ...]] = {}

    def read(self, path: str | os.PathLike[str]) -> _Element:
        """Parse the schema's main file and return its root.

        Raises SchemaError where it cannot be read, is not well-formed XML or is not
        RELAX NG.
        """
        name = os.fspath(path)
        return self._parse(name, chain=(), place=None)

    def read_referenced(self, reference: _Element) -> _Element:
        """Parse the file that an `include` or `externalRef` names; return its root.

        `ns` is inherited from the reference (sections 4.6, 4.7 and 4.9).
        Raises SchemaError also where the file includes itself or lies elsewhere than
        in the file system.
        """
        name = _local_path(reference)
        chain = self._chains[reference.getroottree().docinfo.URL or ""]
        if os.path.realpath(name) in chain:
            message = f'file "{name}" includes itself'
            raise SchemaError(message, place=place_of(reference), section="4.7")
        root = self._parse(name, chain=chain, place=place_of(reference))
        if root.get("ns") is None:
            root.set("ns", inherited(reference, "ns"))
        return root

    def _parse(self, name: str, chain: tuple[str, ...], place: str | None) -> _Element:
        if len(self.roots) >= _MOST_FILES:
            message = f"the schema takes more than {_MOST_FILES} inclusions"
            raise SchemaError(message, place=place, remedy="flatten it")
        try:
            root = _parsed(Path(name).read_bytes(), name)
        except OSError as error:
            message = f'schema "{name}" cannot be read: {error.strerror}'
            raise SchemaError(message, place=place) from error
        except etree.XMLSyntaxError as error:
            message = f"the schema is not well-formed XML: {error.msg}"
            raise SchemaError(message, place=f"{name}:{error.lineno}") from error
        if not root.tag.startswith(_PREFIX):
            message = f'"{root.tag}" is not an element of RELAX NG'
            remedy = "give a schema in RELAX NG's XML syntax"
            raise SchemaError(message, place=place_of(root), remedy=remedy)
        self.roots.append(root)
        self._chains[name] = (*chain, os.path.realpath(name))
        return root


def _parsed(content: bytes, name: str) -> _Element:
    if not name.endswith(_COMPACT):
        return etree.fromstring(content, _parser(), base_url=name)
    # The compact syntax is rare, and what reads it takes long to import.
    from tei_encoder.validate.relaxng.compact_reading import (  # noqa: PLC0415
        read_compact,
    )

    try:
        return read_compact(content.decode("utf-8-sig"), name)
    except UnicodeDecodeError as error:
        message = "the schema is not in UTF-8"
        raise SchemaError(message, place=name) from error


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities="internal",  # type: ignore[arg-type]  # stubs are of lxml 4
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )


def _local_path(reference: _Element) -> str:
    """Resolve `href` against the file it stands in and `xml:base` (section 4.5)."""
    href = required(reference, "href")
    if urldefrag(href).fragment:
        message = f'"{href}" points into a file'
        raise SchemaError(message, place=place_of(reference), section="4.5")
    for ancestor in (reference, *reference.iterancestors()):
        href = urljoin(ancestor.get(_XML_BASE, ""), href)
    target = urlsplit(href)
    if target.scheme not in ("", "file") or target.netloc:
        raise SchemaError(
            f'"{href}" is not a local file',
            place=place_of(reference),
            remedy="save it beside the schema and name it by its relative path",
        )
    folder = Path(reference.getroottree().docinfo.URL or "").parent
    return str(folder / unquote(target.path))


def place_of(node: _Element) -> str:
    """Return `file:line` of a node of a schema."""
    return f"{node.getroottree().docinfo.URL}:{node.sourceline}"


def kind_of(node: _Element) -> str:
    """Return the local name of a RELAX NG element."""
    return node.tag.removeprefix(_PREFIX)


def children_of(node: _Element) -> Iterator[_Element]:
    """Yield the RELAX NG children; annotations are passed over (section 4.1)."""
    return (child for child in node if child.tag.startswith(_PREFIX))


def text_of(node: _Element) -> str:
    """Return the text of a node without its annotations."""
    return (node.text or "") + "".join(child.tail or "" for child in node)


def required(node: _Element, attribute: str) -> str:
    """Return an attribute's value, trimmed; raise SchemaError where it is missing."""
    value = node.get(attribute)
    if value is None:
        message = f'"{kind_of(node)}" needs attribute "{attribute}"'
        raise SchemaError(message, place=place_of(node), section="3")
    return value.strip()


def inherited(node: _Element, attribute: str) -> str:
    """Return the attribute of the nearest node upwards that has it, or nothing."""
    current: _Element | None = node
    while current is not None:
        value = current.get(attribute)
        if value is not None:
            return value
        current = current.getparent()
    return ""
