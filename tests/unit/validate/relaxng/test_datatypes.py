"""Values of XML Schema's datatypes: order, equality, digits, regular expressions."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tei_encoder.validate.relaxng import dates, numbers
from tei_encoder.validate.relaxng.datatype_libraries import find_datatype
from tei_encoder.validate.relaxng.references import is_uri_reference
from tei_encoder.validate.relaxng.regular_expressions import (
    RegularExpressionError,
    compile_expression,
)
from tei_encoder.validate.relaxng.white_space import is_blank, words_of
from tei_encoder.validate.relaxng.xml_schema_types import XML_SCHEMA

DATES = st.dates(min_value=dt.date(1, 1, 1))


@given(DATES)
def test_every_day_of_the_calendar_is_a_date(day: dt.date) -> None:
    """What Python knows as a day is one, the day after its month's last is not."""
    assert dates.read_moment("date", day.isoformat()) is not None
    after = (day.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
    last = (after - dt.timedelta(days=1)).day
    literal = f"{day.year:04}-{day.month:02}-{last + 1:02}"
    assert dates.read_moment("date", literal) is None


@given(DATES, DATES)
def test_dates_are_in_the_calendar_s_order(first: dt.date, second: dt.date) -> None:
    """One date precedes another exactly when it does in Python."""
    moments = [dates.read_moment("date", day.isoformat()) for day in (first, second)]
    assert moments[0] is not None
    assert moments[1] is not None
    assert (first < second) == dates.moment_precedes(moments[0], moments[1])


@given(st.datetimes(), st.integers(-14 * 60, 14 * 60))
def test_zones_move_moments(moment: dt.datetime, minutes: int) -> None:
    """The same clock in a zone east of Greenwich is earlier by the zone's offset."""
    hours, rest = divmod(abs(minutes), 60)
    literal = moment.isoformat()
    sign = "-" if minutes < 0 else "+"
    zoned = dates.read_moment("dateTime", f"{literal}{sign}{hours:02}:{rest:02}")
    greenwich = dates.read_moment("dateTime", f"{literal}Z")
    assert zoned is not None
    assert greenwich is not None
    assert minutes * 60 == greenwich.seconds - zoned.seconds


def test_moments_without_zone_may_be_anywhere() -> None:
    """Within fourteen hours, neither of two such moments precedes the other."""
    noon = dates.read_moment("dateTime", "2000-01-02T12:00:00")
    morning = dates.read_moment("dateTime", "2000-01-02T01:00:00Z")
    before = dates.read_moment("dateTime", "2000-01-01T20:00:00Z")
    assert noon is not None
    assert morning is not None
    assert before is not None
    assert not dates.moment_precedes(morning, noon)
    assert not dates.moment_precedes(noon, morning)
    assert dates.moment_precedes(before, noon)


@pytest.mark.parametrize(
    ("shorter", "longer", "certain"),
    [
        ("P27D", "P1M", True),
        ("P28D", "P1M", False),
        ("P31D", "P1M", False),
        ("P1M", "P32D", True),
        ("P364D", "P1Y", True),
        ("P365D", "P1Y", False),
        ("P1Y", "P367D", True),
        ("-P1D", "PT0S", True),
        ("PT59M59.9S", "PT1H", True),
    ],
)
def test_durations_are_partly_ordered(
    shorter: str, longer: str, *, certain: bool
) -> None:
    """The table of XML Schema Part 2, 3.2.6.2: months have 28 to 31 days."""
    first, second = dates.read_duration(shorter), dates.read_duration(longer)
    assert first is not None
    assert second is not None
    assert certain == dates.duration_precedes(first, second)
    assert not dates.duration_precedes(second, first)


def test_years_have_no_limit_and_no_zero() -> None:
    """Years before Christ and far off are read; leap years count back through none."""
    read = dates.read_moment
    assert read("gYear", "123456789") is not None
    assert read("date", "-0001-02-29") is not None
    assert read("date", "-0004-02-29") is None
    assert read("gYear", "0000") is None


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, max_value=10**9))
def test_digits_of_decimals(number: Decimal) -> None:
    """Digits are counted on the value: zeros at either end do not count."""
    plain = f"{abs(number):f}".replace(".", "").strip("0")
    value = numbers.read_decimal(f"{number:f}")
    assert value is not None
    assert numbers.total_digits(value) >= len(plain)
    assert numbers.fraction_digits(value) <= 3
    assert number == value


@given(st.integers())
def test_integers_have_no_limit(number: int) -> None:
    """Any whole number is an integer, and of the right sign."""
    assert numbers.read_integer("integer", str(number)) == number
    assert (number > 0) == (
        numbers.read_integer("positiveInteger", str(number)) is not None
    )


def test_floats_are_rounded_to_their_size() -> None:
    """A float is what 32 bits make of it; not-a-number has no place in the order."""
    assert numbers.read_float("1e39") == float("inf")
    assert numbers.read_float("0.1") != numbers.read_double("0.1")
    assert not numbers.float_precedes("NaN", 1.0)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("", True),
        ("#a", True),
        ("a#b#c", False),
        ("100%", False),
        ("%C3%A9", True),
        ("http://[::1]/x", True),
        ("x[1]", False),
        ("1a:b", False),
        ("./1a:b", True),
        ("http:", False),
        ("a b é <", True),
    ],
)
def test_uri_references(text: str, *, right: bool) -> None:
    """Nearly everything is a URI reference once it is escaped, but not everything."""
    assert right == is_uri_reference(text)


# The first text from far up in Unicode spells out the classes, which takes a while.
@settings(deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_classes_agree_with_the_characters(text: str) -> None:
    r"""`[^\p{C}\p{Z}]` and its complement divide every text between them."""
    kept = compile_expression(r"[^\p{C}\p{Z}]*")
    dropped = compile_expression(r"[\p{C}\p{Z}]")
    for character in text:
        assert (kept.fullmatch(character) is None) == (
            dropped.fullmatch(character) is not None
        )


@settings(deadline=None)
@given(st.text(min_size=1))
def test_literal_characters_match_themselves(text: str) -> None:
    """A text whose signs are escaped matches itself and nothing longer."""
    source = re.sub(r"([\\|.?*+(){}\-\[\]^])", r"\\\1", text)
    expression = compile_expression(source)
    assert expression.fullmatch(text)
    assert expression.fullmatch(f"{text}x") is None


@settings(deadline=None)
@given(st.text(alphabet=r"ab\()[]{}?*+|-^.,01pdLu", max_size=12))
def test_anything_is_an_expression_or_an_error_of_ours(source: str) -> None:
    """No text makes the translation fail in any other way."""
    try:
        compile_expression(source).fullmatch("ab01")
    except RegularExpressionError:
        return


@given(st.text())
def test_white_space_is_xml_s_own(text: str) -> None:
    """Only space, tab, line feed and carriage return separate words."""
    expected = [word for word in re.split("[ \t\n\r]+", text) if word]
    if not any(character in text for character in "\v\f\x1c\x1d\x1e\x1f"):
        assert expected == words_of(text)
        assert is_blank(text) == (not expected)


def test_every_datatype_is_described() -> None:
    """All datatypes of XML Schema are known and say in words what they are."""
    names = (
        "string normalizedString token language Name NCName NMTOKEN NMTOKENS ID IDREF "
        "IDREFS ENTITY ENTITIES QName NOTATION anyURI boolean float double decimal "
        "integer nonPositiveInteger negativeInteger long int short byte "
        "nonNegativeInteger unsignedLong unsignedInt unsignedShort unsignedByte "
        "positiveInteger duration dateTime time date gYearMonth gYear gMonthDay gDay "
        "gMonth hexBinary base64Binary"
    )
    for name in names.split():
        datatype = find_datatype(XML_SCHEMA, name)
        assert datatype is not None, name
        assert datatype.words
    assert find_datatype(XML_SCHEMA, "anyType") is None
