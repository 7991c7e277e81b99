"""Target `tei`: the files as they are, under names that every system takes."""

from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.holding import Holding
from tei_encoder.stages import ExportSettings, Package


def export_tei(holding: Holding, settings: ExportSettings) -> Outcome[Package]:  # noqa: ARG001 - the protocol
    """Give the TEI file itself."""
    return Outcome({holding.file_name: holding.data})
