"""Dates that contradict themselves or their words (att.datable)."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from lxml import etree

from tei_encoder.language.load import words
from tei_encoder.model.diagnostic import Rule
from tei_encoder.tei.names import XML_LANG
from tei_encoder.tei.text import plain_text
from tei_encoder.validate.finding import Finding
from tei_encoder.validate.pointers import rules
from tei_encoder.validate.pointers.index import Index

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DATE = re.compile(r"(-?[0-9]{4,})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?:T.*)?\Z")
_WEEKDAYS: Final = (
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
)
_BOUNDS: Final = (("from", "to"), ("notBefore", "notAfter"))
_RIVALS: Final = (
    *(("when", other) for other in ("from", "to", "notBefore", "notAfter")),
    ("from", "notBefore"),
    ("to", "notAfter"),
)


def check_dates(index: Index) -> Iterator[Finding]:
    """Report inverted ranges, attributes that exclude each other, wrong weekdays."""
    for element in index.dated:
        yield from _inverted(element)
        yield from _mixed(element)
        yield from _weekday(element)


def _inverted(element: etree._Element) -> Iterator[Finding]:
    for first, last in _BOUNDS:
        start, end = element.get(first), element.get(last)
        if start and end and _is_later(start, end):
            message = f"@{first} is later than @{last}: {start}, {end}"
            yield _finding(rules.INVERTED_DATES, message, element, first)


def _is_later(start: str, end: str) -> bool:
    """Compare as far as both are precise; what is no date is left to the schema."""
    one, other = _DATE.match(start), _DATE.match(end)
    if not one or not other:
        return False
    pairs = zip(one.groups(), other.groups(), strict=True)
    numbers = [(int(a), int(b)) for a, b in pairs if a is not None and b is not None]
    return [a for a, _ in numbers] > [b for _, b in numbers]


def _mixed(element: etree._Element) -> Iterator[Finding]:
    for one, other in _RIVALS:
        if element.get(one) is not None and element.get(other) is not None:
            message = f"@{one} stands beside @{other}"
            yield _finding(rules.MIXED_DATES, message, element, one)
            return


def _weekday(element: etree._Element) -> Iterator[Finding]:
    day = _DAY.match(element.get("when", ""))
    if not day:
        return
    try:
        real = _WEEKDAYS[date(*map(int, day.groups())).weekday()]
    except ValueError:
        return
    named = _weekdays_in(plain_text(element), _language(element))
    if len(named) == 1 and named != {real}:
        message = f"{day[0]} is a {real}, the words say {min(named)}"
        yield _finding(rules.WRONG_WEEKDAY, message, element, "when")


def _weekdays_in(text: str, language: str) -> set[str]:
    said = set(re.findall(r"\w+", text.lower()))
    forms = words(language, "dates")
    return {day for day in _WEEKDAYS if said & {f.lower() for f in forms.get(day, ())}}


def _language(element: etree._Element) -> str:
    node: etree._Element | None = element
    while node is not None:
        tag = node.get(XML_LANG)
        if tag:
            return tag
        node = node.getparent()
    return "und"


def _finding(
    rule: Rule, message: str, element: etree._Element, attribute: str
) -> Finding:
    return Finding(rule, message, element, rules.SOURCE, attribute=attribute)
