"""The repository as harvesters see it: its name, its address, its identifiers."""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, unquote

from tei_encoder.serve.library import Library

#: RFC 2606 keeps this domain unused; the protocol insists on an address
NO_EMAIL: Final = "not-given@email.invalid"
#: what is asked of an address (OAI-PMH.xsd)
EMAIL: Final = re.compile(r"\S+@(\S+\.)+\S+")
#: a domain, as the guidelines for `oai` identifiers want it
NAMESPACE: Final = re.compile(r"[a-zA-Z][a-zA-Z0-9-]*(\.[a-zA-Z][a-zA-Z0-9-]*)*")
_DEFAULT_SIZE: Final = 100
#: of these an identifier may consist, besides letters and digits
_SAFE: Final = "-_.!~*'()"


@dataclass(frozen=True, slots=True)
class Repository:
    """What is served and under which names.

    `namespace` is the domain in identifiers (`oai:NAMESPACE:ID`); it must not change,
    or harvesters take all records for new ones. `size` is that of a page of a list.
    """

    library: Library
    name: str
    email: str = NO_EMAIL
    namespace: str = "localhost"
    size: int = _DEFAULT_SIZE

    def identifier(self, record: str) -> str:
        """Give the identifier of a record, an URI in ASCII."""
        return f"oai:{self.namespace}:{quote(record, safe=_SAFE)}"

    def record(self, identifier: str) -> str | None:
        """Give the record's own id; None for an identifier of another repository."""
        prefix = f"oai:{self.namespace}:"
        if not identifier.startswith(prefix):
            return None
        record = unquote(identifier.removeprefix(prefix), errors="replace")
        return record if self.identifier(record) == identifier else None
