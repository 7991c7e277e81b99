"""The table of XML Schema's datatypes, one row each."""

from __future__ import annotations

import base64
import binascii
import re
from functools import partial
from typing import TYPE_CHECKING, Final

from tei_encoder.validate.relaxng import dates, names, numbers
from tei_encoder.validate.relaxng.datatypes import XML_SCHEMA, Datatype, IdKind
from tei_encoder.validate.relaxng.references import is_uri_reference
from tei_encoder.validate.relaxng.white_space import preserve, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

_LANGUAGE = r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*"
_BASE64_ALPHABET = r"[A-Za-z0-9+/=]*"
_TRUTH: Final = {"true": True, "1": True, "false": False, "0": False}


def xml_schema_type(name: str) -> Datatype | None:
    """Return the datatype of that name, or None."""
    for find in (_moment_type, _integer_type, _name_type, _other_type):
        found = find(name)
        if found is not None:
            return found
    return None


_MOMENT_WORDS: Final = {
    "dateTime": "a date and time (YYYY-MM-DDThh:mm:ss)",
    "time": "a time (hh:mm:ss)",
    "date": "a date (YYYY-MM-DD)",
    "gYearMonth": "a year and month (YYYY-MM)",
    "gYear": "a year (YYYY)",
    "gMonthDay": "a month and day (--MM-DD)",
    "gDay": "a day of the month (---DD)",
    "gMonth": "a month (--MM)",
}


def _moment_type(name: str) -> Datatype | None:
    words = _MOMENT_WORDS.get(name)
    if words is None:
        return None
    return Datatype(
        XML_SCHEMA,
        name,
        words,
        partial(dates.read_moment, name),
        precedes=dates.moment_precedes,
    )


_INTEGER_WORDS: Final = {
    "integer": "a whole number",
    "nonNegativeInteger": "a whole number, 0 or more",
    "positiveInteger": "a whole number, 1 or more",
    "nonPositiveInteger": "a whole number, 0 or less",
    "negativeInteger": "a whole number, -1 or less",
}


def _integer_type(name: str) -> Datatype | None:
    if name not in numbers.INTEGER_BOUNDS:
        return None
    least, greatest = numbers.INTEGER_BOUNDS[name]
    return Datatype(
        XML_SCHEMA,
        name,
        _INTEGER_WORDS.get(name) or f"a whole number from {least} to {greatest}",
        partial(numbers.read_integer, name),
        precedes=numbers.number_precedes,
    )


_NAME_FORMS: Final = {
    "Name": ("an XML name", names.NAME),
    "NCName": ("an XML name without colon", names.NCNAME),
    "NMTOKEN": ("a word of letters, digits and . - _ :", names.NMTOKEN),
    "ID": ("an identifier (an XML name without colon)", names.NCNAME),
    "IDREF": ("the identifier of an element", names.NCNAME),
    "ENTITY": ("the name of an entity", names.NCNAME),
    "language": ("a language code", _LANGUAGE),
}
_LIST_FORMS: Final = {
    "NMTOKENS": ("words of letters, digits and . - _ :", names.NMTOKEN),
    "IDREFS": ("identifiers of elements", names.NCNAME),
    "ENTITIES": ("names of entities", names.NCNAME),
}


def _name_type(name: str) -> Datatype | None:
    id_kind = IdKind(name) if name in IdKind.__members__ else None
    if name in _NAME_FORMS:
        words, form = _NAME_FORMS[name]
        read: Callable[[str], Hashable | None] = partial(_read_form, form)
        return Datatype(XML_SCHEMA, name, words, read, length=len, id_kind=id_kind)
    if name in _LIST_FORMS:
        words, form = _LIST_FORMS[name]
        read = partial(_read_list, form)
        return Datatype(XML_SCHEMA, name, words, read, length=len, id_kind=id_kind)
    return None


def _other_type(name: str) -> Datatype | None:
    make = partial(Datatype, XML_SCHEMA, name)
    match name:
        case "string":
            return make("any text", str, white_space=preserve, length=len)
        case "normalizedString":
            return make("any text", str, white_space=replace, length=len)
        case "token":
            return make("any text", str, length=len)
        case "anyURI":
            return make("a URI reference", _read_uri, length=len)
        case "boolean":
            return make("true or false", _TRUTH.get)
        case "decimal":
            precedes = numbers.number_precedes
            return make("a decimal number", numbers.read_decimal, precedes=precedes)
        case "double":
            float_precedes = numbers.float_precedes
            return make("a number", numbers.read_double, precedes=float_precedes)
        case "float":
            float_precedes = numbers.float_precedes
            return make("a number", numbers.read_float, precedes=float_precedes)
        case "duration":
            return make(
                "a duration (such as P1Y or PT30M)",
                dates.read_duration,
                precedes=dates.duration_precedes,
            )
        case "hexBinary":
            return make("bytes in hexadecimal", _read_hex, length=len)
        case "base64Binary":
            return make("bytes in base 64", _read_base64, length=len)
        case "QName" | "NOTATION":
            qualified = names.read_qualified_name
            return make("a name, prefix bound", str, read_qualified=qualified)
        case _:
            return None


def _read_form(form: str, literal: str) -> str | None:
    return literal if re.fullmatch(form, literal) else None


def _read_list(form: str, literal: str) -> tuple[str, ...] | None:
    words = tuple(literal.split(" "))
    return words if all(re.fullmatch(form, word) for word in words) else None


def _read_uri(literal: str) -> str | None:
    return literal if is_uri_reference(literal) else None


def _read_hex(literal: str) -> bytes | None:
    try:
        return binascii.unhexlify(literal)
    except ValueError:
        return None


def _read_base64(literal: str) -> bytes | None:
    digits = literal.replace(" ", "")
    if not re.fullmatch(_BASE64_ALPHABET, digits):
        return None
    try:
        decoded = base64.b64decode(digits, validate=True)
    except ValueError:
        return None
    # The unused bits of the last digit must be 0: encoding gives it back.
    return decoded if base64.b64encode(decoded).decode() == digits else None
