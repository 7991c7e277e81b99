"""Writes records for others: one module per target, one line in `targets`."""

from collections.abc import Mapping
from typing import Final

from tei_encoder.export.rules import RULES
from tei_encoder.export.targets import TARGETS, Target
from tei_encoder.registry import load as registered_part
from tei_encoder.registry import names as registered
from tei_encoder.stages import Exporter, Table

__all__ = ["EXPORTERS", "RULES", "TARGETS", "Target", "load", "names", "target"]

#: targets: name to `module:attribute`
EXPORTERS: Final[Mapping[str, str]] = {
    name: target.exporter for name, target in TARGETS.items()
}


def names() -> tuple[str, ...]:
    """Give the names of all targets, those of plug-ins included."""
    return registered("exporters", EXPORTERS)


def load(name: str) -> Exporter | Table:
    """Import the exporter of a target, and nothing else.

    Raises `UnknownNameError` with near names, or `PluginError`.
    """
    exporter: Exporter | Table = registered_part("exporters", EXPORTERS, name)
    return exporter


def target(name: str) -> Target:
    """Give what is known of a target; a plug-in's insists on nothing.

    Raises `UnknownNameError` with near names.
    """
    known = TARGETS.get(name)
    if known is None:
        load(name)
    return known or Target(name, "", "see its documentation", "a plug-in")
