"""Web pages: a tree is walked through once, its record told from the furniture."""
