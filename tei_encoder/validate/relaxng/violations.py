"""What validation reports."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from tei_encoder.validate.relaxng.positions import xpath_of

if TYPE_CHECKING:
    from lxml.etree import _Element


class ViolationKind(Enum):
    """The closed list of things that can be wrong."""

    UNKNOWN_ELEMENT = "unknown-element"
    ELEMENT_NOT_ALLOWED = "element-not-allowed"
    MISSING_ELEMENT = "missing-element"
    INCOMPLETE_CONTENT = "incomplete-content"
    ATTRIBUTE_NOT_ALLOWED = "attribute-not-allowed"
    MISSING_ATTRIBUTE = "missing-attribute"
    BAD_ATTRIBUTE_VALUE = "bad-attribute-value"
    TEXT_NOT_ALLOWED = "text-not-allowed"
    BAD_TEXT_VALUE = "bad-text-value"
    DUPLICATE_ID = "duplicate-id"
    DANGLING_IDREF = "dangling-idref"


@dataclass(frozen=True, slots=True)
class Violation:
    """One mistake in a document.

    kind: what sort of mistake it is.
    element: the element at fault; for text, and for what is missing, its parent.
    line: where it stands (1-based), the last line of a start tag of several lines.
    message: what is wrong, at most 200 characters, lower case, no full stop.
    attribute: the attribute's name, as the document writes it, if one is at fault.
    expected: what could stand there, the most plausible first.
    help: the likely remedy, if there is one.
    """

    kind: ViolationKind
    element: _Element
    line: int
    message: str
    attribute: str | None = None
    expected: tuple[str, ...] = ()
    help: str | None = None

    @property
    def xpath(self) -> str:
        """The path of the element or attribute, names as the document writes them."""
        path = xpath_of(self.element)
        return path if self.attribute is None else f"{path}/@{self.attribute}"
