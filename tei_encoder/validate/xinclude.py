"""XInclude, on request: files below a folder take the place of what includes them.

XInclude 1.0 (W3C 2006): XML, whole or an element by its identifier, and text, with
fallback. `xml:base` is not added to what is included: a schema need not know it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Final, NoReturn
from urllib.parse import unquote, urlsplit

from lxml import etree
from lxml.etree import _Element

from tei_encoder.errors import ReadError
from tei_encoder.tei.names import XML_ID
from tei_encoder.tei.place import line_of
from tei_encoder.validate.finding import Finding
from tei_encoder.validate.reading import LARGEST, read_tree

_XINCLUDE: Final = "{http://www.w3.org/2001/XInclude}"
#: a document takes no more files
MOST: Final = 1000
#: and a file that it includes is not included deeper
DEEPEST: Final = 32


class InclusionError(ReadError):
    """Something cannot be included; `line` is that of the file that was asked for."""

    def __init__(self, message: str, place: str, remedy: str, line: int) -> None:
        """Keep the line as a number beside the usual three parts."""
        super().__init__(message, place=place, remedy=remedy)
        self.line = line


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an included element comes from: a file, for the include at `line`."""

    file: str
    line: int


#: the topmost element of each included file
Origins = Mapping[_Element, Origin]
NOTHING_INCLUDED: Final[Origins] = MappingProxyType({})


@dataclass(slots=True)
class _Inclusion:
    below: Path
    origins: dict[etree._Element, Origin] = field(default_factory=dict)
    files: int = 0
    size: int = 0


@dataclass(frozen=True, slots=True)
class _File:
    """A file under way; `above` are the files that include it, `line` where."""

    path: Path
    above: tuple[Path, ...] = ()
    line: int = 0


def include(root: etree._Element, path: Path, below: Path) -> Origins:
    """Put files in the place of the includes in a tree, and say what came from where.

    `path` is the file of `root`; nothing outside the folder `below` is opened.
    Raises `InclusionError` for what is absent, outside, endless or too much.
    """
    work, file = _Inclusion(below.resolve()), _File(path.resolve())
    if root.tag == f"{_XINCLUDE}include":
        _refuse(root, file, "it is the whole document", "validate the file it names")
    _include_all(root, file, work)
    return work.origins


def told(findings: Iterable[Finding], origins: Origins) -> Iterator[Finding]:
    """Put findings on included elements at the include, and name file and line."""
    for finding in findings:
        around = (finding.element, *finding.element.iterancestors())
        origin = next((origins[e] for e in around if e in origins), None)
        if origin is None:
            yield finding
            continue
        line = finding.line or line_of(finding.element)
        message = f"{origin.file}:{line}: {finding.message}"
        yield replace(finding, message=message, line=origin.line)


def _include_all(top: etree._Element, file: _File, work: _Inclusion) -> None:
    """Replace the includes of one file; those of files included come with them."""
    for element in list(top.iter(f"{_XINCLUDE}include")):
        # one in a fallback may have gone with it
        if any(ancestor is top for ancestor in element.iterancestors()):
            _replace(element, file, work)


def _replace(element: etree._Element, file: _File, work: _Inclusion) -> None:
    target = _target(element, file, work)
    if target is None:
        _put(element, *_fallback(element, file, work))
        return
    data = _bytes(element, target, file, work)
    if element.get("parse", "xml") == "text":
        _put(element, _decoded(element, data, file), ())
        return
    line = file.line or line_of(element)
    inner = _File(target, (*file.above, file.path), line)
    try:
        root = read_tree(data, _shown(target, work))
    except ReadError as error:
        _refuse(element, file, str(error), "mend that file")
    root = _pointed(element, root, file)
    holder = etree.Element("holder")
    holder.append(root)
    _include_all(holder, inner, work)
    work.origins.update({e: Origin(_shown(target, work), line) for e in holder})
    _put(element, holder.text or "", tuple(holder))


def _target(element: etree._Element, file: _File, work: _Inclusion) -> Path | None:
    """Give the file that is meant, None where it is absent and there is a fallback."""
    address = urlsplit(element.get("href", ""))
    if address.scheme or address.netloc or address.fragment or not address.path:
        _refuse(element, file, "only local files are included", "give a relative path")
    target = (file.path.parent / unquote(address.path)).resolve()
    if not target.is_relative_to(work.below):
        message = f"{address.path} is outside the folder that may be included from"
        _refuse(element, file, message, "give a folder above both to --xinclude")
    if target in {file.path, *file.above}:
        _refuse(element, file, f"{address.path} includes itself", "break the circle")
    if len(file.above) >= DEEPEST:
        message = f"more than {DEEPEST} files include one another"
        _refuse(element, file, message, "include them side by side")
    if target.is_file():
        return target
    if element.find(f"{_XINCLUDE}fallback") is None:
        _refuse(element, file, f"{address.path} is not there", "check the path")
    return None


def _bytes(
    element: etree._Element, target: Path, file: _File, work: _Inclusion
) -> bytes:
    """Read a file, within the limits of one document."""
    work.files += 1
    work.size += target.stat().st_size
    if work.files > MOST or work.size > LARGEST:
        message = f"more than {MOST:,} files or {LARGEST:,} bytes are included"
        _refuse(element, file, message, "validate the parts")
    try:
        return target.read_bytes()
    except OSError as error:
        message = f"{target.name} cannot be read: {error.strerror}"
        _refuse(element, file, message, "check its permissions")


def _decoded(element: etree._Element, data: bytes, file: _File) -> str:
    encoding = element.get("encoding", "utf-8")
    try:
        text = data.decode(encoding)
        etree.Element("probe").text = text  # refuses what XML cannot hold
    except (LookupError, ValueError) as error:
        _refuse(element, file, f"no text in {encoding}: {error}", "check @encoding")
    return text


def _pointed(
    element: etree._Element, root: etree._Element, file: _File
) -> etree._Element:
    pointer = element.get("xpointer")
    if pointer is None:
        return root
    found = next((e for e in root.iter("*") if e.get(XML_ID) == pointer), None)
    if found is None:
        message = f"xpointer {pointer!r} is no identifier of an element there"
        _refuse(element, file, message, "point with an xml:id")
    found.tail = None
    return found


def _fallback(
    element: etree._Element, file: _File, work: _Inclusion
) -> tuple[str, tuple[etree._Element, ...]]:
    fallback = element.find(f"{_XINCLUDE}fallback")
    assert fallback is not None  # noqa: S101 - `_target` made sure
    _include_all(fallback, file, work)
    return fallback.text or "", tuple(fallback)


def _put(
    element: etree._Element, text: str, children: tuple[etree._Element, ...]
) -> None:
    """Put text and elements in the place of an include; what follows it stays."""
    parent = element.getparent()
    assert parent is not None  # noqa: S101 - the root is held by an element of ours
    at, tail = parent.index(element), element.tail or ""
    before = element.getprevious()
    parent.remove(element)
    if not children:
        text += tail
    if before is None:
        parent.text = (parent.text or "") + text
    else:
        before.tail = (before.tail or "") + text
    for offset, child in enumerate(children):
        parent.insert(at + offset, child)
    if children:
        children[-1].tail = (children[-1].tail or "") + tail


def _shown(path: Path, work: _Inclusion) -> str:
    return path.relative_to(work.below).as_posix()


def _refuse(
    element: etree._Element, file: _File, message: str, remedy: str
) -> NoReturn:
    place = f"{file.path.name}:{line_of(element)}"
    line = file.line or line_of(element)
    raise InclusionError(f"cannot include: {message}", place, remedy, line)
