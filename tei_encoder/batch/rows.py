"""Which row of a table of metadata belongs to which input."""

import os
from collections.abc import Iterable, Mapping

from tei_encoder.batch.inputs import Input
from tei_encoder.model.metadata import Metadata


def files_by_input(
    table: Mapping[str, Metadata], inputs: Iterable[Input]
) -> dict[Input, str]:
    """Give the file by which a table means an input, for each that it means.

    That is its relative name, else a path to it (absolute, or from the working
    folder), else its base name.
    """
    paths = {os.path.realpath(file): file for file in table}
    found: dict[Input, str] = {}
    for item in inputs:
        path = paths.get(os.path.realpath(item.shown)) if item.path else None
        names = (str(item.name), path, item.name.name)
        if file := next((name for name in names if name in table), None):
            found[item] = file
    return found


def metadata_by_input(
    table: Mapping[str, Metadata], inputs: Iterable[Input]
) -> dict[Input, Metadata]:
    """Give the metadata of each input that has a row."""
    return {i: table[file] for i, file in files_by_input(table, inputs).items()}


def rows_without_input(
    table: Mapping[str, Metadata], inputs: Iterable[Input]
) -> tuple[str, ...]:
    """Give the files that a table of metadata names and nobody converts."""
    used = set(files_by_input(table, inputs).values())
    return tuple(file for file in table if file not in used)
