"""Our MODS under the schema of the Library of Congress, hard cases included."""

from collections.abc import Callable, Mapping

from lxml import etree

from tei_encoder.export.mods import MODS
from tei_encoder.model.holding import Holding

Make = Callable[..., Mapping[str, bytes]]
NAMES = {"m": MODS}


def test_seed_is_valid(
    mods_schema: etree.XMLSchema,
    hold: Callable[[bytes], Holding],
    make: Make,
    seed_tei: bytes,
) -> None:
    """The record of the seed is valid; with a wrong word for a type it is not."""
    (data,) = make("mods", hold(seed_tei)).values()
    wrong = data.replace(b'encoding="w3cdtf"', b'encoding="american"')

    mods_schema.assertValid(etree.fromstring(data))
    assert wrong != data
    assert not mods_schema.validate(etree.fromstring(wrong))


def test_what_catalogues_read(
    hold: Callable[[bytes], Holding], make: Make, seed_tei: bytes
) -> None:
    """Title, key date, language, roles and place of the original are where they go."""
    (data,) = make("mods", hold(seed_tei)).values()
    root = etree.fromstring(data)
    roles = {
        name.findtext("m:namePart", None, NAMES): name.findtext(
            "m:role/m:roleTerm", None, NAMES
        )
        for name in root.findall("m:name", NAMES)
    }
    (key,) = root.findall(".//m:*[@keyDate='yes']", NAMES)

    assert 1 == len(root.findall("m:titleInfo", NAMES))
    assert ("1966-09-07", "w3cdtf") == (key.text, key.get("encoding"))
    assert ["eng"] == [e.text for e in root.findall("m:language/m:languageTerm", NAMES)]
    assert ("trc", "spk") == (roles["Haxhi Kroi"], roles["Enver Hoxha"])
    assert "AQPPSH" == root.findtext("m:location/m:physicalLocation", None, NAMES)
    assert "MPP Korese, D4, V. 1966" == root.findtext(".//m:shelfLocator", None, NAMES)
    assert "hoxha-baek-1966-09-07" == root.findtext(".//m:recordIdentifier", "", NAMES)
