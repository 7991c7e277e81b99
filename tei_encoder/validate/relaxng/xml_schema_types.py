"""The table of XML Schema's datatypes, one row each."""

from __future__ import annotations

import base64
import binascii
import re
from functools import partial
from typing import TYPE_CHECKING, Final

from tei_encoder.validate.relaxng import dates, names, numbers
from tei_encoder.validate.relaxng.datatypes import Datatype, IdKind
from tei_encoder.validate.relaxng.references import is_uri_reference
from tei_encoder.validate.relaxng.white_space import preserve, replace

if TYPE_CHECKING:
    from collections.abc import Callable

    from tei_encoder.validate.relaxng.datatypes import Reader

XML_SCHEMA: Final = "http://www.w3.org/2001/XMLSchema-datatypes"

_LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*")
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
        has_digits=True,
    )


_NAMES: Final[dict[str, tuple[str, Callable[[str], bool]]]] = {
    "Name": ("an XML name", names.is_name),
    "NCName": ("an XML name without colon", names.is_ncname),
    "NMTOKEN": ("a word of letters, digits and . - _ :", names.is_nmtoken),
    "ID": ("an identifier (an XML name without colon)", names.is_ncname),
    "IDREF": ("the identifier of an element", names.is_ncname),
    "ENTITY": ("the name of an entity", names.is_ncname),
}
_NAME_LISTS: Final[dict[str, tuple[str, Callable[[str], bool]]]] = {
    "NMTOKENS": ("words of letters, digits and . - _ :", names.is_nmtoken),
    "IDREFS": ("identifiers of elements", names.is_ncname),
    "ENTITIES": ("names of entities", names.is_ncname),
}


def _name_type(name: str) -> Datatype | None:
    id_kind = IdKind(name) if name in IdKind.__members__ else None
    if name in _NAMES:
        words, fits = _NAMES[name]
        read: Reader = partial(_read_word, fits)
    elif name in _NAME_LISTS:
        words, fits = _NAME_LISTS[name]
        read = partial(_read_words, fits)
    else:
        return None
    return Datatype(XML_SCHEMA, name, words, read, length=len, id_kind=id_kind)


def _other_type(name: str) -> Datatype | None:
    make = _OTHERS.get(name)
    return None if make is None else make(library=XML_SCHEMA, name=name)


_DURATION_WORDS: Final = "a duration (such as P1Y or PT30M)"
_QUALIFIED_WORDS: Final = "a name whose prefix is declared"


def _read_word(fits: Callable[[str], bool], literal: str) -> str | None:
    return literal if fits(literal) else None


def _read_words(fits: Callable[[str], bool], literal: str) -> tuple[str, ...] | None:
    words = tuple(literal.split(" "))
    return words if all(fits(word) for word in words) else None


def _read_language(literal: str) -> str | None:
    return literal if _LANGUAGE.fullmatch(literal) else None


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


_OTHERS: Final[dict[str, Callable[..., Datatype]]] = {
    "string": partial(
        Datatype, words="text", read=str, white_space=preserve, length=len
    ),
    "normalizedString": partial(
        Datatype, words="text", read=str, white_space=replace, length=len
    ),
    "token": partial(Datatype, words="text", read=str, length=len),
    "language": partial(
        Datatype,
        words="a language code (such as en or zh-Hant)",
        read=_read_language,
        length=len,
    ),
    "anyURI": partial(Datatype, words="a URI reference", read=_read_uri, length=len),
    "boolean": partial(Datatype, words="true or false", read=_TRUTH.get),
    "decimal": partial(
        Datatype,
        words="a decimal number",
        read=numbers.read_decimal,
        precedes=numbers.number_precedes,
        has_digits=True,
    ),
    "double": partial(
        Datatype,
        words="a number",
        read=numbers.read_double,
        precedes=numbers.float_precedes,
    ),
    "float": partial(
        Datatype,
        words="a number",
        read=numbers.read_float,
        precedes=numbers.float_precedes,
    ),
    "duration": partial(
        Datatype,
        words=_DURATION_WORDS,
        read=dates.read_duration,
        precedes=dates.duration_precedes,
    ),
    "hexBinary": partial(
        Datatype, words="bytes in hexadecimal", read=_read_hex, length=len
    ),
    "base64Binary": partial(
        Datatype, words="bytes in base 64", read=_read_base64, length=len
    ),
    "QName": partial(
        Datatype,
        words=_QUALIFIED_WORDS,
        read=str,
        read_qualified=names.read_qualified_name,
    ),
    "NOTATION": partial(
        Datatype,
        words=_QUALIFIED_WORDS,
        read=str,
        read_qualified=names.read_qualified_name,
    ),
}
