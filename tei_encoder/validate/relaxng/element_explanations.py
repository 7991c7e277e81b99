"""Explaining elements and text that are out of place, and content that ends early."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tei_encoder.validate.relaxng.expectations import (
    allows_text,
    due_elements,
    next_elements,
)
from tei_encoder.validate.relaxng.name_classes import Name, clark_name, expanded_name
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
    one_of,
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
    from tei_encoder.validate.relaxng.vocabulary import Vocabulary


class ElementExplanations:
    """Words the violations that concern elements and text."""

    def __init__(
        self,
        automaton: Automaton,
        vocabulary: Vocabulary,
        advice: Mapping[tuple[str, str], str],
    ) -> None:
        """Use the schema's states, and advice given by local names of parent, child."""
        self._automaton = automaton
        self._vocabulary = vocabulary
        self._advice = advice
        self._usage: Counter[str] = Counter()
        self._ordered: dict[State, tuple[Name, ...]] = {}

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
            expected=self._expected(state, child),
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
            kind, remedy = ViolationKind.MISSING_ELEMENT, f"add {one_of(due)}"
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
        given = expanded_name(child.tag).namespace
        where = f"namespace {quoted(given)}" if given else "no namespace"
        if meant is None and not self._is_known_namespace(given):
            message = f'element "{name}" is in {where}, unknown to the schema'
        elif meant is not None and meant.local == expanded_name(child.tag).local:
            message = f'element "{name}" is in {where}'
            remedy = f'the schema has it in xmlns="{meant.namespace}"'
        elif meant is not None:
            remedy = f'did you mean "{spelled(meant, child)}"?'
        return Violation(
            ViolationKind.UNKNOWN_ELEMENT,
            child,
            line_of_start(child),
            shortened(message),
            expected=self._expected(state, child),
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
            expected=self._by_use(state, parent),
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
            help=f"add {one_of(due)}" if due else None,
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
        if self._is_allowed_earlier(state, child):
            return f'"{name}" is allowed earlier in "{parent_name}"'
        wrapper = self._wrapper(parent, state, child)
        if wrapper is not None:
            return f'"{name}" is allowed inside "{wrapper}"'
        outer = self._fitting_ancestor(stack, child)
        if outer is None:
            return None
        return f'close "{parent_name}" before it: "{name}" is allowed in "{outer}"'

    def _is_allowed_earlier(self, state: State, child: _Element) -> bool:
        definitions = [each for each, _ in state.members if each is not None]
        first = self._automaton.forgive(self._automaton.opening(definitions))
        return self._automaton.leap(first, child.tag) is not None

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
        for tag in sorted(tags, key=self._used(parent).__getitem__, reverse=True):
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

    def _expected(self, state: State, child: _Element) -> tuple[str, ...]:
        expected = by_likeness(written_name(child), self._by_use(state, child))
        text = any(allows_text(left) for _, left in state.members)
        return (*expected, "text") if text else expected

    def _by_use(self, state: State, near: _Element) -> tuple[str, ...]:
        """List what may come next, first what the document itself uses most."""
        names = self._ordered.get(state)
        if names is None:
            used, allowed = self._used(near), allowed_names(state)
            names = tuple(sorted(allowed, key=lambda name: -used[clark_name(name)]))
            self._ordered[state] = names
        parent = near.getparent()
        return spelled_all(names, near if parent is None else parent)

    def _is_known_namespace(self, namespace: str) -> bool:
        return any(name.namespace == namespace for name in self._vocabulary.names())

    def _used(self, near: _Element) -> Counter[str]:
        if not self._usage:
            root = near.getroottree().getroot()
            self._usage.update(each.tag for each in root.iter("*"))
        return self._usage


def allowed_names(state: State) -> tuple[Name, ...]:
    """List the elements that may come next, in the order of the schema."""
    return plain_names(
        each for _, left in state.members for each in next_elements(left)
    )


def due_names(state: State) -> tuple[Name, ...]:
    """List the elements of which one must come next."""
    return plain_names(each for _, left in state.members for each in due_elements(left))


def _missing(due: tuple[str, ...]) -> str:
    return f"{one_of(due)} is missing"


def _later_sibling(child: _Element, state: State) -> _Element | None:
    """Find, among the following siblings, the element that is due before the child."""
    due = set(due_names(state))
    for sibling in child.itersiblings("*"):
        if expanded_name(sibling.tag) in due:
            return sibling
    return None
