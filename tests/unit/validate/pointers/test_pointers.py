"""Pointers, ids, language tags, dates and participants on small trees."""

import pytest

from tei_encoder.tei.document import parse
from tei_encoder.validate.finding import Finding, diagnostics
from tei_encoder.validate.pointers import check_pointers

HEAD = "<TEI xmlns='http://www.tei-c.org/ns/1.0'>"
PERSON = "<person xml:id='mao' role='present'/>"


def findings(body: str) -> tuple[Finding, ...]:
    """Check a document."""
    return check_pointers(parse(f"{HEAD}{body}</TEI>".encode(), "a.xml"))


WRONG = {
    "a pointer to nowhere": ("<u who='#zhou'/>", "dangling-pointer"),
    "one of several pointers": (f"{PERSON}<u who='#mao #zhou'/>", "dangling-pointer"),
    "speech of a division": ("<div xml:id='d'/><u who='#d'/>", "unfit-pointer"),
    "responsibility of a note": ("<note xml:id='n' resp='#n'/>", "unfit-pointer"),
    "an id without its #": (f"{PERSON}<rs ref='mao'/>", "bare-name-as-pointer"),
    "a name": ("<u who='Mao Zedong'/>", "bare-name-as-pointer"),
    "an id twice": ("<p xml:id='a'/><p xml:id='a'/>", "repeated-xml-id"),
    "a prefix": ("<w ana='ud:NOUN'/>", "undeclared-prefix"),
    "a language's name": ("<p xml:lang='English'/>", "malformed-language-tag"),
    "a locale": ("<p xml:lang='en_US'/>", "malformed-language-tag"),
    "a language without tag": ("<language/>", "malformed-language-tag"),
    "a range of years": ("<date from='1967' to='1966-12'/>", "inverted-dates"),
    "a range of days": (
        "<date notBefore='1966-09-08' notAfter='1966-09-07'/>",
        "inverted-dates",
    ),
    "a date and a range": ("<date when='1966' from='1965'/>", "when-with-range"),
    "a weekday": (
        "<date xml:lang='en' when='1966-09-07'>Tuesday, 7 September</date>",
        "wrong-weekday",
    ),
    "a silent speaker": (
        "<particDesc><person xml:id='a'/></particDesc><u who='https://e.org/b'/>",
        "unused-participant",
    ),
}


@pytest.mark.parametrize(("body", "rule"), WRONG.values(), ids=WRONG)
def test_wrong(body: str, rule: str) -> None:
    """Each mistake is reported once, under its rule."""
    assert [f.rule.name for f in findings(body)] == [rule]


RIGHT = {
    "a pointer to a person": f"{PERSON}<u who='#mao'/>",
    "an address": "<u who='https://example.org/mao'/><ref target='a.xml#b'/>",
    "a file beside this one": "<graphic url='page1'/><ref target='other'/>",
    "a declared prefix": "<prefixDef ident='ud'/><w ana='ud:NOUN'/>",
    "an XPointer": "<ref target='#range(left(a),right(b))'/>",
    "a folio": "<locus from='12r' to='13v'/>",
    "tags": "<p xml:lang='zh-Hant-TW'/><p xml:lang=''/><p xml:lang='de-1996-x-a'/>",
    "irregular tags": "<p xml:lang='i-klingon'/><p xml:lang='en-GB-oed'/>",
    "a range that is one day": "<date from='1966-09-07' to='1966-09-07'/>",
    "a range of unlike precision": "<date from='1966-09-07' to='1966'/>",
    "no date": "<date when='yesterday'>Tuesday</date>",
    "an impossible day": "<date when='1966-02-30'>Tuesday</date>",
    "the right weekday": (
        "<date xml:lang='de' when='1966-09-07'>Mittwoch, 7. 9. 1966</date>"
    ),
    "somebody present": (
        f"<particDesc>{PERSON}</particDesc><person xml:id='b'/><u who='#b'/>"
    ),
    "participants of a text without speech": (
        "<particDesc><person xml:id='a'/></particDesc>"
    ),
    "an example": "<x xmlns='http://www.tei-c.org/ns/Examples'><u who='#a'/></x>",
}


@pytest.mark.parametrize("body", RIGHT.values(), ids=RIGHT)
def test_right(body: str) -> None:
    """What may stand is not reported."""
    assert findings(body) == ()


def test_same_target_is_reported_once() -> None:
    """A target that is missing hundreds of times is one mistake."""
    (found,) = findings("<u who='#zhou'/>" * 300)
    assert found.message == "@who points nowhere: '#zhou' (300 times)"


def test_near_id_is_proposed() -> None:
    """A mistyped id gets the nearest one as help."""
    (found,) = findings("<person xml:id='p-mao' role='present'/><u who='#p-moa'/>")
    assert found.help == 'did you mean "#p-mao"?'


def test_place_of_an_attribute() -> None:
    """A finding on an attribute has its line, column and path."""
    data = f"{HEAD}\n <div><p/>\n  <u n='1' who='#zhou'/></div></TEI>".encode()
    (found,) = diagnostics(check_pointers(parse(data, "a.xml")), data)
    assert found.place is not None
    assert (found.place.line, found.place.column) == (3, 12)
    assert found.place.xpath == "/TEI/div/u/@who"


def test_place_in_the_source() -> None:
    """A finding in a converted document also points into the source text."""
    body = "<prefixDef ident='src'/><p source='src:5,9'><rs ref='#x'>a</rs></p>"
    data = f"{HEAD}{body}</TEI>".encode()
    (found,) = diagnostics(check_pointers(parse(data, "a.xml")), data)
    assert found.span is not None
    assert (found.span.start, found.span.end) == (5, 9)


def test_bare_ids_are_reported_once_for_an_attribute() -> None:
    """Ids without # are one habit of a file, not hundreds of mistakes."""
    body = "<p xml:id='a'/><p xml:id='b'/><p prev='a'/><p prev='b' corresp='a'/>"
    assert [found.message for found in findings(body)] == [
        "@prev names the id 'a' without # (2 such values)",
        "@corresp names the id 'a' without #",
    ]
