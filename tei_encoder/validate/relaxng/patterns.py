"""The patterns of the simplified form (section 5 of the specification).

`pattern_table` builds each structure only once, so patterns are compared and
remembered by identity.
Elements are leaves here: their content is compiled when a document first needs it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from tei_encoder.validate.relaxng.compilation import ElementDefinition
    from tei_encoder.validate.relaxng.datatypes import Datatype
    from tei_encoder.validate.relaxng.facets import Facet
    from tei_encoder.validate.relaxng.name_classes import NameClass


@dataclass(frozen=True, slots=True)
class Traits:
    """What the algorithms ask about a pattern again and again.

    nullable: an empty sequence matches; depth: how deeply patterns are nested in it.
    """

    nullable: bool = False
    has_attributes: bool = False
    has_data: bool = False
    depth: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class NotAllowed:
    """Nothing matches."""

    traits: ClassVar = Traits()


@dataclass(frozen=True, slots=True, eq=False)
class Empty:
    """Only an empty sequence matches."""

    traits: ClassVar = Traits(nullable=True)


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """Any text, also none."""

    traits: ClassVar = Traits(nullable=True)


@dataclass(frozen=True, slots=True, eq=False)
class Data:
    """A string of a datatype, that passes the facets' tests and is no exception."""

    datatype: Datatype
    facets: tuple[Facet, ...]
    tests: tuple[Callable[[str, Any], bool], ...]
    excepted: Pattern | None
    traits: ClassVar = Traits(has_data=True)


@dataclass(frozen=True, slots=True, eq=False)
class Value:
    """One value of a datatype; `literal` is how the schema writes it."""

    datatype: Datatype
    literal: str
    meaning: Hashable
    traits: ClassVar = Traits(has_data=True)


@dataclass(frozen=True, slots=True, eq=False)
class List:
    """A string whose words, cut at white space, match `words` one by one."""

    words: Pattern
    traits: ClassVar = Traits(has_data=True)


@dataclass(frozen=True, slots=True, eq=False)
class Attribute:
    """An attribute of certain names whose value matches `value`."""

    name_class: NameClass
    value: Pattern
    traits: ClassVar = Traits(has_attributes=True)


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """An element as its definition says."""

    definition: ElementDefinition
    traits: ClassVar = Traits()


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """Any one of at least two different members, none of them a choice."""

    members: tuple[Pattern, ...]
    traits: Traits


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """At least two members in this order, none of them a group."""

    members: tuple[Pattern, ...]
    traits: Traits


@dataclass(frozen=True, slots=True, eq=False)
class Interleave:
    """At least two members in any order, mixed at will."""

    members: tuple[Pattern, ...]
    traits: Traits


@dataclass(frozen=True, slots=True, eq=False)
class OneOrMore:
    """The member once or several times."""

    member: Pattern
    traits: Traits


Pattern: TypeAlias = (
    NotAllowed
    | Empty
    | Text
    | Data
    | Value
    | List
    | Attribute
    | Element
    | Choice
    | Group
    | Interleave
    | OneOrMore
)

NOT_ALLOWED: Final = NotAllowed()
EMPTY: Final = Empty()
TEXT: Final = Text()
