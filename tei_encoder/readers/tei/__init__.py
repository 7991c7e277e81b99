"""TEI by others, and our own: text, turns and what the header states."""
