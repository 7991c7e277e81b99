"""What a schema in the compact syntax declares: namespaces and datatype libraries."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_encoder.validate.relaxng.name_classes import XML_NAMESPACE
from tei_encoder.validate.relaxng.xml_schema_types import XML_SCHEMA

if TYPE_CHECKING:
    from collections.abc import Callable

    from tei_encoder.validate.relaxng.schema_error import SchemaError


@dataclass(slots=True)
class Scope:
    """Prefixes and what they stand for; a namespace of None is inherited.

    default: the namespace of element names without prefix.
    """

    namespaces: dict[str, str | None] = field(
        default_factory=lambda: {"xml": XML_NAMESPACE}
    )
    libraries: dict[str, str] = field(default_factory=lambda: {"xsd": XML_SCHEMA})
    default: str | None = None

    def prefixes(self) -> dict[str, str]:
        """Return the prefixes that values of type QName may use."""
        bound = self.namespaces.items()
        return {
            prefix: uri for prefix, uri in bound if uri is not None and prefix != "xml"
        }

    def namespace(self, prefix: str, error: Callable[[str], SchemaError]) -> str | None:
        """Return the namespace of a prefix; raise what `error` makes if unknown."""
        if prefix not in self.namespaces:
            message = f'prefix "{prefix}" is not declared'
            raise error(message)
        return self.namespaces[prefix]

    def datatype(
        self, name: str, error: Callable[[str], SchemaError]
    ) -> tuple[str, str]:
        """Return library and local name of a datatype; raise likewise."""
        prefix, colon, local = name.rpartition(":")
        if not colon:
            return "", local
        if prefix not in self.libraries:
            message = f'prefix "{prefix}" is not declared as a library of datatypes'
            raise error(message)
        return self.libraries[prefix], local
