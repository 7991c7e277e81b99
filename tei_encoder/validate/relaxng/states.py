"""States between the pieces of a document, and the moves that lead on from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from tei_encoder.validate.relaxng.patterns import Pattern

if TYPE_CHECKING:
    from tei_encoder.validate.relaxng import derivatives
    from tei_encoder.validate.relaxng.compilation import ElementDefinition
    from tei_encoder.validate.relaxng.datatypes import IdKind
    from tei_encoder.validate.relaxng.values import ValueTest

Member: TypeAlias = "tuple[ElementDefinition | None, Pattern]"
Definitions: TypeAlias = "tuple[ElementDefinition | None, ...]"


class State:
    """A place in an element; what leads on from it is filled in as it is asked for.

    Before the start tag ends, only attributes lead on; afterwards only content.
    members: the definitions still possible (None: the document itself), each with
    what may follow; accepting: those that the element may end with here.
    """

    __slots__ = (
        "accepting",
        "after_text",
        "attributes",
        "closed",
        "elements",
        "has_data",
        "members",
    )

    def __init__(self, members: tuple[Member, ...]) -> None:
        """Start with nothing known to lead on."""
        self.members = members
        self.accepting: Definitions = tuple(
            definition for definition, left in members if left.traits.nullable
        )
        self.has_data = any(left.traits.has_data for _, left in members)
        self.elements: dict[str, ElementMove | None] = {}
        self.attributes: dict[str, AttributeMove | None] = {}
        self.closed: State | None = None
        self.after_text: State | None = None

    def forget(self) -> None:
        """Drop what leads on, so that states no longer in use can go."""
        self.elements.clear()
        self.attributes.clear()
        self.closed = None
        self.after_text = None


class ElementMove:
    """A child element: the state at its start tag, and where its end leads."""

    __slots__ = ("opening", "outcomes", "steps")

    def __init__(
        self,
        opening: State,
        steps: tuple[tuple[ElementDefinition | None, derivatives.ElementSteps], ...],
    ) -> None:
        """Keep, for each definition of the parent, what follows the child."""
        self.opening = opening
        self.steps = steps
        self.outcomes: dict[Definitions, State] = {}


class AttributeMove:
    """An attribute: tests of its value, and where their verdicts lead."""

    __slots__ = ("id_kind", "only_outcome", "only_test", "outcomes", "steps", "tests")

    def __init__(
        self,
        tests: tuple[ValueTest, ...],
        steps: tuple[tuple[ElementDefinition | None, derivatives.AttributeSteps], ...],
    ) -> None:
        """Keep, for each definition of the element, what remains."""
        self.tests = tests
        kinds = (test.id_kind for test in tests if test.id_kind is not None)
        self.id_kind: IdKind | None = next(kinds, None)
        self.steps = steps
        self.outcomes: dict[tuple[bool, ...], State] = {}
        # Nearly always there is one test, and its success leads to one state.
        self.only_test: ValueTest | None = tests[0] if len(tests) == 1 else None
        self.only_outcome: State | None = None


NOWHERE: Final = State(())
