"""The targets that a record can be written to."""

from tei_encoder.export import EXPORTERS, names
from tei_encoder.registry import load


def test_every_target_can_be_loaded() -> None:
    """Each name of the table leads to a function."""
    assert all(callable(load("exporters", EXPORTERS, name)) for name in names())
