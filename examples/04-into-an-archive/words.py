#!/usr/bin/env python3
"""Counts the words of each speaker in a table of utterances."""

import csv
import sys
from collections import Counter
from pathlib import Path

said: Counter[str] = Counter()
with Path(sys.argv[1]).open(encoding="utf-8", newline="") as table:
    for row in csv.DictReader(table):
        said[row["name"]] += len(row["text"].split())
for name, words in said.most_common():
    sys.stdout.write(f"{name} {words}\n")
