"""Canonical XML: what is the same, and where two documents part."""

import pytest
from lxml import etree

from tei_encoder.errors import ReadError
from tei_encoder.push.canonical import canonical_digest, first_difference
from tei_encoder.validate.reading import read_tree


def tree(text: str) -> etree._Element:
    """Parse a document."""
    return read_tree(text.encode(), "test")


@pytest.mark.parametrize(
    "other",
    [
        "<?xml version='1.0'?><a b='1' c='2'>x<d/></a>",
        '<a  c="2" b="1" >x<d></d></a>\n',
        "<!DOCTYPE a><a b='1' c='2'>&#x78;<d/></a>",
    ],
)
def test_same(other: str) -> None:
    """Quoting, order of attributes, declarations and references do not count."""
    one = tree('<a b="1" c="2">x<d/></a>')

    assert canonical_digest(one) == canonical_digest(tree(other))


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ("<a>are<hi>very</hi> well</a>", "'are ' was sent, 'are' came back, in <a>"),
        ("<a>are <hi>very</hi>well</a>", "after <hi> at /a/hi, line 1"),
        ("<a>are <hi>vary</hi> well</a>", "'very' was sent, 'vary' came back, in <hi>"),
        ("<a>are <hi n='1'>very</hi> well</a>", "@n None was sent, '1' came back,"),
        ("<a>are <b>very</b> well</a>", "<hi> was sent, <b> came back, at /a/hi"),
        ("<a>are <hi>very</hi> well<b/></a>", "<b> was not sent at /a/b"),
        ("<a>are </a>", "<hi> is missing at /a/hi"),
        ("<!--c--><a>are <hi>very</hi> well</a>", "outside of the root element"),
    ],
)
def test_first_difference(other: str, said: str) -> None:
    """The first place where two documents part is told, with both versions."""
    one, two = tree("<a>are <hi>very</hi> well</a>"), tree(other)

    assert canonical_digest(one) != canonical_digest(two)
    assert said in first_difference(one, two)


def test_long_texts_are_cut() -> None:
    """Of long texts the surroundings of the first difference are shown."""
    one, two = tree(f"<a>{'x' * 99}y</a>"), tree(f"<a>{'x' * 99}z{'x' * 99}</a>")
    said = first_difference(one, two)

    assert f"'…{'x' * 20}y' was sent, '…{'x' * 20}z{'x' * 19}…' came back" in said


def test_no_canonical_form() -> None:
    """A relative namespace has no canonical form, which is told."""
    with pytest.raises(ReadError, match="no canonical form"):
        canonical_digest(tree('<a xmlns="relative"/>'))
