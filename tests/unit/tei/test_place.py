"""Where a node stands in its file, in numbers and in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tei_encoder.tei.place import Paths, line_of, place_of, xpath_of

TREE = etree.fromstring(
    "<TEI xmlns:x='urn:x'>\n<a/><b/><a><x:c/><!--n--><?p?></a>\n<b><c/><c/></b></TEI>"
)


@pytest.mark.parametrize(
    ("find", "path"),
    [
        (".", "/TEI"),
        ("a[1]", "/TEI/a[1]"),
        ("a[2]", "/TEI/a[2]"),
        ("a[2]/{urn:x}c", "/TEI/a[2]/x:c"),
        ("b[2]/c[2]", "/TEI/b[2]/c[2]"),
    ],
)
def test_paths_number_like_siblings(find: str, path: str) -> None:
    """One alone has no number; names are as written."""
    element = TREE.find(find)
    assert element is not None
    assert xpath_of(element) == path


def test_nodes_that_are_no_elements() -> None:
    """A comment stands in its parent."""
    (comment,) = TREE.iter(etree.Comment)
    assert xpath_of(comment) == "/TEI/a[2]/node()"


def test_place_has_the_line() -> None:
    """Lines count from 1; a tree that was never in a file has none."""
    element = TREE.find("b[2]")
    assert element is not None
    assert (place_of(element).line, place_of(element).xpath) == (3, "/TEI/b[2]")
    assert line_of(etree.Element("a")) == 0


@given(st.recursive(st.just([]), lambda inner: st.lists(inner, max_size=4)))
def test_paths_lead_back(shape: list[object]) -> None:
    """Each path finds its own element, and none is that of another."""
    root = etree.Element("a")
    waiting = [(root, shape)]
    while waiting:
        parent, inner = waiting.pop()
        for number, part in enumerate(inner):
            assert isinstance(part, list)
            waiting.append((etree.SubElement(parent, "ab"[number % 2]), part))
    paths = Paths()
    elements = list(root.iter())
    assert [root.xpath(paths.of(element)) for element in elements] == [
        [element] for element in elements
    ]
