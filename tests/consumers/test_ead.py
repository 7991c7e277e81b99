"""Our finding aids under the schema of EAD 2002, and the rules of ArchivesSpace."""

import re
from collections.abc import Callable, Mapping

from lxml import etree

from tei_encoder.export.ead import EAD
from tei_encoder.model.holding import Holding

Make = Callable[..., Mapping[str, bytes]]
NAMES = {"e": EAD}


def test_seed_is_valid(
    ead_schema: etree.XMLSchema,
    hold: Callable[[bytes], Holding],
    make: Make,
    seed_tei: bytes,
) -> None:
    """The finding aid of the seed is valid."""
    (data,) = make("ead", hold(seed_tei)).values()

    ead_schema.assertValid(etree.fromstring(data))


def test_schema_can_fail(
    ead_schema: etree.XMLSchema,
    hold: Callable[[bytes], Holding],
    make: Make,
    seed_tei: bytes,
) -> None:
    """The same with a date in words for its normal form is not."""
    (data,) = make("ead", hold(seed_tei)).values()
    wrong = data.replace(b'normal="1966-09-07"', b'normal="September"')

    assert wrong != data
    assert not ead_schema.validate(etree.fromstring(wrong))


def test_rules_of_archivesspace(
    hold: Callable[[bytes], Holding], make: Make, seed_tei: bytes
) -> None:
    """Level, number, date, language, script and a counted extent are all there."""
    (data,) = make("ead", hold(seed_tei)).values()
    root = etree.fromstring(data)
    (extent,) = root.findall(".//e:extent", NAMES)
    language = root.find(".//e:langmaterial/e:language", NAMES)
    aid = root.find(".//e:langusage/e:language", NAMES)

    assert "item" == root.find("e:archdesc", NAMES).get("level")
    assert "MPP Korese, D4, V. 1966" == root.findtext(".//e:unitid", None, NAMES)
    assert "1966-09-07" == root.find(".//e:unitdate", NAMES).get("normal")
    assert re.match(r"[0-9.]+\s+.+", extent.text)
    assert "eng" == language.get("langcode")
    assert ("eng", "Latn") == (aid.get("langcode"), aid.get("scriptcode"))
