"""What a harvester reads of our oai_dc, and the rules of its schema.

The schema (oai_dc.xsd, with simpledc20021212.xsd) is no part of any package that we
know of; it says no more than the rules below.
"""

from collections.abc import Callable, Mapping

import pytest
from lxml import etree

from tei_encoder.export.oai_dc import DC, OAI_DC
from tei_encoder.model.holding import Holding

Make = Callable[..., Mapping[str, bytes]]

ELEMENTS = """
    title creator subject description publisher contributor date type format
    identifier source language relation coverage rights
"""


def test_rules_of_the_schema(
    hold: Callable[[bytes], Holding], make: Make, seed_tei: bytes
) -> None:
    """`dc` holds any of the fifteen elements, each with text and at most xml:lang."""
    (data,) = make("dc", hold(seed_tei)).values()
    root = etree.fromstring(data)

    assert f"{{{OAI_DC}}}dc" == root.tag
    for child in root:
        name = etree.QName(child)
        assert DC == name.namespace
        assert name.localname in ELEMENTS.split()
        assert child.text
        assert 0 == len(child)
        assert not child.attrib


def test_sickle_reads_it(
    hold: Callable[[bytes], Holding], make: Make, seed_tei: bytes
) -> None:
    """Sickle gives the values of a record, each under its element."""
    models = pytest.importorskip("sickle.models", reason="Sickle is not installed")
    (data,) = make("dc", hold(seed_tei)).values()
    oai = "http://www.openarchives.org/OAI/2.0/"
    record = etree.fromstring(
        f"<record xmlns='{oai}'><header><identifier>oai:x:1</identifier><datestamp>"
        "2024-05-01</datestamp></header><metadata/></record>"
    )
    record[1].append(etree.fromstring(data))
    metadata = models.Record(record).metadata

    assert ["1966-09-07", "1969-01-21"] == metadata["date"]
    assert ["Haxhi Kroi"] == metadata["creator"]
    assert "Enver Hoxha" in metadata["contributor"]
    assert ["Text", "Memorandum of Conversation"] == metadata["type"]
    assert ["en"] == metadata["language"]
