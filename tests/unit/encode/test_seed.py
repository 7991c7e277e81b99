"""The real seed, from bytes to TEI: what a person reached by hand, in both modes."""

from pathlib import Path

import pytest
from lxml import etree

from tei_encoder import annotate, assemble, load_profile, read, segment
from tei_encoder.encode import encode
from tei_encoder.model.source import Source
from tei_encoder.stages import Settings, Speech
from tei_encoder.tei.document import parse, write
from tei_encoder.tei.names import PREFIXES, XML_ID
from tei_encoder.validate import certify

SEED = Path(__file__).parents[3] / "seeds" / "hoxha-baek-1966-09-07.txt"


def encoded(speech: Speech) -> tuple[Source, etree._Element]:
    """Read, parse, annotate and encode the seed."""
    source = read(SEED.read_bytes(), SEED.name).value
    settings = Settings(load_profile("wilson_center"), speech=speech, record_id="seed")
    blocks = segment.segment(source, settings).value
    (record,) = assemble.assemble(source, blocks, settings).value
    record = annotate.annotate(source, record, settings).value
    return source, parse(write(encode(source, record, settings).value), "seed.xml")


@pytest.fixture(scope="module")
def u() -> tuple[Source, etree._Element]:
    """Give the seed as utterances."""
    return encoded(Speech.U)


@pytest.fixture(scope="module")
def sp() -> tuple[Source, etree._Element]:
    """Give the seed as performance text."""
    return encoded(Speech.SP)


def found(root: etree._Element, path: str) -> list[etree._Element]:
    """Find elements by an XPath with `tei:`."""
    return list(root.xpath(path, namespaces=PREFIXES))


@pytest.mark.parametrize(
    ("path", "number"),
    [
        ("//tei:u", 18),
        ("//tei:u/tei:seg", 49),
        ("//tei:note[@type='speaker']", 18),
        ("//tei:particDesc//tei:person[@role='speaker']", 2),
        ("//tei:particDesc//tei:person[@role='present']", 1),
        ("//tei:note[@type='setting']", 1),
        ("//tei:body//tei:note[@type='editorial']", 2),
        ("//tei:gap[@reason='obfuscated']", 1),
        ("//tei:closer/*", 5),
        ("//tei:msDesc", 1),
        ("//tei:availability[@status='restricted'][not(tei:licence)]/tei:p", 2),
        ("//tei:bibl/tei:note[@subtype='page-label']", 3),
    ],
)
def test_parts(u: tuple[Source, etree._Element], path: str, number: int) -> None:
    """The file has as many of each as the encoding by hand."""
    assert number == len(found(u[1], path))


def test_every_block_owns_its_words(u: tuple[Source, etree._Element]) -> None:
    """Nothing is lost and nothing claimed twice."""
    source, root = u

    assert () == certify(root, source.text)


def test_modes_are_parallel(
    u: tuple[Source, etree._Element], sp: tuple[Source, etree._Element]
) -> None:
    """Utterances and speeches have the same numbers, speakers and ranges."""
    (_, first), (_, second) = u, sp

    assert [
        (e.get(XML_ID, "").replace(".u", ".sp"), e.get("who"))
        for e in found(first, "//tei:u")
    ] == [(e.get(XML_ID), e.get("who")) for e in found(second, "//tei:sp")]
    assert [e.get("source") for e in found(first, "//tei:u/tei:seg")] == [
        e.get("source") for e in found(second, "//tei:sp/tei:p")
    ]


def test_two_runs_give_the_same_bytes(u: tuple[Source, etree._Element]) -> None:
    """Nothing in the file depends on anything but its inputs."""
    assert etree.tostring(u[1]) == etree.tostring(encoded(Speech.U)[1])
