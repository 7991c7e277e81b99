"""The walk through a document, from state to state, past every mistake to the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_encoder.validate.relaxng.frames import Frame
from tei_encoder.validate.relaxng.states import NOWHERE
from tei_encoder.validate.relaxng.white_space import is_blank

if TYPE_CHECKING:
    from lxml.etree import _Element

    from tei_encoder.validate.relaxng.automaton import Automaton
    from tei_encoder.validate.relaxng.recovery import Recovery
    from tei_encoder.validate.relaxng.states import (
        AttributeMove,
        Definitions,
        ElementMove,
        State,
    )


class Walk:
    """One validation of one tree."""

    def __init__(self, automaton: Automaton, recovery: Recovery) -> None:
        """Follow `automaton`; `recovery` reports mistakes and says how to go on."""
        self._automaton = automaton
        self._recovery = recovery

    def run(self, root: _Element) -> None:
        """Visit every element below and including `root`, without recursion."""
        start = self._automaton.document()
        stack = [Frame(None, iter((root,)), start, None)]
        while stack:
            frame = stack[-1]
            for child in frame.children:
                if type(child.tag) is str:
                    entered = self._enter(stack, child)
                    if entered is not None:
                        stack.append(entered)
                        break
                tail = child.tail
                # The quicker question first: white space in ASCII is blank.
                if tail is None or (tail.isspace() and tail.isascii()):
                    continue
                if frame.element is not None:
                    self._read_text(frame, tail, child)
            else:
                stack.pop()
                if stack and frame.element is not None:
                    self._leave(frame, stack[-1])

    def _enter(self, stack: list[Frame], child: _Element) -> Frame | None:
        """Read a start tag; return a frame for the content unless that is read too."""
        frame = stack[-1]
        move: ElementMove | None = None
        opening: State | None
        if frame.state is None:
            opening = self._recovery.by_own_name(child)
        else:
            tag = child.tag
            move = frame.state.elements.get(tag)
            if move is None:
                move = self._automaton.element(frame.state, tag)
            if move is None:
                move, opening = self._recovery.misplaced(stack, child)
            else:
                opening = move.opening
        state = None if opening is None else self._read_attributes(child, opening)
        if len(child) and (state is None or not _is_string(child, state)):
            inside = Frame(child, iter(child), state, move)
            if child.text is not None:
                self._read_text(inside, child.text, None)
            return inside
        self._go_on(frame, move, self._read_leaf(child, state))
        return None

    def _leave(self, frame: Frame, parent: Frame) -> None:
        """Read an end tag and the text after it."""
        accepted: Definitions = ()
        if frame.state is not None:
            accepted = frame.state.accepting or self._recovery.incomplete(frame)
        self._go_on(parent, frame.move, accepted)
        element = frame.element
        if (
            element is not None
            and element.tail is not None
            and parent.element is not None
        ):
            self._read_text(parent, element.tail, element)

    def _go_on(
        self, frame: Frame, move: ElementMove | None, accepted: Definitions
    ) -> None:
        if move is None:
            return
        state = move.outcomes.get(accepted)
        if state is None:
            state = self._automaton.after_element(move, accepted)
        frame.state = state

    def _read_leaf(self, element: _Element, state: State | None) -> Definitions:
        """Read an element without child elements; return its possible definitions."""
        if state is None:
            return ()
        if state.has_data:
            text = "".join([element.text or "", *(each.tail or "" for each in element)])
            accepted = self._automaton.accepting_string(state, text, element.nsmap)
            return accepted or self._recovery.bad_text(element, state, text)
        if element.text is None:
            return state.accepting or self._recovery.incomplete_leaf(element, state)
        frame = Frame(element, iter(()), state, None)
        self._read_text(frame, element.text, None)
        state = frame.state or state
        return state.accepting or self._recovery.incomplete(frame)

    def _read_text(self, frame: Frame, text: str, before: _Element | None) -> None:
        """Read text among elements; `before` is the child it follows."""
        if frame.state is None or is_blank(text):
            return
        after = frame.state.after_text or self._automaton.text(frame.state)
        if after is NOWHERE:
            self._recovery.stray_text(frame, text, before)
        else:
            frame.state = after

    def _read_attributes(self, element: _Element, state: State) -> State:
        """Read the attributes; return the state in which the content begins."""
        for name, value in _attributes(element):
            move = state.attributes.get(name)
            if move is None:
                move = self._automaton.attribute(state, name)
            if move is None:
                move = self._recovery.unknown_attribute(element, state, name)
            if move is None:
                continue
            test, after = move.only_test, move.only_outcome
            if test is not None and after is not None and value in test.accepted:
                state = after
            else:
                state = self._read_value(element, move, name, value)
        closed = state.closed or self._automaton.close(state)
        if closed is NOWHERE:
            return self._recovery.missing_attributes(element, state)
        return closed

    def _read_value(
        self, element: _Element, move: AttributeMove, name: str, value: str
    ) -> State:
        after = self._automaton.after_attribute(move, value, element)
        if after is NOWHERE:
            return self._recovery.bad_value(element, move, name, value)
        if move.id_kind is not None:
            self._recovery.note_identity(element, move.id_kind, name, value)
        return after


def _attributes(element: _Element) -> list[tuple[str, str]]:
    return element.items()  # type: ignore[return-value]  # they are never bytes


def _is_string(element: _Element, state: State) -> bool:
    """Tell whether data may match and only comments or instructions stand inside."""
    return state.has_data and not any(type(child.tag) is str for child in element)
