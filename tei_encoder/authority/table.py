"""Authority files in CSV: a row per person, body or place."""

import csv
from collections.abc import Iterator, Mapping
from io import StringIO
from typing import Final

from tei_encoder.authority.entry import SERVICES, address, entry, kind_of, wrong
from tei_encoder.model.authority import AuthorityEntry
from tei_encoder.registry import suggestion

#: stands between several values of one cell
SEPARATOR: Final = ";"
COLUMNS: Final = ("kind", "name", "variants", *SERVICES, "ref", "id")


def entries_of_csv(data: bytes, name: str) -> Iterator[AuthorityEntry]:
    """Read the entries of a UTF-8 CSV file with the columns of `COLUMNS`.

    `kind` and `name` must be there; `variants` and `ref` may hold several values.
    Raises `ConfigurationError` with file and line.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise wrong(f"not UTF-8: {error}", name, "save it as UTF-8") from error
    reader = csv.DictReader(StringIO(text, newline=""), strict=True)
    try:
        _check(tuple(reader.fieldnames or ()), name)
        for row in reader:
            if found := _entry(row, name, f"{name}:{reader.line_num}"):
                yield found
    except csv.Error as error:
        place = f"{name}:{reader.line_num}"
        raise wrong(f"not valid CSV: {error}", place, "mend that line") from error


def _check(columns: tuple[str, ...], name: str) -> None:
    for column in columns:
        if column not in COLUMNS:
            remedy = suggestion(column, COLUMNS)
            raise wrong(f"unknown column {column!r}", f"{name}:1", remedy)
    for column in ("kind", "name"):
        if column not in columns:
            known = ", ".join(COLUMNS)
            raise wrong(f"no column {column!r}", f"{name}:1", f"columns are {known}")


def _entry(
    row: Mapping[str, str | None], name: str, place: str
) -> AuthorityEntry | None:
    cells = {key: (value or "").strip() for key, value in row.items() if key}
    if not any(cells.values()):
        return None
    names = [cells["name"], *cells.get("variants", "").split(SEPARATOR)]
    numbers = ((s, cells.get(s, "")) for s in SERVICES)
    references = [address(s, given, place) for s, given in numbers if given]
    references += cells.get("ref", "").split(SEPARATOR)
    if cells.get("id"):
        references.append(f"{name}#{cells['id']}")
    made = entry(kind_of(cells["kind"], place), names, references, file=name)
    if made is None:
        raise wrong("no name in this row", place, "add one, or remove the row")
    return made
