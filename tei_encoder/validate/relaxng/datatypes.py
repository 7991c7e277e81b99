"""Datatypes: those of RELAX NG itself and those of XML Schema Part 2 (2nd edition)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from tei_encoder.validate.relaxng.white_space import collapse, preserve

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    Namespaces: TypeAlias = Mapping[str | None, str]
    Reader: TypeAlias = Callable[[str], Hashable | None]

XML_SCHEMA: Final = "http://www.w3.org/2001/XMLSchema-datatypes"
BUILT_IN: Final = ""


class IdKind(Enum):
    """The part a value plays in the identity of elements (DTD compatibility, 5)."""

    ID = "ID"
    IDREF = "IDREF"
    IDREFS = "IDREFS"


@dataclass(frozen=True, slots=True, eq=False)
class Datatype:
    """One datatype: how its literals are read and what can be asked of its values.

    words: what it is, in plain English, for "expected …".
    read: the value that a literal (white space already treated) stands for, or None
    where it is not a literal of the type; equal values compare equal.
    precedes: whether one value comes before another, for types that have an order.
    length: in characters, bytes or words, for types that have one.
    read_qualified: instead of `read` where namespace prefixes matter.
    """

    library: str
    name: str
    words: str
    read: Reader
    white_space: Callable[[str], str] = collapse
    precedes: Callable[[Any, Any], bool] | None = None
    length: Callable[[Any], int] | None = None
    id_kind: IdKind | None = None
    read_qualified: Callable[[str, Namespaces], Hashable | None] | None = None


@cache
def find_datatype(library: str, name: str) -> Datatype | None:
    """Return the datatype of that name in that library, or None.

    The modules that read literals are imported when a schema first asks for one of
    their types.
    """
    if library == BUILT_IN:
        return _BUILT_IN_TYPES.get(name)
    if library != XML_SCHEMA:
        return None
    from tei_encoder.validate.relaxng.xml_schema_types import xml_schema_type

    return xml_schema_type(name)


def is_known_library(library: str) -> bool:
    """Tell whether any datatype of that library is known."""
    return library in (BUILT_IN, XML_SCHEMA)


def read_literal(
    datatype: Datatype, literal: str, namespaces: Namespaces
) -> Hashable | None:
    """Return the value of a literal as it stands in a document, None if it is none."""
    treated = datatype.white_space(literal)
    if datatype.read_qualified is not None:
        return datatype.read_qualified(treated, namespaces)
    return datatype.read(treated)


def _itself(literal: str) -> str:
    return literal


_BUILT_IN_TYPES: Final = {
    "string": Datatype(BUILT_IN, "string", "any text", _itself, white_space=preserve),
    "token": Datatype(BUILT_IN, "token", "any text", _itself),
}
