"""The archival description, from the header (the crosswalk's paths, first one wins)."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei_encoder.decode.header import tei_path
from tei_encoder.decode.roles import role_of
from tei_encoder.decode.statements import stated, statement
from tei_encoder.decode.words import Context, pointer
from tei_encoder.model.description import (
    Citation,
    Description,
    Responsibility,
    Statement,
)
from tei_encoder.tei.names import PREFIXES, XML_LANG

_CONVERSATION: Final = "conversation"
#: what is told of an original that nothing identifies
_ORIGINAL: Final = "fileDesc/sourceDesc/bibl[@type='original']"
_RECORD_TYPE: Final = "record-type"


class Header:
    """Looks things up in a header by paths below `teiHeader`."""

    def __init__(self, root: etree._Element, context: Context) -> None:
        """Take the first header of the file; a file without one is all empty."""
        found = root.find(".//tei:teiHeader", PREFIXES)
        self.root = root
        self.header = etree.Element("none") if found is None else found
        self.context = context

    def all(self, *paths: str) -> tuple[etree._Element, ...]:
        """Give the elements of the first path that has any."""
        for path in paths:
            found = self.header.findall(tei_path(path), PREFIXES)
            if found:
                return tuple(found)
        return ()

    def statements(self, *paths: str) -> tuple[Statement, ...]:
        """Give the statements of the first path that has any."""
        read = (statement(element, self.context) for element in self.all(*paths))
        return tuple(s for s in read if s)

    def first(self, *paths: str) -> Statement | None:
        """Give the first statement of the first path that has any."""
        return next(iter(self.statements(*paths)), None)


def description_of(root: etree._Element, context: Context) -> Description:
    """Read the header as a description; what is absent or empty stays None."""
    header = Header(root, context)
    bibl, ms = "fileDesc/sourceDesc/bibl", "fileDesc/sourceDesc/msDesc"
    setting = "profileDesc/settingDesc/setting"
    subjects = _subjects(header)
    return Description(
        language=_language(header),
        title=header.first("fileDesc/titleStmt/title"),
        date=_date(header),
        place=header.first(
            f"{setting}/placeName", f"{setting}/name", f"{setting}/locale"
        ),
        time=_time(header),
        other_times=tuple(_other_times(header)),
        other_dates=tuple(_other_dates(header)),
        original_language=_original_language(header),
        genre=_genre(header),
        abstract=_abstract(header),
        citation=_citation(header),
        repository=header.first(f"{ms}/msIdentifier/repository"),
        collection=header.first(f"{ms}/msIdentifier/collection"),
        reference_code=header.first(f"{ms}/msIdentifier/idno"),
        identifiers=header.statements(
            f"{ms}/msIdentifier/altIdentifier[@type='number']/idno"
        ),
        extent=header.first(f"{ms}/physDesc//extent", f"{_ORIGINAL}/extent"),
        physical=_told(header, f"{ms}/physDesc/p", "physical"),
        custodial_history=_told(header, f"{ms}/history/provenance/p", "provenance"),
        acquisition=_told(header, f"{ms}/history/acquisition/p", "acquisition"),
        surrogates=_told(
            header, f"{ms}/additional/surrogates/bibl[@type='related']", "surrogates"
        ),
        funders=header.statements(f"{bibl}/funder", "fileDesc/titleStmt/funder"),
        funding_notes=header.statements(f"{bibl}/note[@type='funding']"),
        publisher=header.first(f"{bibl}/publisher"),
        rights=header.statements(f"{bibl}/availability/p"),
        conditions_of_access=header.first(f"{ms}/additional/adminInfo/availability/p"),
        conditions_of_reproduction=_told(
            header,
            f"{ms}/additional/adminInfo/note[@type='reproduction']/p",
            "reproduction",
        ),
        classification=header.statements(f"{bibl}/note[@type='classification']"),
        subjects=subjects,
        responsibilities=tuple(_responsibilities(header)),
    )


def _language(header: Header) -> Statement:
    tag = header.root.get(XML_LANG)
    for element in header.all("profileDesc/langUsage/language"):
        ident = element.get("ident")
        if ident and ident == (tag or ident):
            return stated(ident, element, header.context)
    return Statement(tag or "und")


def _original_language(header: Header) -> Statement | None:
    paths = ("fileDesc/sourceDesc/msDesc/msContents//textLang", f"{_ORIGINAL}/textLang")
    for element in header.all(*paths):
        tag = element.get("mainLang")
        if tag and tag != "und":
            return stated(tag, element, header.context)
    return None


def _date(header: Header) -> Statement | None:
    created = header.all("profileDesc/creation/date")
    ours = [e for e in created if e.get("type") in {_CONVERSATION, None}]
    settings = header.all("profileDesc/settingDesc/setting/date")
    return next(
        (s for e in (*ours, *settings) if (s := statement(e, header.context))), None
    )


def _other_dates(header: Header) -> Iterator[tuple[str, Statement]]:
    for element in header.all("profileDesc/creation/date"):
        role = element.get("type")
        found = statement(element, header.context)
        if role and role != _CONVERSATION and found:
            yield role, found


def _time(header: Header) -> Statement | None:
    return next((s for kind, s in _times(header) if kind is None), None)


def _other_times(header: Header) -> Iterator[tuple[str, Statement]]:
    return ((kind, found) for kind, found in _times(header) if kind)


def _times(header: Header) -> Iterator[tuple[str | None, Statement]]:
    for element in header.all("profileDesc/settingDesc/setting/time"):
        if found := statement(element, header.context):
            yield element.get("type"), found


def _told(header: Header, path: str, kind: str) -> tuple[Statement, ...]:
    """Read what is told of the original: in its `msDesc`, else in a `bibl`."""
    return header.statements(path, f"{_ORIGINAL}/note[@type='{kind}']")


def _genre(header: Header) -> Statement | None:
    terms = header.first(f"profileDesc/textClass/keywords/term[@type='{_RECORD_TYPE}']")
    if terms:
        return terms
    for reference in header.all("profileDesc/textClass/catRef"):
        for token in reference.get("target", "").split():
            category = header.context.ids.get(token.removeprefix("#"))
            found = statement(category, header.context)
            if found:
                return found
    return None


def _subjects(header: Header) -> tuple[Statement, ...]:
    terms = header.all("profileDesc/textClass/keywords//term")
    read = (
        statement(term, header.context)
        for term in terms
        if term.get("type") != _RECORD_TYPE
    )
    return tuple(s for s in read if s)


def _abstract(header: Header) -> tuple[Statement, ...]:
    """Read its paragraphs, or the whole where that is what states its place."""
    whole = header.statements("profileDesc/abstract")
    placed = all(statement.span for statement in whole)
    return whole if placed else header.statements("profileDesc/abstract/p")


def _citation(header: Header) -> Citation | None:
    verbatim = header.first("fileDesc/sourceDesc/bibl[@type='archival']")
    if verbatim is None:
        return None
    identifier = "fileDesc/sourceDesc/msDesc/msIdentifier"
    pairs = (
        (element.get("type", ""), statement(element, header.context))
        for element in header.all(f"{identifier}/idno/idno", f"{identifier}/idno")
    )
    return Citation(
        verbatim=verbatim,
        repository=header.first(f"{identifier}/repository"),
        collection=header.first(f"{identifier}/collection"),
        identifiers=tuple((kind, found) for kind, found in pairs if found),
    )


def _responsibilities(header: Header) -> Iterator[Responsibility]:
    statements = (
        *header.all("fileDesc/titleStmt/respStmt"),
        *header.all("fileDesc/sourceDesc/msDesc/msContents//respStmt"),
        *header.all(f"{_ORIGINAL}/respStmt"),
    )
    for element in statements:
        resp = element.find("tei:resp", PREFIXES)
        name = next((c for c in element.iterchildren("{*}*") if c is not resp), None)
        who = statement(name, header.context)
        role = role_of(element, resp)
        if who and role:
            resp_words = statement(resp, header.context)
            yield Responsibility(role, who, resp_words, _person(name, header.context))


def _person(name: etree._Element | None, context: Context) -> str | None:
    ref = name.get("ref") if name is not None else None
    return pointer(ref, context) if ref else None
