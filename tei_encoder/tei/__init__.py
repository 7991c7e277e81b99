"""The XML boundary: names, secure parsing, deterministic writing."""
