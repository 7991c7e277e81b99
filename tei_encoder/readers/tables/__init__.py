"""Tables of turns, a row each: CSV, TSV, Excel workbooks, JSON on lines."""
