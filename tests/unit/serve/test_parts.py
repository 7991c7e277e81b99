"""Small parts of the server: names of sets, paths, changing files."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from shelf import Shelf

from tei_encoder.serve.dts.citation import trees_of, units_of
from tei_encoder.serve.dts.paths import prefixed, select, words_of
from tei_encoder.serve.library import ChangedError
from tei_encoder.serve.sets import SPEC, spec_of

TEI = "http://www.tei-c.org/ns/1.0"


@pytest.mark.parametrize(
    ("name", "spec"),
    [
        ("Minutes", "minutes"),
        ("MPP  Korese", "mpp-korese"),
        ("A.B.", "a-b-[0-9a-f]{6}"),
        ("Фонд 5", "u0444-.*-[0-9a-f]{6}"),
        ("...", "set-[0-9a-f]{6}"),
        ("x" * 300, "x{64}-[0-9a-f]{6}"),
    ],
)
def test_names_of_sets(name: str, spec: str) -> None:
    """A plain name is readable; others are told apart by digits."""
    assert re.fullmatch(spec, spec_of(name))


@given(st.text(min_size=1), st.text(min_size=1))
def test_sets_are_told_apart(one: str, other: str) -> None:
    """Every name has a spec; two names share it only up to case and spaces."""
    assert SPEC.fullmatch(spec_of(one))
    if spec_of(one) == spec_of(other):
        assert one.lower().split() == other.lower().split()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/TEI/text/body//u", "/tei:TEI/tei:text/tei:body//tei:u"),
        ("@xml:id", "@xml:id"),
        ("@n", "@n"),
        ("attribute::n", "attribute::n"),
        ("head", "tei:head"),
        ("child::head/@n", "child::tei:head/@n"),
        ("position()", "position()"),
        ("div[@type='div and p']", "tei:div[@type='div and p']"),
        ("p[not(parent::note) and head]", "tei:p[not(parent::tei:note) and tei:head]"),
        ("and | or", "tei:and | tei:or"),
        ("p[position() mod 2 = 1]", "tei:p[position() mod 2 = 1]"),
        ("tei:p/*", "tei:p/*"),
        ("ancestor-or-self::div", "ancestor-or-self::tei:div"),
        ("concat(@n, ' ', div)", "concat(@n, ' ', tei:div)"),
        ("text()", "text()"),
    ],
)
def test_names_without_prefix_are_of_tei(path: str, expected: str) -> None:
    """Elements get the prefix; attributes, functions, axes and operators do not."""
    assert expected == prefixed(path)


def test_paths_beyond_xpath_1() -> None:
    """What is no XPath 1.0 finds nothing; values become words."""
    root = etree.fromstring(f"<div xmlns='{TEI}' n=' 1 '><p>a\n  b</p></div>")

    assert [] == select(root, "for $x in p return $x")
    assert [] == select(root, "p[")
    assert ["a b"] == [words_of(found) for found in select(root, "p")]
    assert ["1", "1"] == [
        words_of(f) for p in ("@n", "count(p)") for f in select(root, p)
    ]


def test_two_kinds_of_unit_and_one_reference() -> None:
    """Units stand in the order of the document; the first has a reference."""
    root = etree.fromstring(
        f"<TEI xmlns='{TEI}'><teiHeader><encodingDesc><refsDecl n='x'/>"
        "<refsDecl n='other'><citeStructure unit='p' match='//p' use='@n'/></refsDecl>"
        "<refsDecl default='true' n='main'>"
        "<citeStructure unit='b' match='//b' use='@n'/>"
        "<citeStructure unit='a' match='//a' use='@n'/><citeStructure unit='c'/>"
        "</refsDecl></encodingDesc></teiHeader><text><a n='1'/><b n='2'/><a/><b n='1'/>"
        "<a n='3'/></text></TEI>"
    )
    main, other = trees_of(root)
    found = units_of(root, main)

    assert (None, "other") == (main.name, other.name)
    assert [("1", "a"), ("2", "b"), ("3", "a")] == [
        (unit.ref, unit.structure.unit) for unit in found
    ]
    assert () == units_of(root, other)


def test_a_file_that_never_rests(shelf: Shelf) -> None:
    """A folder that changes all the time is given up after some tries."""
    shelf.put("a")
    shelf.library.survey()
    tries: list[int] = []

    def ask() -> None:
        tries.append(1)
        raise ChangedError

    with pytest.raises(ChangedError):
        shelf.library.answer(ask)
    assert 3 == len(tries)


def test_a_file_that_changes_is_read_anew(shelf: Shelf) -> None:
    """What the register says no longer holds: the folder is looked through again."""
    shelf.put("a")
    shelf.library.survey()
    before = shelf.register.item("a")
    shelf.put("a", title="Changed", seconds=1_800_000_000)

    with pytest.raises(ChangedError):
        shelf.library.read(before)
    query = "verb=GetRecord&identifier=oai:localhost:a&metadataPrefix=oai_dc"
    assert b"Changed" in shelf.ask(query)
