"""The targets that a record can be exported to."""

import pytest

from tei_encoder.errors import MissingExtraError, UnknownNameError
from tei_encoder.export import EXPORTERS, TARGETS, load, names, target
from tei_encoder.export.requirements import Requirement
from tei_encoder.model.catalogue import CatalogueEntry
from tei_encoder.stages import ExportSettings, Table


@pytest.mark.parametrize("name", names())
def test_every_target_can_be_loaded(name: str) -> None:
    """Each name of the table leads to a function or a table."""
    try:
        exporter = load(name)
    except MissingExtraError as error:
        pytest.skip(str(error))

    assert isinstance(exporter, Table) or callable(exporter)


def test_tables_agree() -> None:
    """Each target says what it makes and how far that is proven, under its name."""
    assert EXPORTERS.keys() == TARGETS.keys()
    for name, row in TARGETS.items():
        assert name == row.name
        assert row.makes
        assert row.proof
        assert row.makes[0].islower() or row.makes.split()[0].isupper()


def test_requirements_have_a_way_to_be_met() -> None:
    """Whatever a target insists on stands in TEI or in [target], and has a key."""
    for row in TARGETS.values():
        for requirement in row.required:
            assert isinstance(requirement, Requirement)
            assert requirement.path.startswith("/TEI/") or requirement.key.startswith(
                "target."
            )
            assert requirement.key


def test_nothing_told_is_all_missing() -> None:
    """Of an entry that says nothing, a target misses all that it insists on."""
    for row in TARGETS.values():
        assert row.required == row.missing(CatalogueEntry("x"), ExportSettings())


def test_unknown_target() -> None:
    """A name that no target has is an error with the nearest one."""
    with pytest.raises(UnknownNameError) as raised:
        target("dspace")
    assert raised.value.remedy
    assert "dspace-saf" in raised.value.remedy
