#!/usr/bin/env python3
"""Lists the speeches of a record by DTS, and who holds each."""

import json
import sys
from urllib.parse import quote
from urllib.request import urlopen


def get(address: str) -> dict:
    """Give what an address answers, read as JSON."""
    with urlopen(address) as answer:  # noqa: S310 - the address of the reader's choice
        return json.load(answer)


entry, record = sys.argv[1], quote(sys.argv[2])
template = get(entry)["navigation"]
navigation = template[: template.index("{")]
units = get(f"{navigation}?resource={record}&down=1")["member"]
lines = []
for unit in units:
    speakers = [found["value"] for found in unit["dublinCore"]["creator"]]
    lines.append(f"{unit['identifier']} {', '.join(speakers)}\n")
# in one piece, so that a reader such as `head` cannot close the pipe between two
sys.stdout.write("".join(lines))
