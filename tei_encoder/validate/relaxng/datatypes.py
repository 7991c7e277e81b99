"""What a datatype is: how literals are read, and what can be asked of values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeAlias

from tei_encoder.validate.relaxng.white_space import collapse

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    Namespaces: TypeAlias = Mapping[str | None, str]
    Reader: TypeAlias = Callable[[str], Hashable | None]


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
    has_digits: it is a decimal number, so that digits can be counted.
    read_qualified: instead of `read` where namespace prefixes matter.
    """

    library: str
    name: str
    words: str
    read: Reader
    white_space: Callable[[str], str] = collapse
    precedes: Callable[[Any, Any], bool] | None = None
    length: Callable[[Any], int] | None = None
    has_digits: bool = False
    id_kind: IdKind | None = None
    read_qualified: Callable[[str, Namespaces], Hashable | None] | None = None


def read_literal(
    datatype: Datatype, literal: str, namespaces: Namespaces
) -> Hashable | None:
    """Return the value of a literal as it stands in a document, None if it is none."""
    treated = datatype.white_space(literal)
    if datatype.read_qualified is not None:
        return datatype.read_qualified(treated, namespaces)
    return datatype.read(treated)
