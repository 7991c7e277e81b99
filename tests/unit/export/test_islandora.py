"""Rows for Islandora Workbench: long titles, relations and codes."""

import pytest

from tei_encoder.export.islandora_csv import COLUMNS, islandora_rows
from tei_encoder.export.islandora_languages import langcode
from tei_encoder.model.catalogue import (
    Agent,
    CatalogueEntry,
    Dating,
    Identifier,
    Original,
    Publication,
    Term,
)
from tei_encoder.model.holding import Holding
from tei_encoder.model.metadata import TargetGiven
from tei_encoder.model.record import EntityKind
from tei_encoder.stages import ExportSettings


@pytest.mark.parametrize(("length", "cut"), [(255, False), (256, True)])
def test_long_titles(length: int, *, cut: bool) -> None:
    """A title of more than 255 characters is cut, stands whole beside and is told."""
    holding = Holding("r", b"", CatalogueEntry("R", title="t" * length), NotImplemented)
    outcome = islandora_rows(holding, ExportSettings())
    (row,) = outcome.value

    assert 255 == len(str(row["title"]))
    assert cut == (row["title"] != "t" * length)
    assert cut == (row.get("field_full_title") == "t" * length)
    assert (["EX705"] if cut else []) == [d.rule.code for d in outcome.diagnostics]


def test_every_column_is_listed() -> None:
    """No cell goes lost for want of a column."""
    entry = CatalogueEntry(
        "R",
        title="A | B",
        identifiers=(Identifier("10.1/x", "doi"),),
        alternative_titles=(Term("C"),),
        date=Dating("autumn", "1966-09/1966-10"),
        other_dates=(("typescript", Dating("1969", "1969")),),
        authors=(Agent("N: M", "aut"), Agent("O", "cre", kind=EntityKind.GROUP)),
        publication=Publication("P", Dating("2024", "2024"), licence="L"),
        original=Original(repository="Q", citation="C", reference_code="D4"),
        language="sq",
        abstract=("x",),
        genre=Term("Minutes"),
        subjects=(Term("s|t"),),
        places=(Term("Tirana"),),
        extent="3 pages",
    )
    settings = ExportSettings(TargetGiven(collection="12"))
    holding = Holding("r", b"", entry, NotImplemented)
    outcome = islandora_rows(holding, settings)
    (row,) = outcome.value

    assert set(COLUMNS) - {"field_full_title"} == set(row)
    assert ("r", "r.xml", "A | B") == (row["id"], row["file"], row["title"])
    assert "s¦t" == row["field_subject"]
    assert ["EX703"] == [found.rule.code for found in outcome.diagnostics]
    assert [
        "relators:aut:person:N: M",
        "relators:cre:corporate_body:O",
        "relators:pbl:corporate_body:P",
        "relators:rps:corporate_body:Q",
    ] == str(row["field_linked_agent"]).split("|")


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("en-GB", "en"),
        ("eng", "en"),
        ("sq-AL", "sq"),
        ("zh-Hant-TW", "zh-hant"),
        ("zh", None),
        ("pt-BR", "pt-br"),
        ("la", None),
        (None, None),
    ],
)
def test_codes_of_drupal(tag: str | None, code: str | None) -> None:
    """A tag has the code of Drupal's list, or none."""
    assert code == langcode(tag)
