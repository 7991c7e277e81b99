"""Which attributes a claim may carry, and which values TEI allows in them.

One invalid value makes a whole file invalid, so that each is checked here.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, time

from tei_encoder.encode import rules
from tei_encoder.encode.draft import Draft
from tei_encoder.model.annotation import Annotation, AnnotationKind

_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_YEARLESS = re.compile(r"--(?:(\d\d)(?:-(\d\d))?|-(\d\d))", re.ASCII)
#: with parts of a second and a time zone, where one is given
_TIME = re.compile(
    r"(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d)?", re.ASCII
)
_LANGUAGE = re.compile(r"([A-Za-z]{2,3}|[xX])(-[A-Za-z0-9]{1,8})*", re.ASCII)
_ADDRESS = re.compile(r"(https?|mailto|urn|doi):[\w./~?#=&;+@!$%*'(),:-]+", re.ASCII)


def is_token(value: str) -> bool:
    """Tell whether `value` is one word (teidata.enumerated, teidata.word)."""
    return value.isprintable() and bool(value) and " " not in value


def is_tokens(value: str) -> bool:
    """Tell whether `value` is words with spaces between."""
    return bool(value.split()) and value.isprintable()


def is_number(value: str) -> bool:
    """Tell whether `value` is a decimal number (teidata.numeric)."""
    return bool(_NUMBER.fullmatch(value))


def is_temporal(value: str) -> bool:
    """Tell whether `value` is a date or time that exists (teidata.temporal.w3c).

    Of the forms allowed: year, year and month, day; month, day of the month or of
    any month without a year; time with seconds; day and time.
    """
    day, separator, hours = value.partition("T")
    if not separator and ":" in value:
        return _is_time(value)
    return _is_date(day) and (not separator or (len(day) > 7 and _is_time(hours)))  # noqa: PLR2004 - YYYY-MM is no day


def is_language(value: str) -> bool:
    """Tell whether `value` has the form of a language tag (BCP 47)."""
    return bool(_LANGUAGE.fullmatch(value))


def is_address(value: str) -> bool:
    """Tell whether `value` is an absolute address (teidata.pointer)."""
    return bool(_ADDRESS.fullmatch(value))


def _is_date(value: str) -> bool:
    dated, yearless = _DATE.fullmatch(value), _YEARLESS.fullmatch(value)
    try:
        if dated:
            date(int(dated[1]), int(dated[2] or 1), int(dated[3] or 1))
        elif yearless:
            date(_LEAP, int(yearless[1] or 1), int(yearless[2] or yearless[3] or 1))
        else:
            return False
    except ValueError:
        return False
    return True


def _is_time(value: str) -> bool:
    match = _TIME.fullmatch(value)
    if not match:
        return False
    try:
        time(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return False
    return True


#: a year that has every day of every month
_LEAP = 2000
Check = Callable[[str], bool]
_TYPED: dict[str, Check] = {"type": is_token, "subtype": is_token}
_DATED: dict[str, Check] = {
    **dict.fromkeys(("when", "from", "to", "notBefore", "notAfter"), is_temporal),
    **_TYPED,
}
_RANGED: dict[str, Check] = dict.fromkeys(("atLeast", "atMost"), is_number)
_NAMED: dict[str, Check] = {"key": str.isprintable, "role": is_tokens, **_TYPED}
#: on every element (att.global)
_GLOBAL: dict[str, Check] = {
    "n": str.isprintable,
    "rend": is_tokens,
    "xml:lang": is_language,
}

K = AnnotationKind
_ALLOWED: dict[AnnotationKind, dict[str, Check]] = {
    K.ABBR: _TYPED,
    K.ADD: {"when": is_temporal},
    K.DATE: _DATED,
    K.DEL: {"when": is_temporal},
    K.GAP: {
        "reason": is_tokens,
        "unit": is_token,
        "quantity": is_number,
        "extent": str.isprintable,
        "agent": is_token,
        **_RANGED,
    },
    K.HI: {},
    K.INCIDENT: _TYPED,
    K.KINESIC: _TYPED,
    K.MEASURE: {
        "quantity": is_number,
        "unit": is_token,
        "commodity": is_tokens,
        **_RANGED,
        **_TYPED,
    },
    K.NOTE: {"place": is_tokens, **_TYPED},
    K.NUM: {"value": is_number, **_RANGED, **_TYPED},
    K.ORG_NAME: _NAMED,
    K.PERS_NAME: _NAMED,
    K.PLACE_NAME: _NAMED,
    K.REF: {"target": is_address, **_TYPED},
    K.ROLE_NAME: _NAMED,
    K.RS: _NAMED,
    K.SIC: {},
    K.TIME: _DATED,
    K.UNCLEAR: {"reason": is_tokens},
    K.VOCAL: _TYPED,
}
_CHECKS = {kind: checks | _GLOBAL for kind, checks in _ALLOWED.items()}
#: attributes that exclude each other: the first of a pair is kept
_EXCLUSIVE = (
    ("when", ("from", "to", "notBefore", "notAfter")),
    ("from", ("notBefore",)),
    ("to", ("notAfter",)),
)


def checked(draft: Draft, annotation: Annotation) -> dict[str, str]:
    """Give the attributes of a claim that its element may carry; report the others."""
    if not annotation.attributes:
        return {}
    allowed = _CHECKS[annotation.kind]
    given = dict(annotation.attributes)
    unfit = {n for n, v in given.items() if n not in allowed or not allowed[n](v)}
    unfit |= set(_contradictions(given, unfit))
    for name in sorted(unfit):
        message = f'{name}="{given[name]}" does not fit {annotation.kind}'
        draft.report(rules.UNFIT_ATTRIBUTE, message, annotation.span)
    return {name: value for name, value in given.items() if name not in unfit}


def _contradictions(given: dict[str, str], unfit: set[str]) -> Iterator[str]:
    for name, others in _EXCLUSIVE:
        if name in given and name not in unfit:
            yield from (other for other in others if other in given)
    if "subtype" in given and ("type" not in given or "type" in unfit):
        yield "subtype"
