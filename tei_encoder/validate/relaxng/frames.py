"""The open elements of a document on the way through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from tei_encoder.validate.relaxng.states import ElementMove, State


class Frame:
    """An element whose content is being read; an explicit stack of these is kept.

    element: None for the document, whose only child is the root.
    state: None inside an unknown element, where anything may stand.
    move: how the parent goes on afterwards; None if the element did not count there.
    stumbled: the state at which something was last passed over as a mistake.
    stray_text: it was text that was passed over.
    overdue: tags already reported as missing, which may still turn up.
    """

    __slots__ = (
        "children",
        "element",
        "move",
        "overdue",
        "state",
        "stray_text",
        "stumbled",
    )

    def __init__(
        self,
        element: _Element | None,
        children: Iterator[_Element],
        state: State | None,
        move: ElementMove | None,
    ) -> None:
        """Begin before the first child."""
        self.element = element
        self.children = children
        self.state = state
        self.move = move
        self.stumbled: State | None = None
        self.stray_text = False
        self.overdue: frozenset[str] = frozenset()
