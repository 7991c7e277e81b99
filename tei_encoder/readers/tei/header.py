"""What a TEI header states of the record, for those fields that metadata have."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei_encoder.metadata.edtf import problem
from tei_encoder.metadata.values import tag_problem
from tei_encoder.model.metadata import Metadata, PersonGiven, label_key
from tei_encoder.readers.tei.turns import label_of, turns_of
from tei_encoder.tei.names import PREFIXES, XML_ID, XML_LANG, tei
from tei_encoder.tei.text import collapsed, plain_text

_TITLE: Final = "fileDesc/titleStmt/title"
_MS: Final = "fileDesc/sourceDesc//msIdentifier"
#: the paths in which a field is looked for, the best first
_PATHS: Final = {
    "title": (f"{_TITLE}[@type='main']", _TITLE),
    "place": (
        "profileDesc/settingDesc/setting/placeName",
        "profileDesc/settingDesc/setting/name[@type='place']",
        "profileDesc/creation/placeName",
    ),
    "repository": (f"{_MS}/repository",),
    "collection": (f"{_MS}/collection",),
    "reference_code": (f"{_MS}/idno",),
}
_DATES: Final = (
    "profileDesc/creation/date",
    "profileDesc/settingDesc/setting/date",
    "fileDesc/sourceDesc/recordingStmt/recording/date",
)
#: who said it, in our own files: then it was no part of the text
_GIVEN: Final = "resp-metadata"


def stated(root: etree._Element, uri: str, *, own: bool) -> Metadata:
    """Give title, date, place, languages, holding and persons of the first header.

    Of our own files (`own`) only what metadata said: the rest stands in the text.
    """
    header = root.find(".//tei:teiHeader", PREFIXES)
    if header is None:
        return Metadata(name=uri)
    found = {
        name: next((w for p in paths if (w := _words(header, p, own=own))), None)
        for name, paths in _PATHS.items()
    }
    return Metadata(
        name=uri,
        language=None if own else _language(root, header),
        title=found["title"],
        date=_date(header, own=own),
        place=found["place"],
        repository=found["repository"],
        collection=found["collection"],
        reference_code=found["reference_code"],
        persons=() if own else tuple(_persons(root)),
    )


def _find(header: etree._Element, path: str, *, own: bool) -> Iterator[etree._Element]:
    steps = "/".join(f"tei:{step}" if step else "" for step in path.split("/"))
    for element in header.findall(steps, PREFIXES):
        if not own or element.get("resp", "").endswith(_GIVEN):
            yield element


def _words(header: etree._Element, path: str, *, own: bool) -> str:
    element = next(_find(header, path, own=own), None)
    return "" if element is None else collapsed(plain_text(element))


def _date(header: etree._Element, *, own: bool) -> str | None:
    """Give the first date in a form that EDTF knows."""
    for path in _DATES:
        for date in _find(header, path, own=own):
            start, end = date.get("from"), date.get("to")
            told = date.get("when") or (f"{start}/{end}" if start and end else "")
            if told and not problem(told):
                return told
    return None


def _language(root: etree._Element, header: etree._Element) -> str | None:
    """Give the language of the text: its own, the root's, or the only one declared."""
    text = root.find(".//tei:text", PREFIXES)
    declared = header.findall(".//tei:langUsage/tei:language", PREFIXES)
    only = declared[0].get("ident") if len(declared) == 1 else None
    own = text.get(XML_LANG) if text is not None else None
    for tag in (own, root.get(XML_LANG), only):
        if tag and tag != "und" and not tag_problem(tag):
            return tag
    return None


def _persons(root: etree._Element) -> Iterator[PersonGiven]:
    """Give those who speak and are named in the header, with their printed labels."""
    labels = _labels(root)
    for person in root.iter(tei("person")):
        names = [collapsed(plain_text(n)) for n in person.findall(tei("persName"))]
        names = [name for name in names if name]
        identifier = person.get(XML_ID, "")
        if names and identifier in labels:
            yield PersonGiven(
                name=names[0],
                labels=tuple(dict.fromkeys((*labels[identifier], *names[1:]))),
                role=person.get("role"),
                ref=tuple(_references(person)),
            )


def _labels(root: etree._Element) -> dict[str, tuple[str, ...]]:
    """Give the labels of each speaker that are printed for nobody else."""
    speakers: defaultdict[str, set[str]] = defaultdict(set)
    printed: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for turn in turns_of(root):
        who = turn.get("who", "").split()
        label = label_of(turn)
        words = collapsed(plain_text(label)) if label is not None else ""
        if len(who) == 1:
            identifier = who[0].rpartition("#")[2]
            speakers[label_key(words)].add(identifier)
            printed[identifier][words] = None
    return {
        identifier: tuple(
            words for words in found if words and len(speakers[label_key(words)]) == 1
        )
        for identifier, found in printed.items()
    }


def _references(person: etree._Element) -> Iterator[str]:
    for idno in person.findall(tei("idno")):
        if (idno.text or "").strip().startswith(("http://", "https://")):
            yield (idno.text or "").strip()
