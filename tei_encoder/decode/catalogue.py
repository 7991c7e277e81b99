"""The catalogue entry of a TEI file, ours or another's, by the crosswalk's paths."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei_encoder.decode.agents import (
    authors,
    entity_name,
    funders,
    participants,
    responsible,
)
from tei_encoder.decode.dating import dating_of
from tei_encoder.decode.header import HeaderPaths, words_in
from tei_encoder.decode.holding_place import original_of
from tei_encoder.decode.publication import publication_of
from tei_encoder.model.catalogue import CatalogueEntry, Dating, Identifier, Term
from tei_encoder.tei.names import PREFIXES, XML_ID, XML_LANG, tei

_TITLES: Final = "fileDesc/titleStmt/title"
_SETTING: Final = "profileDesc/settingDesc/setting"
_CREATED: Final = "profileDesc/creation/date"
_CONVERSATION: Final = frozenset({"conversation", None})
_ORIGIN: Final = "origin"
_RECORD_TYPE: Final = "record-type"
#: titles that are no main one (Guidelines 2.2.1)
_OTHER_TITLES: Final = frozenset({"alt", "sub", "short", "desc"})
_SOFTWARE: Final = ".resp-software"
_UNDETERMINED: Final = "und"


def entry_of(root: etree._Element, name: str) -> CatalogueEntry:
    """Read the header; `name` (the stem of the file's name) is the id of last resort.

    Any well-formed tree is read; nothing is raised, and nothing is invented.
    """
    header = HeaderPaths(root)
    identifiers = tuple(_identifiers(header))
    return CatalogueEntry(
        id=root.get(XML_ID) or next((i.value for i in identifiers), name),
        title=_title(header),
        identifiers=identifiers,
        alternative_titles=tuple(_alternatives(header)),
        date=_date(header),
        other_dates=tuple(dict.fromkeys(_other_dates(header))),
        participants=tuple(participants(header)),
        authors=tuple(authors(header)),
        responsibilities=tuple(responsible(header)),
        funders=tuple(funders(header)),
        funding_notes=header.texts("fileDesc/sourceDesc/bibl/note[@type='funding']"),
        publication=publication_of(header),
        original=original_of(header),
        series=header.text("fileDesc/seriesStmt/title"),
        language=_language(header),
        abstract=header.texts("profileDesc/abstract/p", "profileDesc/abstract"),
        genre=_genre(header),
        subjects=tuple(_subjects(header)),
        places=tuple(_places(header)),
        extent=header.text("fileDesc/extent"),
        project=header.texts("encodingDesc/projectDesc/p", "encodingDesc/projectDesc"),
        practice=header.texts("encodingDesc/editorialDecl//p"),
        revisions=tuple(_revisions(header)),
        software=tuple(_software(header)),
        schema=_schema(header),
        facsimiles=tuple(dict.fromkeys(_facsimiles(root))),
    )


def _title(header: HeaderPaths) -> str | None:
    """Give the first main title; one that we had to supply is none."""
    for element in header.all(_TITLES):
        words = words_in(element)
        supplied = element.get("resp", "").endswith(_SOFTWARE) and words[:1] == "["
        if words and not supplied and element.get("type") not in _OTHER_TITLES:
            return words
    return None


def _alternatives(header: HeaderPaths) -> Iterator[Term]:
    """Give the other titles, each with its language as scheme."""
    for element in header.all(_TITLES):
        words = words_in(element)
        if words and element.get("type") in _OTHER_TITLES:
            yield Term(words, element.get(XML_LANG))


def _identifiers(header: HeaderPaths) -> Iterator[Identifier]:
    for element in header.all("fileDesc/publicationStmt/idno"):
        if words := words_in(element):
            yield Identifier(words, element.get("type", ""))


def _date(header: HeaderPaths) -> Dating | None:
    created = header.all(_CREATED)
    dates = (
        *(e for e in created if e.get("type") in _CONVERSATION),
        *header.all(f"{_SETTING}/date"),
        *header.all("fileDesc/sourceDesc//recording/date"),
        *header.all("fileDesc/sourceDesc/bibl/date"),
    )
    return next((d for element in dates if (d := dating_of(element))), None)


def _other_dates(header: HeaderPaths) -> Iterator[tuple[str, Dating]]:
    for element in header.all(_CREATED):
        role, date = element.get("type"), dating_of(element)
        if role and role not in _CONVERSATION and date:
            yield role, date
    for element in header.all("fileDesc/sourceDesc/msDesc/history//origDate"):
        if date := dating_of(element):
            yield element.get("type", _ORIGIN), date


def _language(header: HeaderPaths) -> str | None:
    """Give the text's language: the root's, the text's, or the first declared one."""
    text = header.root.find("tei:text", PREFIXES)
    declared = header.all("profileDesc/langUsage/language")
    tags = (
        header.root.get(XML_LANG),
        text.get(XML_LANG) if text is not None else None,
        *(element.get("ident") for element in declared),
    )
    return next((tag for tag in tags if tag and tag != _UNDETERMINED), None)


def _genre(header: HeaderPaths) -> Term | None:
    terms = header.all(f"profileDesc/textClass/keywords/term[@type='{_RECORD_TYPE}']")
    for term in terms:
        if words := words_in(term):
            return Term(words, uri=_address(term))
    for reference in header.all("profileDesc/textClass/catRef"):
        for category in header.header.iter(tei("category")):
            pointed = f"#{category.get(XML_ID)}" in reference.get("target", "").split()
            described = category.find("tei:catDesc", PREFIXES)
            if pointed and described is not None and words_in(described):
                return Term(words_in(described))
    return None


def _subjects(header: HeaderPaths) -> Iterator[Term]:
    for keywords in header.all("profileDesc/textClass/keywords"):
        for term in keywords.iter(tei("term")):
            words = words_in(term)
            if words and term.get("type") != _RECORD_TYPE:
                yield Term(words, keywords.get("scheme"), _address(term))
    for code in header.all("profileDesc/textClass/classCode"):
        if words := words_in(code):
            yield Term(words, code.get("scheme"))


def _places(header: HeaderPaths) -> Iterator[Term]:
    """Give the place of the conversation, else the places that the text names."""
    names = ("placeName", "name", "locale")
    told = [e for name in names for e in header.all(f"{_SETTING}/{name}")]
    for element in told:
        if words := words_in(element):
            yield Term(words, uri=_address(element))
    if not told:
        for place in header.root.findall(
            "tei:standOff/tei:listPlace/tei:place", PREFIXES
        ):
            if name := entity_name(place):
                yield Term(name)


def _revisions(header: HeaderPaths) -> Iterator[str]:
    """Give what was changed, with its date where that is told."""
    for change in header.all("revisionDesc/change", "revisionDesc/listChange/change"):
        if words := words_in(change):
            when = change.get("when")
            yield f"{when}: {words}" if when else words


def _software(header: HeaderPaths) -> Iterator[tuple[str, str]]:
    for element in header.all("encodingDesc/appInfo/application"):
        if element.get("ident"):
            yield element.get("ident", ""), element.get("version", "")


def _schema(header: HeaderPaths) -> str | None:
    """Give the address of the schema that the file names."""
    for element in header.all("encodingDesc/schemaRef"):
        if element.get("url"):
            return element.get("url")
    for node in header.root.itersiblings(preceding=True):
        if isinstance(node, etree._ProcessingInstruction):  # noqa: SLF001 - lxml's only name of it
            address: str | None = node.attrib.get("href")
            if node.target == "xml-model" and address:
                return address
    return None


def _facsimiles(root: etree._Element) -> Iterator[str]:
    for graphic in root.iterfind("tei:facsimile//tei:graphic", PREFIXES):
        if url := graphic.get("url"):
            yield url
    for page in root.iter(tei("pb")):
        yield from (t for t in page.get("facs", "").split() if not t.startswith("#"))


def _address(element: etree._Element) -> str | None:
    tokens = f"{element.get('ref', '')} {element.get('target', '')}".split()
    return next((t for t in tokens if t.startswith("http")), None)
