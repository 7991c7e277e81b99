"""The rules by which Archivematica reads metadata.csv and rights.csv."""

import csv
import re
from collections.abc import Callable, Mapping

from tei_encoder.model.holding import Holding

Make = Callable[..., Mapping[str, bytes]]

#: what its rights importer knows; any other column stops it
RIGHTS = """
    file basis status determination_date start_date end_date jurisdiction terms
    citation note grant_act grant_restriction grant_start_date grant_end_date
    grant_note doc_id_type doc_id_value doc_id_role
"""
BASES = frozenset({"Copyright", "Statute", "License", "Donor", "Policy", "Other"})
XML_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
LICENCE = (
    b"<publisher>P</publisher><availability status='free'><licence "
    b"target='https://creativecommons.org/licenses/by/4.0/'>CC BY 4.0</licence>"
    b"</availability>"
)


def lines(data: bytes) -> list[list[str]]:
    """Read a CSV as UTF-8."""
    return list(csv.reader(data.decode("utf-8").splitlines(keepends=True)))


def test_metadata(
    hold: Callable[[bytes], Holding], make: Make, seed_tei: bytes
) -> None:
    """`filename` comes first and names a file; each heading is an XML name, filled."""
    files = make("archivematica", hold(seed_tei))
    headings, cells = lines(files["record/data/metadata/metadata.csv"])

    assert "filename" == headings[0]
    assert f"record/{cells[0]}" in files
    assert cells[0].startswith("data/objects/")
    assert all(XML_NAME.fullmatch(heading) for heading in headings)
    assert all(h.startswith(("dc.", "dcterms.")) for h in headings[1:])
    assert len(headings) == len(cells)
    assert all(cells)
    assert headings.count("dc.date") == 2


def test_rights(hold: Callable[[bytes], Holding], make: Make, seed_tei: bytes) -> None:
    """Each row has a basis of the list; a licence that is free allows its use."""
    licensed = re.sub(
        rb"(?s)(<publicationStmt>).*?(</publicationStmt>)",
        rb"\1" + LICENCE + rb"\2",
        seed_tei,
    )
    files = make("archivematica", hold(licensed))
    headings, *rows = lines(files["record/data/metadata/rights.csv"])
    told = [dict(zip(headings, row, strict=True)) for row in rows]

    assert set(headings) <= set(RIGHTS.split())
    assert {"License", "Other"} == {row["basis"] for row in told} & BASES
    assert ("Disseminate", "Allow") == (
        told[0]["grant_act"],
        told[0]["grant_restriction"],
    )
    assert "https://creativecommons.org/licenses/by/4.0/" == told[0]["terms"]
