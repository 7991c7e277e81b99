"""The targets: what each makes, what it insists on, and how far it is proven."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tei_encoder.export.requirements import Requirement
from tei_encoder.model.catalogue import CatalogueEntry
from tei_encoder.stages import ExportSettings


@dataclass(frozen=True, slots=True)
class Target:
    """A place or form to which records are exported.

    `exporter` is `module:attribute`: an `Exporter` or a `Table` (see `stages`).
    `proof` says what took its output: "imported by X version Y in our tests" only
    of a real consumer, else "checked against X's rules".
    `extra` names the optional part that it needs, if any.
    """

    name: str
    exporter: str
    makes: str
    proof: str
    required: tuple[Requirement, ...] = ()
    extra: str = ""

    def missing(
        self, entry: CatalogueEntry, settings: ExportSettings
    ) -> tuple[Requirement, ...]:
        """Give what the target insists on and nobody tells."""
        return tuple(r for r in self.required if not r.is_told(entry, settings))


_ALL: Final = (
    Target(
        name="tei",
        exporter="tei_encoder.export.tei:export_tei",
        makes="the TEI files themselves, byte for byte, under safe names",
        proof="the bytes are compared in our tests",
    ),
)

#: by name, in the order in which they are listed
TARGETS: Final[Mapping[str, Target]] = {target.name: target for target in _ALL}
