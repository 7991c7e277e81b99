"""What people tell the converter about records: TOML for one, CSV for many."""

from tei_encoder.metadata.table import load_table
from tei_encoder.metadata.toml import load_metadata

__all__ = ["load_metadata", "load_table"]
