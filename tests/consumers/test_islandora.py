"""Our table for Islandora Workbench, with the validator of dates that it uses."""

import csv
import io
from collections.abc import Callable, Mapping

import pytest

from tei_encoder.model.holding import Holding

Make = Callable[..., Mapping[str, bytes]]
Hold = Callable[..., Holding]


@pytest.fixture
def rows(hold: Hold, make: Make, seed_tei: bytes) -> list[dict[str, str]]:
    """Give the rows of two records, read as Workbench reads them."""
    (data,) = make("islandora-csv", hold(seed_tei), hold(seed_tei, "other")).values()
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_rules_of_workbench(rows: list[dict[str, str]]) -> None:
    """Ids differ, what is required is there, relations have four parts."""
    assert ["record", "other"] == [row["id"] for row in rows]
    for row in rows:
        assert all(row.values())
        assert 0 < len(row["title"]) <= 255
        assert row["file"] == f"{row['id']}.xml"
        assert "en" == row["langcode"]
        for relation in row["field_linked_agent"].split("|"):
            namespace, code, vocabulary, name = relation.split(":", 3)
            assert "relators" == namespace
            assert 3 == len(code)
            assert vocabulary in {"person", "corporate_body", "family"}
            assert name
    assert "relators:spk:person:Enver Hoxha" in rows[0]["field_linked_agent"].split("|")


def test_dates_are_edtf(rows: list[dict[str, str]]) -> None:
    """edtf-validate, with which Workbench checks dates, finds them valid."""
    edtf = pytest.importorskip("edtf_validate.valid_edtf", reason="edtf-validate")

    assert "1966-09-07" == rows[0]["field_edtf_date_created"]
    for name in ("date_created", "date_issued"):
        assert edtf.is_valid(rows[0][f"field_edtf_{name}"])
    assert not edtf.is_valid("September 7, 1966")
