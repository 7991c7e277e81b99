"""Metadata of many records in a CSV file: a row per input file."""

import csv
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any, Final

from tei_encoder.errors import ConfigurationError
from tei_encoder.metadata.values import (
    PUBLICATION,
    RECORD,
    TARGET,
    TOP,
    Given,
    text_of,
)
from tei_encoder.model.metadata import (
    Metadata,
    PublicationGiven,
    ResponsibilityGiven,
    TargetGiven,
)
from tei_encoder.registry import suggestion

#: stands between several values of one cell
SEPARATOR: Final = ";"
_RECORD: Final = tuple(f"record.{key}" for key in RECORD)
_PUBLICATION: Final = tuple(f"publication.{key}" for key in PUBLICATION)
_TARGET: Final = tuple(f"target.{key}" for key in TARGET)
_RESPONSIBILITY: Final = ("responsibility.role", "responsibility.name")
COLUMNS: Final = (
    "file",
    *TOP,
    *_RECORD,
    *_PUBLICATION,
    *_TARGET,
    *_RESPONSIBILITY,
)


def load_table(path: Path) -> dict[str, Metadata]:
    """Read metadata for a batch: the value of column `file` to its metadata.

    The value of `file` loses steps that say nothing (`./a.txt` is `a.txt`).
    Columns have the dotted names of the TOML form; an empty cell says nothing;
    several responsibilities are separated by semicolons in both their columns.
    Raises `ConfigurationError` with file and line.
    """
    rows: dict[str, Metadata] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream, strict=True)
            _check_columns(reader.fieldnames or (), path.name)
            for row in reader:
                place = f"{path.name}:{reader.line_num}"
                file, metadata = _metadata(row, path.name, place)
                if file in rows:
                    raise _wrong(f"a second row for {file}", place, "keep one of them")
                rows[file] = metadata
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise _wrong(
            f"cannot be read: {error}", path.name, "give a UTF-8 CSV file"
        ) from error
    return rows


def _check_columns(columns: Any, name: str) -> None:  # noqa: ANN401 - csv types it loosely
    for column in columns:
        if columns.count(column) > 1:
            raise _wrong(f"two columns {column!r}", f"{name}:1", "keep one of them")
        if column not in COLUMNS:
            raise _wrong(
                f"unknown column {column!r}", f"{name}:1", suggestion(column, COLUMNS)
            )
    if "file" not in columns:
        raise _wrong("no column 'file'", f"{name}:1", "add the name of each input")


def _metadata(
    row: Mapping[str | None, Any], name: str, place: str
) -> tuple[str, Metadata]:
    if None in row:
        raise _wrong("more cells than columns", place, "quote cells that hold commas")
    cells = {
        key: Given(cell.strip(), place)
        for key, cell in row.items()
        if key and cell and cell.strip()
    }
    file = text_of("file", cells.get("file"))
    if file is None:
        raise _wrong("no file in this row", place, "add the name of the input")
    return str(PurePosixPath(file)), Metadata(
        name=name,
        **_texts(cells, TOP),
        **_texts(cells, _RECORD),
        publication=PublicationGiven(**_texts(cells, _PUBLICATION)),
        target=TargetGiven(**_texts(cells, _TARGET)),
        responsibilities=_responsibilities(cells, place),
    )


def _texts(cells: Mapping[str, Given], names: tuple[str, ...]) -> dict[str, Any]:
    return {n.rpartition(".")[2]: text_of(n, cells.get(n)) for n in names}


def _responsibilities(
    cells: Mapping[str, Given], place: str
) -> tuple[ResponsibilityGiven, ...]:
    roles, names = (
        [part.strip() for part in cells[column].value.split(SEPARATOR)]
        if column in cells
        else []
        for column in _RESPONSIBILITY
    )
    if len(roles) != len(names):
        raise _wrong(
            f"{len(roles)} responsibility.role but {len(names)} responsibility.name",
            place,
            "give as many of one as of the other, separated by semicolons",
        )
    return tuple(map(ResponsibilityGiven, roles, names))


def _wrong(message: str, place: str, remedy: str) -> ConfigurationError:
    return ConfigurationError(message, place=place, remedy=remedy)
