"""Many files: what is converted to where, in which processes, and what came of it."""
