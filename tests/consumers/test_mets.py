"""Our METS under its schema, and what the library metsrw reads of it.

metsrw is under AGPL: it is used here, and by nothing that is delivered.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from lxml import etree

from tei_encoder.export.mets import METS
from tei_encoder.export.mods import MODS
from tei_encoder.model.holding import Holding

Make = Callable[..., Mapping[str, bytes]]
Unpacked = Callable[[Mapping[str, bytes]], Path]
NAMES = {"m": METS, "mods": MODS}


def test_seed_is_valid(
    mets_schema: etree.XMLSchema,
    mods_schema: etree.XMLSchema,
    hold: Callable[[bytes], Holding],
    make: Make,
    seed_tei: bytes,
) -> None:
    """The METS of the seed is valid, and so is the MODS in it; a wrong word is not."""
    data = make("mets", hold(seed_tei))["record/METS.xml"]
    root = etree.fromstring(data)
    (described,) = root.iter(f"{{{MODS}}}mods")
    wrong = etree.fromstring(data.replace(b'"SHA-256"', b'"SHA256"'))

    mets_schema.assertValid(root)
    mods_schema.assertValid(etree.ElementTree(described))
    assert not mets_schema.validate(wrong)


def test_metsrw_reads_it(
    hold: Callable[[bytes], Holding], make: Make, seed_tei: bytes, unpacked: Unpacked
) -> None:
    """The library finds the file, its checksum and its description, and no other."""
    metsrw = pytest.importorskip("metsrw", reason="metsrw is not installed (AGPL)")
    holding = hold(seed_tei)
    folder = unpacked(make("mets", holding)) / "record"
    document = metsrw.METSDocument.fromfile(str(folder / "METS.xml"))
    (file,) = (entry for entry in document.all_files() if entry.type == "Item")
    (around,) = (e for e in document.all_files() if e.type == "Directory")
    (section,) = around.dmdsecs

    assert ("record.xml", "original") == (file.path, file.use)
    assert (holding.sha256, "SHA-256") == (file.checksum, file.checksumtype)
    assert seed_tei == (folder / file.path).read_bytes()
    assert "MODS" == section.contents.mdtype
    title = section.contents.document.findtext(".//mods:title", None, NAMES)
    assert holding.entry.title == title
