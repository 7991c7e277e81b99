"""Authority files (CSV, TEI, JSON, SKOS) read as one table of entries."""

from tei_encoder.authority.load import authority_file, load_table

__all__ = ["authority_file", "load_table"]
