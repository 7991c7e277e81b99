"""The reader of TEI P5: text, turns, layout and header of a file."""

import re
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Final

from lxml import etree

from tei_encoder.errors import ReadError
from tei_encoder.model.diagnostic import Diagnostic, Outcome, Rule
from tei_encoder.model.layout import Paragraph
from tei_encoder.model.source import Source
from tei_encoder.readers.reading_text import Evidence
from tei_encoder.readers.tei import header, rules
from tei_encoder.readers.tei.evidence import evidence
from tei_encoder.readers.tei.flow import Written, write_flow
from tei_encoder.readers.tei.kinds import is_alternative, name_of
from tei_encoder.readers.tei.rebuilt import asides, ranged, rebuilt
from tei_encoder.readers.tei.turns import stated, unlabelled
from tei_encoder.tei.names import TEI, local_name, tei

#: an entity declaration, in any encoding in which letters are single bytes or UTF-16
_ENTITY: Final = re.compile(rb"<\0?!\0?E\0?N\0?T\0?I\0?T\0?Y")
_UNDECLARED: Final = (
    etree.ErrorTypes.ERR_UNDECLARED_ENTITY,
    etree.ErrorTypes.WAR_UNDECLARED_ENTITY,
)
#: files and the fragments of them that hold text
_ROOTS: Final = frozenset({"TEI", "body", "div", "group", "teiCorpus", "text"})


def read(data: bytes, uri: str, *, encoding: str | None = None) -> Outcome[Source]:  # noqa: ARG001 - XML tells its own
    """Read `text` (front, body, back) and what the header states of the record.

    Our own files are read by their `@source`, so that offsets are those of the source.
    Raises `ReadError` where the file is not well-formed, no TEI P5, or without text.
    """
    root = _parse(data, uri)
    if local_name(root.tag) not in _ROOTS or not str(root.tag).startswith(f"{{{TEI}}}"):
        raise ReadError(
            f"the root element is {local_name(root.tag)}, not TEI of {TEI}",
            place=uri,
            remedy="convert it to TEI P5 first",
        )
    written = rebuilt(root)
    own = written is not None
    if written is None:
        written = write_flow(root, unlabelled(root))
    written.text.remember(*_evidence(root, written, own=own))
    source = written.text.source(data, uri, reader="tei")
    source = replace(source, stated=header.stated(root, uri, own=own))
    return Outcome(source, tuple(_findings(root, source, own=own)))


def _parse(data: bytes, uri: str) -> etree._Element:
    """Parse with bounds; entities that the file declares are replaced, none fetched.

    Where it uses others, of a document type that is not read, all are left alone.
    """
    try:
        try:
            return etree.fromstring(data, _parser(data, "internal"))
        except etree.XMLSyntaxError as error:
            if getattr(error, "code", None) not in _UNDECLARED:
                raise
            return etree.fromstring(data, _parser(data, resolve=False))
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise ReadError(
            f"not well-formed XML: {error.msg}",
            place=f"{uri}:{line}:{column}",
            remedy="mend the file at that place",
        ) from error


def _parser(data: bytes, resolve: str | bool) -> etree.XMLParser:  # noqa: FBT001 - as lxml has it
    return etree.XMLParser(
        resolve_entities=resolve,  # type: ignore[arg-type]  # the stubs are of lxml 4
        load_dtd=False,
        no_network=True,
        # without bounds a file with entities of its own could grow beyond memory
        huge_tree=not _ENTITY.search(data),
        collect_ids=False,
    )


def _evidence(
    root: etree._Element, written: Written, *, own: bool
) -> Iterator[Evidence]:
    """Give what the file says beside its words.

    Of our own files the paragraphs need not be told: the text tells them again.
    """
    for item in evidence(written.spans):
        if not (own and isinstance(item, Paragraph)):
            yield item
    yield from stated(root, written.spans, written.labels, written.text.words())
    if own:
        yield from asides(root, written.spans)


def _findings(
    root: etree._Element, source: Source, *, own: bool
) -> Iterator[Diagnostic]:
    if own:
        digests = (i.text for i in root.iter(tei("idno")) if i.get("type") == "sha256")
        if sha256(source.text.encode()).hexdigest() not in digests:
            message = "the reading text is rebuilt from @source"
            yield _finding(rules.REBUILT, message)
    elif ranged(root):
        yield _finding(rules.MISFIT, "@source does not fit the text")
    left = sum(is_alternative(node) for node in root.iter("{*}*"))
    if left and not own:
        message = f"{left} alternatives are left out"
        yield _finding(rules.ALTERNATIVES, message)
    inclusions = sum(name_of(node) == "include" for node in root.iter("{*}include"))
    if inclusions:
        message = f"{inclusions} inclusions are not followed"
        yield _finding(rules.INCLUSIONS, message)
    entities = [node.text or "" for node in root.iter(etree.Entity)]
    if entities:
        shown = ", ".join(sorted(set(entities))[:5])
        message = f"{len(entities)} entities are not resolved: {shown}"
        yield _finding(rules.UNRESOLVED, message)


def _finding(rule: Rule, message: str) -> Diagnostic:
    return Diagnostic(rule, message, source="readers")
