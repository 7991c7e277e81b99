"""Writes records as a package for eXist-db, without any server."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from tei_encoder.batch.write import make_folder, write_whole
from tei_encoder.cli.outcome import CLEAN, FAILURE, echo_error
from tei_encoder.cli.render import Findings, render
from tei_encoder.errors import OutputError
from tei_encoder.push.record import Candidate, Offer, examine
from tei_encoder.push.xar import package
from tei_encoder.validate.columns import encoding_of


def pack_records(
    target: Path, collection: str, offers: Iterable[Offer], schema: str | None
) -> int:
    """Write a package of valid records; where one is not valid, nothing is written.

    Raises `OutputError` for two records of one name, or where it cannot be written.
    """
    records: dict[str, Candidate] = {}
    refused: list[Findings] = []
    for offer in offers:
        record = examine(offer, schema)
        if record.root is None:
            found = Findings(offer.place, record.diagnostics, xml="")
            refused.append(with_lines(found))
        elif records.setdefault(record.name, record) is not record:
            raise OutputError(
                f"another record is called {record.name!r} already",
                place=offer.place,
                remedy="give each record an xml:id of its own",
            )
    if refused:
        for piece in render("concise", refused):
            echo_error(piece)
        echo_error(f"{len(refused)} refused; nothing is written")
        return FAILURE
    make_folder(target.parent)
    write_whole(target, package(collection, records.values()))
    count = f"{len(records)} record{'' if len(records) == 1 else 's'}"
    echo_error(f"{count} packed; see {target}")
    return CLEAN


def with_lines(found: Findings) -> Findings:
    """Add the lines of the file that the findings point into, if there are any."""
    if found.diagnostics:
        with suppress(OSError):
            data = Path(found.file).read_bytes()
            return found.with_content(data.decode(encoding_of(data), "replace"), None)
    return found
