"""The reference encodings, made by hand, are valid under our schema."""

import subprocess
from pathlib import Path

import pytest
from lxml import etree, isoschematron

MODES = ("u", "sp")


def reference(shared: Path, mode: str) -> Path:
    """Give the reference encoding of one mode."""
    return shared / "reference" / f"reference-{mode}.xml"


def test_references_under_jing(shared: Path, schemas: Path, jing: str) -> None:
    """Both references are valid under our RELAX NG, by jing."""
    files = [str(reference(shared, mode)) for mode in MODES]
    done = subprocess.run(
        [jing, str(schemas / "conversation.rng"), *files],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (0, "") == (done.returncode, done.stdout)


@pytest.mark.parametrize("mode", MODES)
def test_reference_under_libxml2(
    mode: str, shared: Path, relaxng: etree.RelaxNG
) -> None:
    """Each reference is valid under our RELAX NG, by libxml2."""
    assert relaxng.validate(etree.parse(reference(shared, mode))), relaxng.error_log


@pytest.mark.parametrize("mode", MODES)
def test_reference_under_schematron(
    mode: str, shared: Path, schematron: isoschematron.Schematron
) -> None:
    """No Schematron rule fires on a reference."""
    assert schematron.validate(etree.parse(reference(shared, mode)))


def test_skeleton(
    skeleton: str, relaxng: etree.RelaxNG, schematron: isoschematron.Schematron
) -> None:
    """The small record, whose parts other tests replace, is valid by itself."""
    document = etree.fromstring(skeleton)

    assert relaxng.validate(document), relaxng.error_log
    assert schematron.validate(document)
