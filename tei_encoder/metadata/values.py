"""The values that metadata may give, and what is checked of each."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from tei_encoder.errors import ConfigurationError
from tei_encoder.metadata import edtf

#: a language tag that is well-formed (BCP 47, the common forms)
_TAG: Final = re.compile(
    r"[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?"
    r"(-([A-Za-z\d]{5,8}|\d[A-Za-z\d]{3}))*(-[A-WYZa-wyz\d](-[A-Za-z\d]{2,8})+)*"
    r"(-x(-[A-Za-z\d]{1,8})+)?|x(-[A-Za-z\d]{1,8})+",
    re.ASCII,
)
_ID: Final = re.compile(r"[^\W\d][\w.\-]*")
_W3C_DATE: Final = re.compile(r"-?\d{4}(-\d\d(-\d\d)?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Given:
    """A value as somebody wrote it, and where (`file:line`)."""

    value: Any
    place: str


def id_problem(text: str) -> str | None:
    """Say why a text is no id (an NCName of letters, digits, `.`, `-` and `_`)."""
    if _ID.fullmatch(text):
        return None
    return "an id begins with a letter and holds letters, digits, '.', '-' and '_'"


def tag_problem(text: str) -> str | None:
    """Say why a text is no language tag (BCP 47)."""
    return None if _TAG.fullmatch(text) else "not a language tag such as en or zh-Hant"


def w3c_date_problem(text: str) -> str | None:
    """Say why a text is no W3C date (`1966`, `1966-09` or `1966-09-07`)."""
    if _W3C_DATE.fullmatch(text):
        return edtf.problem(text)
    return "not a date of the form 1966-09-07"


#: checks of single values, by dotted name; a name without one takes any text
CHECKS: Final[Mapping[str, Callable[[str], str | None]]] = {
    "id": id_problem,
    "language": tag_problem,
    "original_language": tag_problem,
    "record.date": edtf.problem,
    "publication.date": w3c_date_problem,
}

TOP: Final = ("id", "language", "original_language")
RECORD: Final = (
    "title",
    "date",
    "place",
    "genre",
    "repository",
    "collection",
    "reference_code",
    "conditions_of_access",
)
PUBLICATION: Final = ("publisher", "date", "licence")
#: what archive platforms want besides (see `model.metadata.TargetGiven`)
TARGET: Final = (
    "contact",
    "email",
    "collection",
    "level",
    "extent",
    "subject",
    "abstract",
    "base",
)


def text_of(name: str, given: Given | None) -> str | None:
    """Give the text of a single value, checked; None where it is not given.

    A TOML date counts as its ISO form.
    Raises `ConfigurationError` with the value's place.
    """
    if given is None:
        return None
    value = given.value
    if isinstance(value, date) and name.endswith("date"):
        value = value.isoformat()
    if not isinstance(value, str):
        raise _wrong(name, given, f"must be text in quotes, not {kind_of(value)}")
    if not value.strip():
        raise _wrong(name, given, "is empty: leave it out where nothing is known")
    check = CHECKS.get(name)
    if check and (found := check(value)):
        raise _wrong(name, given, f"{value!r}: {found}")
    return value


def texts_of(name: str, given: Given | None) -> tuple[str, ...]:
    """Give a list of texts; none where it is not given."""
    if given is None:
        return ()
    values = given.value
    if not isinstance(values, list):
        raise _wrong(name, given, f"must be a list of texts, not {kind_of(values)}")
    return tuple(str(text_of(name, Given(value, given.place))) for value in values)


def kind_of(value: object) -> str:
    """Say in plain words what kind of value this is."""
    names: Mapping[type, str] = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "text",
        list: "a list",
        dict: "a table",
    }
    return names.get(type(value), "a date or time")


def _wrong(name: str, given: Given, message: str) -> ConfigurationError:
    return ConfigurationError(
        f"{name} {message}", place=given.place, remedy="mend that line"
    )
