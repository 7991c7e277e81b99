"""Identifiers and references to them in a document (DTD compatibility, 5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_encoder.validate.relaxng.datatypes import IdKind
from tei_encoder.validate.relaxng.white_space import words_of

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to an identifier; `order` places it among the violations."""

    identifier: str
    element: _Element
    attribute: str
    order: int


class Identities:
    """The identifiers met so far and what refers to them."""

    def __init__(self) -> None:
        """Start with none."""
        self._owners: dict[str, _Element] = {}
        self._references: list[Reference] = []

    def note(
        self, kind: IdKind, value: str, element: _Element, attribute: str, order: int
    ) -> _Element | None:
        """Note an attribute; return the first owner of a repeated identifier."""
        if kind is not IdKind.ID:
            self._references.extend(
                Reference(word, element, attribute, order) for word in words_of(value)
            )
            return None
        owner = self._owners.setdefault(value.strip(), element)
        return None if owner is element else owner

    def known(self) -> tuple[str, ...]:
        """List the identifiers, in document order."""
        return tuple(self._owners)

    def dangling(self) -> tuple[Reference, ...]:
        """List the references that lead nowhere, in document order."""
        return tuple(
            reference
            for reference in self._references
            if reference.identifier not in self._owners
        )
