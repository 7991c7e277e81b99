"""States between the pieces of a document, found when a document first needs them.

A state holds, for each definition that the current element may still have, the
pattern of what may follow. An element of two possible definitions is so followed once,
not twice, and only its end decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from tei_encoder.validate.relaxng import derivatives
from tei_encoder.validate.relaxng.name_classes import expanded_name
from tei_encoder.validate.relaxng.patterns import NOT_ALLOWED, Pattern
from tei_encoder.validate.relaxng.states import (
    NOWHERE,
    AttributeMove,
    Definitions,
    ElementMove,
    Member,
    State,
)
from tei_encoder.validate.relaxng.values import ValueTest, matches

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from lxml.etree import _Element

    from tei_encoder.validate.relaxng.compilation import Compiler, ElementDefinition
    from tei_encoder.validate.relaxng.datatypes import Namespaces
    from tei_encoder.validate.relaxng.pattern_table import PatternTable

_Key = TypeVar("_Key")

# With so many states or patterns, everything is forgotten and found again.
_MOST_STATES: Final = 20_000
_MOST_PATTERNS: Final = 100_000


class Automaton:
    """Leads from state to state; shared by all documents validated with a schema."""

    def __init__(self, compiler: Compiler, table: PatternTable, start: Pattern) -> None:
        """Begin documents with the pattern `start`."""
        self._compiler = compiler
        self._table = table
        self._start = start
        self._states: dict[tuple[Member, ...], State] = {}
        self._tests: dict[Pattern, ValueTest] = {}

    def document(self) -> State:
        """Return the state before the root element."""
        return self._state([(None, self._start)])

    def opening(self, definitions: Iterable[ElementDefinition]) -> State:
        """Return the state at the start tag of an element so defined."""
        return self._state(
            (definition, self._compiler.content(definition))
            for definition in definitions
        )

    def element(self, state: State, tag: str) -> ElementMove | None:
        """Return the move by a child of this name; None where it is not allowed."""
        if tag in state.elements:
            return state.elements[tag]
        move = self._element_move(state, tag, leaping=False)
        state.elements[tag] = move
        return move

    def leap(self, state: State, tag: str) -> ElementMove | None:
        """Return the move by a child that comes too early, as if it did not.

        None where it could not come later either.
        """
        return self._element_move(state, tag, leaping=True)

    def _element_move(
        self, state: State, tag: str, *, leaping: bool
    ) -> ElementMove | None:
        name = expanded_name(tag)
        steps = tuple(
            (
                definition,
                derivatives.by_element(self._table, left, name, leaping=leaping),
            )
            for definition, left in state.members
        )
        possible = dict.fromkeys(child for _, found in steps for child in found)
        opening = self.opening(possible)
        return None if opening is NOWHERE else ElementMove(opening, steps)

    def after_element(self, move: ElementMove, accepted: Definitions) -> State:
        """Return the parent's state after a child with these definitions left."""
        known = move.outcomes.get(accepted)
        if known is None:
            known = self._outcome(move.steps, accepted)
            move.outcomes[accepted] = known
        return known

    def attribute(self, state: State, tag: str) -> AttributeMove | None:
        """Return the move by an attribute of this name; None where not allowed."""
        if tag in state.attributes:
            return state.attributes[tag]
        name = expanded_name(tag)
        steps = tuple(
            (definition, derivatives.by_attribute(self._table, left, name))
            for definition, left in state.members
        )
        values = dict.fromkeys(value for _, found in steps for value in found)
        tests = tuple(self._test(value) for value in values)
        move = AttributeMove(tests, steps) if tests else None
        state.attributes[tag] = move
        return move

    def after_attribute(
        self, move: AttributeMove, text: str, element: _Element
    ) -> State:
        """Return the state after an attribute of that value; NOWHERE if it is wrong."""
        if move.only_test is not None:
            if not move.only_test.accepts(text, element):
                return NOWHERE
            if move.only_outcome is None:
                move.only_outcome = self._after_verdicts(move, (True,))
            return move.only_outcome
        verdicts = tuple([test.accepts(text, element) for test in move.tests])
        return self._after_verdicts(move, verdicts)

    def after_bad_value(self, move: AttributeMove) -> State:
        """Return the state after an attribute as if its value were right."""
        return self._after_verdicts(move, (True,) * len(move.tests))

    def _after_verdicts(self, move: AttributeMove, verdicts: tuple[bool, ...]) -> State:
        known = move.outcomes.get(verdicts)
        if known is None:
            fitting = tuple(
                test.pattern
                for test, verdict in zip(move.tests, verdicts, strict=True)
                if verdict
            )
            known = self._outcome(move.steps, fitting)
            move.outcomes[verdicts] = known
        return known

    def close(self, state: State) -> State:
        """Return the state after the start tag; NOWHERE if an attribute is missing."""
        if state.closed is None:
            state.closed = self._mapped(state, derivatives.without_attributes)
        return state.closed

    def forgive(self, state: State) -> State:
        """Return the state after the start tag, missing attributes forgiven."""
        return self._mapped(state, derivatives.forgiving_attributes)

    def text(self, state: State) -> State:
        """Return the state after text among elements; NOWHERE if it is not allowed."""
        if state.after_text is None:
            state.after_text = self._mapped(state, derivatives.by_text)
        return state.after_text

    def accepting_string(
        self, state: State, text: str, namespaces: Namespaces
    ) -> Definitions:
        """Return the definitions that an element of nothing but this text may have."""
        return tuple(
            definition
            for definition, left in state.members
            if matches(self._table, left, text, namespaces)
        )

    def _mapped(
        self, state: State, derivative: Callable[[PatternTable, Pattern], Pattern]
    ) -> State:
        return self._state(
            (definition, derivative(self._table, left))
            for definition, left in state.members
        )

    def _outcome(
        self,
        steps: tuple[tuple[ElementDefinition | None, dict[_Key, Pattern]], ...],
        fitting: Collection[_Key | None],
    ) -> State:
        return self._state(
            (
                definition,
                self._table.choice(
                    *(left for key, left in found.items() if key in fitting)
                ),
            )
            for definition, found in steps
        )

    def _state(self, members: Iterable[Member]) -> State:
        possible = tuple(member for member in members if member[1] is not NOT_ALLOWED)
        if not possible:
            return NOWHERE
        known = self._states.get(possible)
        if known is None:
            if self._is_full():
                self._forget()
            known = self._states.setdefault(possible, State(possible))
        return known

    def _test(self, pattern: Pattern) -> ValueTest:
        known = self._tests.get(pattern)
        if known is None:
            made = ValueTest(self._table, pattern)
            known = self._tests.setdefault(pattern, made)
        return known

    def _is_full(self) -> bool:
        return len(self._states) > _MOST_STATES or len(self._table) > _MOST_PATTERNS

    def _forget(self) -> None:
        for state in tuple(self._states.values()):
            state.forget()
        self._states.clear()
        self._tests.clear()
        self._table.forget()
