"""The command line: one module per command, and how findings are shown."""
