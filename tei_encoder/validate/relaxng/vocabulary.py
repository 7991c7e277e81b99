"""The elements a schema knows by name, wherever they are allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_encoder.validate.relaxng.name_classes import Name, names_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tei_encoder.validate.relaxng.compilation import ElementDefinition


class Vocabulary:
    """Definitions by the names that their name classes spell out.

    Only invalid documents need it, so it is drawn up when it is first asked.
    """

    def __init__(self, definitions: Callable[[], Iterable[ElementDefinition]]) -> None:
        """Take the definitions from this function, once."""
        self._find = definitions
        self._by_name: dict[Name, tuple[ElementDefinition, ...]] | None = None

    def definitions(self, name: Name) -> tuple[ElementDefinition, ...]:
        """Return the definitions of elements of that name, none if it is unknown."""
        return self._filed().get(name, ())

    def names(self) -> tuple[Name, ...]:
        """List the element names, in the order of the schema."""
        return tuple(self._filed())

    def _filed(self) -> dict[Name, tuple[ElementDefinition, ...]]:
        if self._by_name is None:
            filed: dict[Name, tuple[ElementDefinition, ...]] = {}
            for definition in self._find():
                for name in names_in(definition.name_class):
                    filed[name] = (*filed.get(name, ()), definition)
            self._by_name = filed
        return self._by_name
