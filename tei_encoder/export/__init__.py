"""Writes a record for others: one module per target."""

from collections.abc import Mapping
from typing import Final

from tei_encoder.registry import names as registered

__all__ = ["EXPORTERS", "names"]

#: targets: name to `module:attribute`
EXPORTERS: Final[Mapping[str, str]] = {"tei": "tei_encoder.tei.document:write"}


def names() -> tuple[str, ...]:
    """Give the names of all targets, those of plug-ins included."""
    return registered("exporters", EXPORTERS)
