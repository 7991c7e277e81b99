"""Decoding of real files: the hand-made encodings, and other people's TEI."""

import os
from pathlib import Path

import pytest
from lxml import etree

from tei_encoder.decode import Decoded, decode
from tei_encoder.model.block import Kind
from tei_encoder.tei.document import parse
from tei_encoder.tei.names import tei

SHARED = os.environ.get("TEI_ENCODER_SHARED")
pytestmark = pytest.mark.skipif(
    not SHARED, reason="TEI_ENCODER_SHARED names no folder of shared material"
)


def shared(*steps: str) -> Path:
    """Give a path in the shared folder."""
    return Path(SHARED or "").joinpath(*steps)


def reference(mode: str) -> Decoded:
    """Decode an encoding made by hand."""
    path = shared("reference", f"reference-{mode}.xml")
    return decode(parse(path.read_bytes(), path.name)).value


def test_modes_are_equal() -> None:
    """Both modes give the same description, entities, turns and passages."""
    assert reference("u") == reference("sp")


def test_words_are_those_of_the_source() -> None:
    """Each passage of the body has the words of its ranges, line ends apart."""
    (source,) = shared("seeds").glob("*.txt")
    text = source.read_text(encoding="utf-8")
    decoded = reference("u")
    passages = [p for turn in decoded.utterances for p in turn.content]
    assert (len(decoded.utterances), len(passages)) == (18, 49)
    others = [p for p in decoded.parts if getattr(p, "kind", None) is not None]
    for passage in (*passages, *others):
        words = "".join(span.of(text) for span in passage.spans)
        assert passage.text.split() == words.split()
    assert {p.kind for p in passages} == {Kind.TURN, Kind.TURN_CONTINUATION}


def test_any_document_is_read() -> None:
    """Every real document is read, and every u and sp of its text is found."""
    for path in sorted(shared("tei", "docs").glob("*.xml")):
        root = parse(path.read_bytes(), path.name)
        outer = [e for e in root.iter(tei("u"), tei("sp")) if _outermost(e)]
        turns = decode(root).value.utterances
        assert len(turns) >= len(outer), path.name


def _outermost(element: etree._Element) -> bool:
    holders = {tei("u"), tei("sp"), tei("egXML"), tei("quote"), tei("p"), tei("note")}
    return not any(
        a.tag in holders or "header" in str(a.tag).lower()
        for a in element.iterancestors()
    )
