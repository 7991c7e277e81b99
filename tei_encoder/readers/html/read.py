"""Web pages: the record told from the furniture, its layout beside its words."""

from collections import Counter
from collections.abc import Iterator, Mapping

from lxml import etree

from tei_encoder.model.diagnostic import Diagnostic, Outcome, Rule
from tei_encoder.model.source import Source
from tei_encoder.readers.html import rules
from tei_encoder.readers.html.charset import decode_page
from tei_encoder.readers.html.note_text import anchored
from tei_encoder.readers.html.notes import find_notes
from tei_encoder.readers.html.regions import regions
from tei_encoder.readers.html.tree import local, parse_page, words_of
from tei_encoder.readers.html.walk import Walk
from tei_encoder.readers.reading_text import ReadingText
from tei_encoder.readers.text import on_encoding


def read(data: bytes, uri: str, *, encoding: str | None = None) -> Outcome[Source]:
    """Read a web page, whatever its mistakes.

    The reading text is what browsers show, white space collapsed as they do it;
    furniture of the site stays in it and is set aside with its reason.
    Raises `ReadError` where the bytes cannot be decoded or hold no text.
    """
    decoded = decode_page(data, uri, encoding=encoding)
    text = ReadingText()
    walk = write_page(decoded.text, uri, text)
    source = text.source(data, uri, reader="html", encoding=decoded.encoding)
    return Outcome(source, (*on_encoding(decoded, encoding), *page_findings(walk)))


def write_page(
    page: str,
    uri: str,
    text: ReadingText,
    *,
    asides: Mapping[str, str] | None = None,
) -> Walk:
    """Write a page into a reading text, with all that its markup states.

    `asides` maps classes to the reason with which their elements are set aside;
    without it furniture is found by evidence.
    Raises `ReadError` where the page cannot be parsed.
    """
    body = parse_page(page, uri)
    notes = find_notes(body)
    found = regions(body) if asides is None else _by_class(body, asides)
    holders = notes.holders
    kept = {e: reason for e, reason in found.items() if e not in holders}
    walk = Walk(text, notes, kept)
    walk.run(body)
    words = text.words()
    text.remember(*anchored(notes, walk.spans, words))
    for dialogue in walk.finished_dialogues:
        text.remember(*dialogue.stated(words))
    return walk


def _by_class(
    body: etree._Element, asides: Mapping[str, str]
) -> Mapping[etree._Element, str]:
    """Give the elements whose class alone is one of those."""
    names = ((element, element.get("class", "")) for element in body.iter())
    return {element: asides[name] for element, name in names if name in asides}


def page_findings(walk: Walk) -> Iterator[Diagnostic]:
    """Say what of a page is no text, was set aside, or lies elsewhere."""
    if walk.hidden:
        size = sum(len(words_of(element).strip()) for element in walk.hidden)
        yield _finding(
            rules.HIDDEN_TEXT,
            f"{len(walk.hidden)} hidden elements left out ({size} characters)",
        )
    if walk.set_aside:
        yield _finding(rules.PAGE_FURNITURE, f"set aside: {_counted(walk)}")
    if walk.outside:
        names = Counter(local(element) for element in walk.outside)
        counted = ", ".join(f"{n} {name}" for name, n in sorted(names.items()))
        found = (e.get("src") or e.get("data") or "" for e in walk.outside)
        addresses = ", ".join(filter(None, found))
        message = f"{counted} not read: {addresses}" if addresses else counted
        yield _finding(rules.OUTSIDE_CONTENT, message)


def _counted(walk: Walk) -> str:
    places = Counter(aside.reason for aside in walk.set_aside)
    sizes: Counter[str] = Counter()
    for aside in walk.set_aside:
        sizes[aside.reason] += len(aside.span)
    return ", ".join(
        f"{reason} ({places[reason]} places, {sizes[reason]} characters)"
        for reason in sorted(places)
    )


def _finding(rule: Rule, message: str) -> Diagnostic:
    return Diagnostic(rule, message, source="readers")
