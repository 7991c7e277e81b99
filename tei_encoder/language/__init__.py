"""Data and grammars per language that several stages need."""
