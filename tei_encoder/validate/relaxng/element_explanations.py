"""Explaining elements and text that are out of place, and content that ends early."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_encoder.validate.relaxng.expectations import (
    allows_text,
    due_elements,
    next_elements,
)
from tei_encoder.validate.relaxng.name_classes import Name, expanded_name
from tei_encoder.validate.relaxng.positions import (
    line_of_end,
    line_of_start,
    line_of_text,
    written_name,
)
from tei_encoder.validate.relaxng.spelling import by_likeness
from tei_encoder.validate.relaxng.states import NOWHERE
from tei_encoder.validate.relaxng.violations import Violation, ViolationKind
from tei_encoder.validate.relaxng.wording import (
    enumerated,
    plain_names,
    quoted,
    shortened,
    spelled,
    spelled_all,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from tei_encoder.validate.relaxng.automaton import Automaton
    from tei_encoder.validate.relaxng.frames import Frame
    from tei_encoder.validate.relaxng.states import State


class ElementExplanations:
    """Words the violations that concern elements and text."""

    def __init__(
        self, automaton: Automaton, advice: Mapping[tuple[str, str], str]
    ) -> None:
        """Use the schema's states, and advice given by local names of parent, child."""
        self._automaton = automaton
        self._advice = advice

    def misplaced(
        self, stack: tuple[Frame, ...], state: State, child: _Element
    ) -> Violation:
        """Explain an element that the schema knows, but not here."""
        parent = stack[-1].element
        name = written_name(child)
        if parent is None:
            message = f'element "{name}" cannot be the root of a document'
        else:
            message = (
                f'element "{name}" is not allowed here in "{written_name(parent)}"'
            )
        return Violation(
            ViolationKind.ELEMENT_NOT_ALLOWED,
            child,
            line_of_start(child),
            shortened(message),
            expected=_expected(state, child),
            help=self._help(stack, state, child),
        )

    def early(self, state: State, child: _Element) -> Violation:
        """Explain an element before which another one is due."""
        due = spelled_all(due_names(state) or allowed_names(state), child)
        late = _later_sibling(child, state)
        name = written_name(child)
        if late is not None:
            message = f'element "{name}" must come after "{written_name(late)}"'
            kind, remedy = ViolationKind.ELEMENT_NOT_ALLOWED, "exchange the two"
        else:
            message = f'element "{name}" comes too early: {_missing(due)} before it'
            kind, remedy = ViolationKind.MISSING_ELEMENT, f"add {enumerated(due)}"
        return Violation(
            kind,
            child,
            line_of_start(child),
            shortened(message),
            expected=due,
            help=remedy,
        )

    def unknown(self, state: State, child: _Element, meant: Name | None) -> Violation:
        """Explain an element whose name the schema does not know at all."""
        name = written_name(child)
        message = f'element "{name}" is unknown to the schema'
        remedy = None
        if meant is not None and meant.local == expanded_name(child.tag).local:
            given = expanded_name(child.tag).namespace
            where = f"namespace {quoted(given)}" if given else "no namespace"
            message = f'element "{name}" is in {where}'
            remedy = f'the schema has it in xmlns="{meant.namespace}"'
        elif meant is not None:
            remedy = f'did you mean "{spelled(meant, child)}"?'
        return Violation(
            ViolationKind.UNKNOWN_ELEMENT,
            child,
            line_of_start(child),
            shortened(message),
            expected=_expected(state, child),
            help=remedy,
        )

    def stray_text(
        self, parent: _Element, state: State, text: str, before: _Element | None
    ) -> Violation:
        """Explain text where only elements may stand."""
        wrapper = self._wrapper(parent, state, None)
        message = (
            f'text {quoted(text)} is not allowed directly in "{written_name(parent)}"'
        )
        return Violation(
            ViolationKind.TEXT_NOT_ALLOWED,
            parent,
            line_of_text(parent, before),
            shortened(message),
            expected=spelled_all(allowed_names(state), parent),
            help=None if wrapper is None else f'put it into "{wrapper}"',
        )

    def incomplete(self, element: _Element, state: State) -> Violation:
        """Explain content that ends before everything due has come."""
        due = spelled_all(due_names(state) or allowed_names(state), element)
        name = written_name(element)
        missing = _missing(due) if due else "content is missing"
        return Violation(
            ViolationKind.INCOMPLETE_CONTENT,
            element,
            line_of_end(element),
            shortened(f'element "{name}" is incomplete: {missing}'),
            expected=due,
            help=f"add {enumerated(due)}" if due else None,
        )

    def _help(
        self, stack: tuple[Frame, ...], state: State, child: _Element
    ) -> str | None:
        parent = stack[-1].element
        if parent is None:
            return None
        parent_name, name = written_name(parent), written_name(child)
        pair = (expanded_name(parent.tag).local, expanded_name(child.tag).local)
        if pair in self._advice:
            return self._advice[pair]
        if self._is_allowed_first(state, child):
            return f'"{name}" is allowed earlier in "{parent_name}"'
        wrapper = self._wrapper(parent, state, child)
        if wrapper is not None:
            return f'"{name}" is allowed inside "{wrapper}"'
        outer = self._fitting_ancestor(stack, child)
        if outer is None:
            return None
        return f'close "{parent_name}" before it: "{name}" is allowed in "{outer}"'

    def _is_allowed_first(self, state: State, child: _Element) -> bool:
        definitions = [each for each, _ in state.members if each is not None]
        first = self._automaton.forgive(self._automaton.opening(definitions))
        return self._automaton.element(first, child.tag) is not None

    def _fitting_ancestor(
        self, stack: tuple[Frame, ...], child: _Element
    ) -> str | None:
        """Find the nearest open element in which the child might follow."""
        for inner, outer in zip(stack[:0:-1], stack[-2::-1], strict=True):
            if inner.move is None or outer.element is None or inner.state is None:
                return None
            accepted = tuple(definition for definition, _ in inner.state.members)
            after = self._automaton.after_element(inner.move, accepted)
            if after is not NOWHERE and self._automaton.element(after, child.tag):
                return written_name(outer.element)
        return None

    def _wrapper(
        self, parent: _Element, state: State, child: _Element | None
    ) -> str | None:
        """Find a sibling's kind of element that could hold the child, or text."""
        tags = dict.fromkeys(each.tag for each in parent.iterchildren("*"))
        for tag in tags:
            if child is not None and tag == child.tag:
                continue
            move = self._automaton.element(state, tag)
            if move is None:
                continue
            inside = self._automaton.forgive(move.opening)
            if child is None:
                fits = any(allows_text(left) for _, left in inside.members)
            else:
                fits = self._automaton.element(inside, child.tag) is not None
            if fits:
                return spelled(expanded_name(tag), parent)
        return None


def allowed_names(state: State) -> tuple[Name, ...]:
    """List the elements that may come next, in the order of the schema."""
    return plain_names(
        each for _, left in state.members for each in next_elements(left)
    )


def due_names(state: State) -> tuple[Name, ...]:
    """List the elements of which one must come next."""
    return plain_names(each for _, left in state.members for each in due_elements(left))


def _expected(state: State, child: _Element) -> tuple[str, ...]:
    names = spelled_all(allowed_names(state), child)
    expected = by_likeness(written_name(child), names)
    text = any(allows_text(left) for _, left in state.members)
    return (*expected, "text") if text else expected


def _missing(due: tuple[str, ...]) -> str:
    if len(due) == 1:
        return f'"{due[0]}" is missing'
    return f"one of {enumerated(due)} is missing"


def _later_sibling(child: _Element, state: State) -> _Element | None:
    """Find, among the following siblings, the element that is due before the child."""
    due = set(due_names(state))
    for sibling in child.itersiblings("*"):
        if expanded_name(sibling.tag) in due:
            return sibling
    return None
