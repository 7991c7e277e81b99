"""`editorialDecl` (Guidelines 2.3.3): the rules that were really applied here."""

import re
from collections.abc import Collection, Iterator

from lxml import etree

from tei_encoder.encode.draft import Draft
from tei_encoder.encode.layout_decl import layout_rules
from tei_encoder.encode.people import participants
from tei_encoder.model.annotation import AnnotationKind
from tei_encoder.model.record import Utterance
from tei_encoder.stages import Speech
from tei_encoder.tei.elements import child
from tei_encoder.tei.names import tei

K = AnnotationKind
_QUOTATION = re.compile("[\"'\u2018-\u201f\u2039\u203a\u00ab\u00bb\u300c-\u300f]")
_HYPHENS = tuple(f"{hyphen}{end}" for hyphen in "-\u00ad\u2010" for end in "\r\n")
_TRAILING = tuple(f"{space}{end}" for space in " \t\u00a0" for end in "\r\n")
_TEMPORAL = ("when", "from", "to", "notBefore", "notAfter")

_SEGMENTATION = {
    Speech.U: "Each turn is an utterance (u), with a seg for each paragraph of the "
    'source; the printed speaker label stands before it in note type="speaker".',
    Speech.SP: "Each turn is a speech (sp), with the printed speaker label (speaker) "
    "and a p for each paragraph of the source.",
}
_NO_SPEECH = "No part of the source was read as speech: there are paragraphs alone."
_NORMALIZATION = (
    "White space between paragraphs, and between a speaker label and what is said, is "
    "replaced by element boundaries. Within a paragraph all characters are kept as "
    "they are, line ends and no-break spaces included; no Unicode normalization is "
    "applied."
)
_JOINED = (
    " White space that holds a line end is one space where an lb stands for it, and "
    "between the parts of a paragraph that something interrupts."
)
_DROPPED = " White space at the end of a paragraph is dropped."
_PUNCTUATION = (
    "All punctuation is kept as content, with the closing mark of speaker labels and "
    "the brackets of insertions."
)
_QUOTATIONS = "Quotation marks and apostrophes are kept as characters, not marked up."
_HYPHENATION = "Hyphens at the end of a line are kept as they are."
_DATES = "Dates and times in attributes are in the W3C profile of ISO 8601; "
_AS_GIVEN = "no part of a date is supplied that the source does not give."
_INFERRED = (
    "a part that a date does not give where it stands follows from the date of the "
    "record, and such a date has cert."
)
_CORRECTION = (
    "Words that the source itself calls an error, as by [sic], are sic and not "
    "corrected."
)
_SOURCES = (
    "An attribute source of the form src:a,b gives the characters a to b of the "
    "source (RFC 5147: counted from 0, between characters); the text of the element "
    "is exactly that of its ranges, but white space that holds a line end may have "
    "become one space or an lb."
)
_NAMES = " Names that were identified point to their entries in {}."
_BRACKETS = (
    ' Insertions in square brackets are note type="editorial", brackets included, '
    "or gap where they stand for what is missing."
)
_EVENTS = {
    Speech.U: " What is done and heard is kinesic, vocal or incident where the words "
    'tell which, else note type="comment".',
    Speech.SP: " What is done and heard is stage, with a type where the words tell "
    "which.",
}
_NAMING = tuple(map(tei, ("persName", "orgName", "placeName", "rs")))
_DATED = tuple(map(tei, ("date", "time")))
_LB = tei("lb")
_HAPPENING = frozenset({"kinesic", "vocal", "incident", "stage"})


def write_editorial_decl(
    draft: Draft, parent: etree._Element, text: etree._Element, names: Collection[str]
) -> None:
    """Declare the rules applied to `text`, which holds elements of these names."""
    made = child(parent, "editorialDecl")
    for name, attributes, words in _rules(draft, text, names):
        child(child(made, name, **attributes), "p", words)


def _rules(
    draft: Draft, text: etree._Element, names: Collection[str]
) -> Iterator[tuple[str, dict[str, str], str]]:
    words = draft.record.span.of(draft.source.text)
    if "sic" in names:
        yield "correction", {"method": "markup"}, _CORRECTION
    joined = _JOINED if _joins_lines(draft, text) else ""
    dropped = _DROPPED if any(end in words for end in _TRAILING) else ""
    yield "normalization", {"method": "silent"}, _NORMALIZATION + joined + dropped
    yield "punctuation", {"marks": "all"}, _PUNCTUATION
    if _QUOTATION.search(words):
        yield "quotation", {"marks": "all"}, _QUOTATIONS
    if any(end in words for end in _HYPHENS):
        yield "hyphenation", {"eol": "all"}, _HYPHENATION
    speech = draft.settings.speech
    spoken = "u" in names or "sp" in names
    yield "segmentation", {}, _SEGMENTATION[speech] if spoken else _NO_SPEECH
    dated = [e for e in text.iter(*_DATED) if any(map(e.get, _TEMPORAL))]
    if dated:
        inferred = any(e.get("cert") for e in dated)
        yield "stdVals", {}, _DATES + (_INFERRED if inferred else _AS_GIVEN)
    yield "interpretation", {}, "".join(_interpretation(draft, text, names))


def _joins_lines(draft: Draft, text: etree._Element) -> bool:
    """Tell whether one space was written for white space that holds a line end."""
    if any(lb.tail and lb.tail[0] == " " for lb in text.iter(_LB)):
        return True
    parts = draft.record.parts
    contents = (p.content if isinstance(p, Utterance) else (p,) for p in parts)
    return any(len(passage.spans) > 1 for content in contents for passage in content)


def _interpretation(
    draft: Draft, text: etree._Element, names: Collection[str]
) -> Iterator[str]:
    yield _SOURCES
    if lists := " and ".join(_lists_named(draft, text)):
        yield _NAMES.format(lists)
    if "brackets" in draft.agents:
        yield _BRACKETS
    if not _HAPPENING.isdisjoint(names):
        yield _EVENTS[draft.settings.speech]
    yield from layout_rules(draft, text, names)


def _lists_named(draft: Draft, text: etree._Element) -> Iterator[str]:
    """Give the parts of the file that names in `text` point to."""
    named = {e.get("ref") for e in text.iter(*_NAMING)} - {None}
    present = {f"#{draft.entity_ids[entity.id]}" for entity in participants(draft)}
    if named & present:
        yield "particDesc"
    if named - present:
        yield "standOff"
