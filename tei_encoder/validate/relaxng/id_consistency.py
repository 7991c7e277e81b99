"""Whether a schema is consistent about identifiers (DTD compatibility, section 5).

Only so can a name tell, without validating, which attributes are identifiers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_encoder.validate.relaxng.name_classes import (
    Name,
    contains,
    has_wildcard,
    names_in,
)
from tei_encoder.validate.relaxng.patterns import (
    Attribute,
    Data,
    List,
    Pattern,
    Value,
)
from tei_encoder.validate.relaxng.restrictions import RestrictionError, parts_of
from tei_encoder.validate.relaxng.values import id_kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tei_encoder.validate.relaxng.compilation import ElementDefinition
    from tei_encoder.validate.relaxng.datatypes import IdKind

_SECTION = "DTD compatibility, 5"


def check_placement(definition: ElementDefinition, content: Pattern) -> None:
    """Check where an element's content speaks of identifiers: in attributes alone."""
    for part in parts_of(content):
        inner: Iterable[Pattern] = (part,)
        if isinstance(part, Attribute):
            if id_kind_of(part.value) is not None:
                _check_names(definition, part)
                continue
            inner = parts_of(part.value)
        if any(_mentions_id(each) for each in inner):
            message = "ID, IDREF and IDREFS may only be the whole value of an attribute"
            raise RestrictionError(message, _SECTION)


def check_agreement(contents: Mapping[ElementDefinition, Pattern]) -> None:
    """Check that an attribute that is an identifier once is one on all like elements.

    Raises RestrictionError for the first disagreement.
    """
    declared = _declared(contents)
    for definition, content in contents.items():
        for element in _covered(definition, declared):
            for name, kind in declared[element].items():
                if any(
                    contains(attribute.name_class, name)
                    and id_kind_of(attribute.value) is not kind
                    for attribute in _attributes(content)
                ):
                    message = (
                        f'attribute "{name.local}" of element "{element.local}" '
                        f"is {kind.value} in one place and not in another"
                    )
                    raise RestrictionError(message, _SECTION)


def _declared(
    contents: Mapping[ElementDefinition, Pattern],
) -> dict[Name, dict[Name, IdKind]]:
    """Collect, by element and attribute, what is declared to be an identifier."""
    declared: dict[Name, dict[Name, IdKind]] = {}
    for definition, content in contents.items():
        for attribute in _attributes(content):
            kind = id_kind_of(attribute.value)
            if kind is not None:
                for element in names_in(definition.name_class):
                    kinds = dict.fromkeys(names_in(attribute.name_class), kind)
                    declared.setdefault(element, {}).update(kinds)
    return declared


def _covered(
    definition: ElementDefinition, declared: Mapping[Name, object]
) -> Iterable[Name]:
    """Give the names with declared identifiers that a definition can have."""
    if has_wildcard(definition.name_class):
        return (name for name in declared if contains(definition.name_class, name))
    return (name for name in names_in(definition.name_class) if name in declared)


def _check_names(definition: ElementDefinition, attribute: Attribute) -> None:
    if has_wildcard(definition.name_class) or has_wildcard(attribute.name_class):
        message = "an identifier needs an element and an attribute of definite names"
        raise RestrictionError(message, _SECTION)


def _attributes(content: Pattern) -> Iterator[Attribute]:
    return (part for part in parts_of(content) if isinstance(part, Attribute))


def _mentions_id(pattern: Pattern) -> bool:
    match pattern:
        case Data() | Value():
            return id_kind_of(pattern) is not None
        case List(words=words):
            return any(_mentions_id(part) for part in parts_of(words))
        case _:
            return False
