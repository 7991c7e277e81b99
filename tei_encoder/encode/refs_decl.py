"""`refsDecl` (Guidelines 17.2.5.4): how parts of the text are cited.

Citations are made of ids, so that navigation (as by the DTS specification) has all
speeches, and as another tree the headed divisions with theirs; or the paragraphs
where nobody speaks, by their number.
"""

from collections.abc import Sequence
from typing import Final

from lxml import etree

from tei_encoder.tei.elements import child
from tei_encoder.tei.names import PREFIXES, tei

_TITLE: Final = "http://purl.org/dc/terms/title"
_CREATOR: Final = "http://purl.org/dc/terms/creator"
_BODY: Final = "/TEI/text/body"
_ID: Final = "@xml:id"
_NUMBER: Final = "position()"
_SPEECHES: Final = {"u": "utterance", "sp": "speech"}


def write_refs_decl(made: etree._Element, text: etree._Element) -> None:
    """Declare a tree of citations for the speeches of `text`, one for its topics."""
    speech = next((name for name in _SPEECHES if _has(text, name)), None)
    topics = text.findall("tei:body/tei:div/tei:div", PREFIXES)
    if speech:
        _cite_speech(child(made, "refsDecl"), speech, f"{_BODY}//{speech}")
    if topics:
        tree = child(made, "refsDecl", n="topics" if speech else None)
        topic = _cite(tree, "topic", f"{_BODY}/div/div", _ID)
        child(topic, "citeData", property=_TITLE, use="head")
        _cite_inside(topic, topics, speech)
    elif not speech and text.find("tei:body/tei:div/tei:p", PREFIXES) is not None:
        _cite(child(made, "refsDecl"), "paragraph", f"{_BODY}/div/p", _NUMBER)


def _cite_inside(
    topic: etree._Element, topics: Sequence[etree._Element], speech: str | None
) -> None:
    """Declare what is cited within topics: speeches, else paragraphs."""
    if speech and any(_has(div, speech) for div in topics):
        _cite_speech(topic, speech, speech).set("delim", "/")
    elif not speech and any(_has(div, "p") for div in topics):
        _cite(topic, "paragraph", "p", _NUMBER).set("delim", "/")


def _cite_speech(parent: etree._Element, name: str, match: str) -> etree._Element:
    made = _cite(parent, _SPEECHES[name], match, _ID)
    child(made, "citeData", property=_CREATOR, use="@who")
    return made


def _cite(parent: etree._Element, unit: str, match: str, use: str) -> etree._Element:
    return child(parent, "citeStructure", unit=unit, match=match, use=use)


def _has(element: etree._Element, name: str) -> bool:
    return next(element.iter(tei(name)), None) is not None
