"""The certificate on the encodings made by hand, and on damaged copies of them."""

import os
import random
from pathlib import Path

import pytest
from lxml import etree

from tei_encoder.model.diagnostic import Severity
from tei_encoder.tei.owners import Owner, owners_of
from tei_encoder.validate import certify, verify

SHARED = os.environ.get("TEI_ENCODER_SHARED")
pytestmark = pytest.mark.skipif(
    not SHARED, reason="TEI_ENCODER_SHARED names no folder of shared material"
)
MODES = ("u", "sp")


def seed() -> bytes:
    """Read the source text."""
    (path,) = (Path(SHARED or "") / "seeds").glob("*.txt")
    return path.read_bytes()


def reference(mode: str) -> bytes:
    """Read an encoding made by hand."""
    return (Path(SHARED or "") / "reference" / f"reference-{mode}.xml").read_bytes()


@pytest.mark.parametrize("mode", MODES)
def test_reference_is_verified(mode: str) -> None:
    """Both encodings hold the whole source, in 85 owners, and its digest."""
    assert verify(reference(mode), seed()) == ()
    assert len(owners_of(etree.fromstring(reference(mode)))) == 85


def test_another_text_is_noticed() -> None:
    """The digest tells another text even where only white space differs."""
    findings = verify(reference("u"), seed() + b"\n")
    assert [d.rule.name for d in findings] == ["other-source"]


@pytest.mark.parametrize("damage", ["drop", "add", "swap"])
@pytest.mark.parametrize("mode", MODES)
def test_damage_is_detected(mode: str, damage: str) -> None:
    """A character lost, added or moved anywhere in any owner is detected."""
    text = seed().decode()
    root = etree.fromstring(reference(mode))
    chance = random.Random(f"{mode} {damage}")  # noqa: S311 - a test, not a secret
    for owner in owners_of(root):
        node, words = _some_text(owner, chance)
        at = chance.randrange(len(words))
        node.text = _damaged(words, at, damage)
        if node.text.split() != words.split():
            found = certify(root, text)
            assert any(d.severity is Severity.ERROR for d in found), (words, node.text)
        node.text = words
    assert certify(root, text) == ()


def _some_text(owner: Owner, chance: random.Random) -> tuple[etree._Element, str]:
    """Choose an element inside the owner whose text counts."""
    skipped = {"corr", "supplied"}
    nodes = [
        node
        for node in owner.element.iter("{*}*")
        if node.text and etree.QName(node).localname not in skipped
    ]
    node = chance.choice(nodes)
    return node, node.text or ""


def _damaged(words: str, at: int, damage: str) -> str:
    match damage:
        case "drop":
            return words[:at] + words[at + 1 :]
        case "add":
            return words[:at] + "x" + words[at:]
        case _:
            return words[at:] + words[:at]
