"""After a mistake: report it once, and say how to go on so that it brings no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_encoder.validate.relaxng import attribute_explanations
from tei_encoder.validate.relaxng.element_explanations import (
    ElementExplanations,
    allowed_names,
    due_names,
)
from tei_encoder.validate.relaxng.identities import Identities
from tei_encoder.validate.relaxng.name_classes import Name, clark_name, expanded_name
from tei_encoder.validate.relaxng.spelling import nearest
from tei_encoder.validate.relaxng.states import NOWHERE
from tei_encoder.validate.relaxng.white_space import is_blank

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element

    from tei_encoder.validate.relaxng.automaton import Automaton
    from tei_encoder.validate.relaxng.compilation import ElementDefinition
    from tei_encoder.validate.relaxng.datatypes import IdKind
    from tei_encoder.validate.relaxng.frames import Frame
    from tei_encoder.validate.relaxng.states import (
        AttributeMove,
        Definitions,
        ElementMove,
        State,
    )
    from tei_encoder.validate.relaxng.violations import Violation
    from tei_encoder.validate.relaxng.vocabulary import Vocabulary


class Recovery:
    """The mistakes found in one document, and the way past each."""

    def __init__(
        self,
        automaton: Automaton,
        vocabulary: Vocabulary,
        advice: Mapping[tuple[str, str], str],
    ) -> None:
        """Start without any mistake."""
        self._automaton = automaton
        self._vocabulary = vocabulary
        self._explanations = ElementExplanations(automaton, vocabulary, advice)
        self._violations: list[Violation] = []
        self._identities = Identities()
        self._renamed: dict[str, str] = {}
        self._guesses: dict[tuple[State, str], Name | None] = {}

    def violations(self) -> tuple[Violation, ...]:
        """Return the mistakes in document order, dangling references among them."""
        dangling = [
            (
                reference.order,
                attribute_explanations.dangling(reference, self._identities.known()),
            )
            for reference in self._identities.dangling()
        ]
        merged = [
            *dangling,
            *((order + 0.5, each) for order, each in enumerate(self._violations)),
        ]
        merged.sort(key=lambda pair: pair[0])
        return tuple(violation for _, violation in merged)

    def by_own_name(self, element: _Element) -> State | None:
        """Return the state at the start tag of an element wherever it is allowed.

        None where the schema does not know its name.
        """
        definitions = self._vocabulary.definitions(expanded_name(element.tag))
        return self._opening(definitions)

    def _opening(self, definitions: Iterable[ElementDefinition]) -> State | None:
        opening = self._automaton.opening(definitions)
        return None if opening is NOWHERE else opening

    def misplaced(
        self, stack: list[Frame], child: _Element
    ) -> tuple[ElementMove | None, State | None]:
        """Report an element that is not allowed here; say how to read it.

        Returns the parent's move, None if the element shall not count there, and the
        state at the element's start tag, None if nothing is known about it.
        """
        frame = stack[-1]
        state = frame.state
        if state is None:
            return None, self.by_own_name(child)
        own = self.by_own_name(child)
        if child.tag in frame.overdue:
            return None, own
        if own is not None:
            early = self._automaton.leap(state, child.tag)
            if early is not None:
                self._report_early(frame, state, child)
                return early, early.opening
            self._report_misplaced(stack, state, child)
            return None, own
        return self._unknown(stack, state, child)

    def _report_early(self, frame: Frame, state: State, child: _Element) -> None:
        frame.overdue |= {clark_name(name) for name in due_names(state)}
        # What was passed over just before is the same mistake.
        if frame.stumbled is not state:
            self._violations.append(self._explanations.early(state, child))

    def _report_misplaced(
        self, stack: list[Frame], state: State, child: _Element
    ) -> None:
        frame = stack[-1]
        if not (frame.stumbled is state and frame.stray_text):
            self._violations.append(
                self._explanations.misplaced(tuple(stack), state, child)
            )
            frame.stray_text = False
        frame.stumbled = state

    def _unknown(
        self, stack: list[Frame], state: State, child: _Element
    ) -> tuple[ElementMove | None, State | None]:
        """Read an unknown element as the one that was probably meant."""
        name, meant = expanded_name(child.tag), self._meant(state, child)
        if meant is None:
            self._report_unknown(stack[-1], state, child, None)
            return None, None
        # A whole document in the wrong namespace is one mistake.
        elsewhere = meant.local == name.local
        if not elsewhere or self._renamed.get(name.namespace) != meant.namespace:
            self._report_unknown(stack[-1], state, child, meant)
        self._renamed[name.namespace] = meant.namespace
        move = self._automaton.element(state, clark_name(meant))
        if move is None:
            return None, self._opening(self._vocabulary.definitions(meant))
        stack[-1].stumbled = None
        return move, move.opening

    def _report_unknown(
        self, frame: Frame, state: State, child: _Element, meant: Name | None
    ) -> None:
        self._violations.append(self._explanations.unknown(state, child, meant))
        frame.stumbled, frame.stray_text = state, False

    def _meant(self, state: State, child: _Element) -> Name | None:
        """Find the known name that this one was probably meant to be."""
        key = (state, child.tag)
        if key not in self._guesses:
            self._guesses[key] = self._guess(state, expanded_name(child.tag))
        return self._guesses[key]

    def _guess(self, state: State, name: Name) -> Name | None:
        allowed = allowed_names(state)
        for known in (allowed, self._vocabulary.names()):
            same = [each for each in known if each.local == name.local]
            if same:
                return same[0]
        for known in (allowed, self._vocabulary.names()):
            siblings = {
                each.local: each for each in known if each.namespace == name.namespace
            }
            local = nearest(name.local, siblings)
            if local is not None:
                return siblings[local]
        return None

    def stray_text(self, frame: Frame, text: str, before: _Element | None) -> None:
        """Report text that is not allowed, once for a run of it."""
        if frame.state is None or frame.element is None:
            return
        if not (frame.stumbled is frame.state and frame.stray_text):
            self._violations.append(
                self._explanations.stray_text(frame.element, frame.state, text, before)
            )
        frame.stumbled = frame.state
        frame.stray_text = True

    def incomplete(self, frame: Frame) -> Definitions:
        """Report content that ends too early, unless a mistake in it explains that."""
        state = frame.state
        if state is None or frame.element is None:
            return ()
        if frame.stumbled is not state:
            self._violations.append(self._explanations.incomplete(frame.element, state))
        return _definitions_of(state)

    def incomplete_leaf(self, element: _Element, state: State) -> Definitions:
        """Report an empty element that needs content."""
        self._violations.append(self._explanations.incomplete(element, state))
        return _definitions_of(state)

    def bad_text(self, element: _Element, state: State, text: str) -> Definitions:
        """Report text that is not of the datatype demanded."""
        if is_blank(text) and any(due_names(state)):
            return self.incomplete_leaf(element, state)
        self._violations.append(attribute_explanations.bad_text(element, state, text))
        return _definitions_of(state)

    def unknown_attribute(
        self, element: _Element, state: State, name: str
    ) -> AttributeMove | None:
        """Report an attribute that is not allowed; return the move of the one meant."""
        violation, meant = attribute_explanations.unknown_attribute(
            element, state, name
        )
        self._violations.append(violation)
        if meant is None or clark_name(meant) in element.attrib:
            return None
        return self._automaton.attribute(state, clark_name(meant))

    def bad_value(
        self, element: _Element, move: AttributeMove, name: str, value: str
    ) -> State:
        """Report a value that is not allowed; go on as if it were."""
        self._violations.append(
            attribute_explanations.bad_value(element, move, name, value)
        )
        return self._automaton.after_bad_value(move)

    def missing_attributes(self, element: _Element, state: State) -> State:
        """Report each attribute that is missing; go on as if none were."""
        self._violations.extend(
            attribute_explanations.missing_attributes(element, state)
        )
        return self._automaton.forgive(state)

    def note_identity(
        self, element: _Element, kind: IdKind, name: str, value: str
    ) -> None:
        """Note an identifier or reference; report an identifier that is repeated."""
        order = len(self._violations)
        owner = self._identities.note(kind, value, element, name, order)
        if owner is not None:
            self._violations.append(
                attribute_explanations.repeated_id(element, name, value, owner)
            )


def _definitions_of(state: State) -> Definitions:
    return tuple(definition for definition, _ in state.members)
