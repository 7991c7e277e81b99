"""Explaining attributes: unknown, missing, of a wrong value; and text of a datatype."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_encoder.validate.relaxng.expectations import (
    ValueDescription,
    attributes_in,
    describe_values,
    due_attributes,
)
from tei_encoder.validate.relaxng.name_classes import Name, expanded_name
from tei_encoder.validate.relaxng.positions import (
    line_of_end,
    line_of_start,
    written_name,
)
from tei_encoder.validate.relaxng.repairs import repaired
from tei_encoder.validate.relaxng.spelling import by_likeness, nearest
from tei_encoder.validate.relaxng.violations import Violation, ViolationKind
from tei_encoder.validate.relaxng.wording import (
    enumerated,
    one_of,
    plain_names,
    quoted,
    shortened,
    spelled,
    spelled_all,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from tei_encoder.validate.relaxng.identities import Reference
    from tei_encoder.validate.relaxng.patterns import Attribute, Pattern
    from tei_encoder.validate.relaxng.states import AttributeMove, State


def unknown_attribute(
    element: _Element, state: State, tag: str
) -> tuple[Violation, Name | None]:
    """Explain an attribute that is not allowed; return also the one probably meant."""
    name = expanded_name(tag)
    allowed = _attribute_names(
        attribute for _, left in state.members for attribute in attributes_in(left)
    )
    meant = _meant(name, allowed)
    written = spelled(name, element)
    message = f'attribute "{written}" is not allowed on "{written_name(element)}"'
    violation = Violation(
        ViolationKind.ATTRIBUTE_NOT_ALLOWED,
        element,
        line_of_start(element),
        shortened(message),
        attribute=written,
        expected=by_likeness(written, spelled_all(allowed, element)),
        help=None if meant is None else f'did you mean "{spelled(meant, element)}"?',
    )
    return violation, meant


def missing_attributes(element: _Element, state: State) -> Iterator[Violation]:
    """Explain each attribute that is missing."""
    dues = [due_attributes(left) for _, left in state.members]
    for alternatives in min(dues, key=len):
        names = spelled_all(_attribute_names(alternatives), element)
        which = "attribute" if len(names) == 1 else "one of the attributes"
        message = f'{which} {enumerated(names)} is missing on "{written_name(element)}"'
        yield Violation(
            ViolationKind.MISSING_ATTRIBUTE,
            element,
            line_of_start(element),
            shortened(message),
            attribute=names[0] if len(names) == 1 else None,
            expected=names,
            help=f"add {one_of(names)}",
        )


def bad_value(
    element: _Element, move: AttributeMove, tag: str, value: str
) -> Violation:
    """Explain an attribute value that is not allowed."""
    written = spelled(expanded_name(tag), element)
    description = _described(test.pattern for test in move.tests)

    def is_right(text: str) -> bool:
        return any(test.accepts(text, element) for test in move.tests)

    return Violation(
        ViolationKind.BAD_ATTRIBUTE_VALUE,
        element,
        line_of_start(element),
        shortened(
            f'value {quoted(value)} of attribute "{written}" {_verdict(description)}'
        ),
        attribute=written,
        expected=_expected(value, description),
        help=_remedy(value, description, repaired(value, is_right)),
    )


def bad_text(element: _Element, state: State, text: str) -> Violation:
    """Explain the text of an element that should be of a datatype."""
    description = _described(left for _, left in state.members)
    name = written_name(element)
    return Violation(
        ViolationKind.BAD_TEXT_VALUE,
        element,
        line_of_end(element),
        shortened(f'content {quoted(text)} of "{name}" {_verdict(description)}'),
        expected=_expected(text, description),
        help=_remedy(text, description, None),
    )


def repeated_id(element: _Element, tag: str, value: str, owner: _Element) -> Violation:
    """Explain an identifier that another element has already."""
    where = f'"{written_name(owner)}" on line {line_of_start(owner)}'
    return Violation(
        ViolationKind.DUPLICATE_ID,
        element,
        line_of_start(element),
        shortened(f"identifier {quoted(value)} is already that of {where}"),
        attribute=spelled(expanded_name(tag), element),
        help="give one of the two another identifier",
    )


def dangling(reference: Reference, known: tuple[str, ...]) -> Violation:
    """Explain a reference to an identifier that no element has."""
    near = nearest(reference.identifier, known)
    return Violation(
        ViolationKind.DANGLING_IDREF,
        reference.element,
        line_of_start(reference.element),
        shortened(f"no element has the identifier {quoted(reference.identifier)}"),
        attribute=spelled(expanded_name(reference.attribute), reference.element),
        expected=by_likeness(reference.identifier, known),
        help=None if near is None else f'did you mean "{near}"?',
    )


def _attribute_names(attributes: Iterable[Attribute]) -> tuple[Name, ...]:
    return plain_names(attribute.name_class for attribute in attributes)


def _meant(name: Name, allowed: tuple[Name, ...]) -> Name | None:
    """Find the attribute meant: the same in another namespace, or like-spelled."""
    for candidate in allowed:
        if candidate.local == name.local:
            return candidate
    by_local = {each.local: each for each in reversed(allowed)}
    local = nearest(name.local, by_local)
    return None if local is None else by_local[local]


def _described(patterns: Iterable[Pattern]) -> ValueDescription:
    each = [describe_values(pattern) for pattern in patterns]
    return ValueDescription(
        tuple(dict.fromkeys(one for item in each for one in item.literals)),
        tuple(dict.fromkeys(one for item in each for one in item.words)),
    )


def _verdict(description: ValueDescription) -> str:
    match description:
        case ValueDescription(literals=(), words=(words,)):
            return f"is not {words}"
        case ValueDescription(literals=literals, words=()) if literals:
            among = "" if len(literals) == 1 else "one of "
            return f"is not {among}{enumerated(literals)}"
        case ValueDescription(literals=(), words=(first, second)):
            return f"is neither {first} nor {second}"
        case ValueDescription(literals=(), words=(first, second, *others)):
            return f"is not {first}, {second} or of {len(others)} other forms"
        case ValueDescription(literals=(), words=()):
            return "should be empty"
        case ValueDescription(literals=literals, words=words):
            return f"is not {enumerated(literals)} nor {words[0]}"


def _expected(value: str, description: ValueDescription) -> tuple[str, ...]:
    return (*by_likeness(value, description.literals), *description.words)


def _remedy(value: str, description: ValueDescription, right: str | None) -> str | None:
    meant = nearest(value, description.literals)
    if meant is not None:
        return f'did you mean "{meant}"?'
    return None if right is None else f'write "{right}"'
