"""Facets: the parameters that narrow a datatype (`param`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from tei_encoder.validate.relaxng.numbers import fraction_digits, total_digits
from tei_encoder.validate.relaxng.regular_expressions import (
    RegularExpressionError,
    compile_expression,
)
from tei_encoder.validate.relaxng.white_space import collapse

if TYPE_CHECKING:
    from collections.abc import Callable

    from tei_encoder.validate.relaxng.datatypes import Datatype


@dataclass(frozen=True, slots=True)
class Facet:
    """A narrowing by name and limit, as the schema writes them."""

    name: str
    limit: str


class FacetError(ValueError):
    """The datatype does not have that facet, or not with that limit."""


_LENGTHS: Final = ("length", "minLength", "maxLength")
_DIGITS: Final = ("totalDigits", "fractionDigits")
_ORDER: Final = ("minInclusive", "maxInclusive", "minExclusive", "maxExclusive")


def facet_test(datatype: Datatype, facet: Facet) -> Callable[[str, Any], bool]:
    """Return the test of a literal (white space treated) and its value.

    Raises FacetError where the datatype does not know the facet or the limit is
    not one.
    """
    if facet.name == "pattern":
        return _pattern_test(facet.limit)
    if facet.name in _LENGTHS and datatype.length is not None:
        return _length_test(facet.name, _count(facet), datatype.length)
    if facet.name in _ORDER and datatype.precedes is not None:
        return _order_test(datatype, facet)
    if facet.name in _DIGITS and datatype.has_digits:
        return _digits_test(facet.name, _count(facet))
    known = facet.name in (*_LENGTHS, *_ORDER, *_DIGITS)
    where = f' by datatype "{datatype.name}"' if known else ""
    message = f'parameter "{facet.name}" is not known{where}'
    raise FacetError(message)


def _count(facet: Facet) -> int:
    digits = collapse(facet.limit)
    least = 1 if facet.name == "totalDigits" else 0
    if not (digits.isascii() and digits.isdigit() and int(digits) >= least):
        message = f'parameter "{facet.name}" needs a whole number, {least} or more'
        raise FacetError(message)
    return int(digits)


def _pattern_test(source: str) -> Callable[[str, Any], bool]:
    try:
        expression = compile_expression(source)
    except RegularExpressionError as error:
        message = f'pattern "{source}" is not a regular expression: {error}'
        raise FacetError(message) from error
    return lambda literal, _: expression.fullmatch(literal) is not None


def _length_test(
    name: str, limit: int, length: Callable[[Any], int]
) -> Callable[[str, Any], bool]:
    match name:
        case "length":
            return lambda _, value: length(value) == limit
        case "minLength":
            return lambda _, value: length(value) >= limit
        case _:
            return lambda _, value: length(value) <= limit


def _order_test(datatype: Datatype, facet: Facet) -> Callable[[str, Any], bool]:
    limit = datatype.read(datatype.white_space(facet.limit))
    precedes = datatype.precedes
    if limit is None or precedes is None:
        message = f'parameter "{facet.name}" needs {datatype.words}'
        raise FacetError(message)
    match facet.name:
        case "minInclusive":
            return lambda _, value: value == limit or precedes(limit, value)
        case "maxInclusive":
            return lambda _, value: value == limit or precedes(value, limit)
        case "minExclusive":
            return lambda _, value: precedes(limit, value)
        case _:
            return lambda _, value: precedes(value, limit)


def _digits_test(name: str, limit: int) -> Callable[[str, Any], bool]:
    count = total_digits if name == "totalDigits" else fraction_digits
    return lambda _, value: count(value) <= limit
