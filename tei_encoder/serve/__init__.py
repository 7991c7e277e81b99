"""Serves a folder of TEI, read-only: OAI-PMH for harvesters, DTS for readers."""
