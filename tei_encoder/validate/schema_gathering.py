"""Gathers a schema's files: the main one and all that it draws in."""

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

from lxml import etree

from tei_encoder.errors import ReadError
from tei_encoder.validate.reading import read_tree

_RELAX_NG: Final = "{http://relaxng.org/ns/structure/1.0}"
_SCHEMATRON: Final = "{http://purl.oclc.org/dsdl/schematron}"
_ROOTS: Final = frozenset(
    {f"{_RELAX_NG}grammar", f"{_RELAX_NG}element", f"{_SCHEMATRON}schema"}
)
_DRAWING: Final = (
    f"{_RELAX_NG}include",
    f"{_RELAX_NG}externalRef",
    f"{_SCHEMATRON}include",
    f"{_SCHEMATRON}extends",
)
_XML_BASE: Final = "{http://www.w3.org/XML/1998/namespace}base"
_MOST_FILES: Final = 1000


@dataclass(frozen=True, slots=True)
class Gathered:
    """The files of a schema by their places below one folder, the main one first.

    `root` is the root element of the main file, in XML syntax.
    """

    files: dict[PurePosixPath, bytes]
    root: etree._Element

    @property
    def main(self) -> PurePosixPath:
        """The place of the main file."""
        return next(iter(self.files))


def gather(origin: str, fetch: Callable[[str], bytes]) -> Gathered:
    """Fetch a schema, a path or address, and all files that it draws in.

    Raises `ReadError` for what is no schema, for files that lie elsewhere than the
    main one (another host, an absolute address), and what `fetch` raises.
    """
    found: dict[str, bytes] = {}
    waiting = [origin]
    first: etree._Element | None = None
    while waiting:
        place = waiting.pop()
        if place in found:
            continue
        if len(found) == _MOST_FILES:
            raise ReadError(
                f"draws in more than {_MOST_FILES} files",
                place=origin,
                remedy="flatten the schema into one file",
            )
        found[place] = fetch(place)
        root = _parsed(found[place], place)
        if first is None:
            first = _schema(root, place)
        waiting.extend(_drawn_in(root, place))
    assert first is not None  # noqa: S101 - `origin` was waiting
    return Gathered(_placed(found), first)


def _parsed(data: bytes, place: str) -> etree._Element:
    if PurePosixPath(urlsplit(place).path).suffix != ".rnc":
        return read_tree(data, place)
    # rare, and slow to import
    from tei_encoder.validate.relaxng.compact_reading import (  # noqa: PLC0415
        read_compact,
    )

    try:
        return read_compact(data.decode("utf-8-sig"), place)
    except UnicodeDecodeError as error:
        raise ReadError(
            "the schema is not in UTF-8", place=place, remedy="save it in UTF-8"
        ) from error


def _schema(root: etree._Element, place: str) -> etree._Element:
    if root.tag not in _ROOTS and not str(root.tag).startswith(_RELAX_NG):
        raise ReadError(
            "is neither RELAX NG nor Schematron",
            place=place,
            remedy="give a .rng, .rnc or .sch file",
        )
    return root


def _drawn_in(root: etree._Element, place: str) -> Iterator[str]:
    for node in root.iter(*_DRAWING):
        if not (href := node.get("href")):
            continue
        for around in (node, *node.iterancestors()):
            href = urljoin(around.get(_XML_BASE, ""), href)
        target = urlsplit(href)
        if target.scheme or target.netloc or target.path.startswith("/"):
            raise ReadError(
                f"draws in {href}, which does not lie beside it",
                place=place,
                remedy="name it by a relative path, or flatten the schema",
            )
        if target.path:
            yield _beside(place, target.path)


def _beside(place: str, path: str) -> str:
    if "://" in place:
        parts = urlsplit(place)
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(parts.path), path))
        return urlunsplit((parts.scheme, parts.netloc, joined, "", ""))
    return posixpath.normpath(posixpath.join(posixpath.dirname(place), unquote(path)))


def _placed(found: dict[str, bytes]) -> dict[PurePosixPath, bytes]:
    """Give each file its place below the folder that holds them all."""
    paths = {place: posixpath.abspath(_path(place)) for place in found}
    base = posixpath.commonpath([posixpath.dirname(path) for path in paths.values()])
    return {
        PurePosixPath(posixpath.relpath(paths[place], base)): data
        for place, data in found.items()
    }


def _path(place: str) -> str:
    return unquote(urlsplit(place).path) if "://" in place else place
