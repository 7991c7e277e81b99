"""Loading schemas and validating with them."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tei_encoder.errors import TeiEncoderError
from tei_encoder.validate.relaxng import Schema, SchemaError, automaton, load_schema

if TYPE_CHECKING:
    from pathlib import Path

RELAX_NG = 'xmlns="http://relaxng.org/ns/structure/1.0"'
TREE = (
    f'<grammar {RELAX_NG}><start><ref name="a"/></start><define name="a">'
    '<element name="a"><optional><attribute name="n"/></optional>'
    '<zeroOrMore><ref name="a"/></zeroOrMore></element></define></grammar>'
)


def schema(folder: Path, text: str) -> Schema:
    """Write a schema into a folder and load it."""
    path = folder / "schema.rng"
    path.write_text(text, encoding="utf-8")
    return load_schema(path)


def test_valid_document_has_no_violations(tmp_path: Path) -> None:
    """A tree, its root and the path of its file are all accepted."""
    loaded = schema(tmp_path, TREE)
    document = tmp_path / "document.xml"
    document.write_text("<a><a/></a>", encoding="utf-8")
    tree = etree.parse(document)
    assert ((), (), (), ()) == (
        loaded.validate(tree),
        loaded.validate(tree.getroot()),
        loaded.validate(document),
        loaded.validate(str(document)),
    )


def test_violations_come_in_document_order(tmp_path: Path) -> None:
    """Every mistake is reported, with its line, first to last."""
    root = etree.fromstring('<a>\n<b/>\n<a m=""/>text\n</a>')
    violations = schema(tmp_path, TREE).validate(root)
    assert [
        ("unknown-element", 2),
        ("attribute-not-allowed", 3),
        ("text-not-allowed", 3),
    ] == [(each.kind.value, each.line) for each in violations]


def test_schema_travels_as_its_path(tmp_path: Path) -> None:
    """A pickled schema is loaded again at the other end."""
    loaded = schema(tmp_path, TREE)
    again: Schema = pickle.loads(pickle.dumps(loaded))  # noqa: S301 - our own bytes
    assert again.validate(etree.fromstring("<a/>")) == ()


def test_threads_share_a_schema(tmp_path: Path) -> None:
    """Many threads at once get the verdicts that one gets."""
    loaded = schema(tmp_path, TREE)
    texts = ["<a><a/></a>", "<a><b/></a>", '<a n=""/>', '<a m=""/>'] * 50
    with ThreadPoolExecutor(8) as pool:
        found = pool.map(
            lambda text: len(loaded.validate(etree.fromstring(text))), texts
        )
    assert [0, 1, 0, 1] * 50 == list(found)


def test_deep_documents_need_no_recursion(tmp_path: Path) -> None:
    """Elements nested far deeper than Python's stack are validated to the last."""
    root = etree.Element("a")
    inner = root
    for _ in range(20_000):
        inner = etree.SubElement(inner, "a")
    etree.SubElement(inner, "b")
    (violation,) = schema(tmp_path, TREE).validate(root)
    assert 'element "b" is unknown to the schema' == violation.message


def test_forgetting_changes_no_verdict(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With room for a single state, everything is found again and the same."""
    monkeypatch.setattr(automaton, "_MOST_STATES", 1)
    loaded = schema(tmp_path, TREE)
    root = etree.fromstring('<a n=""><a><b/></a><a m=""/><a n="x"/></a>')
    expected = ["unknown-element", "attribute-not-allowed"]
    assert expected == [each.kind.value for each in loaded.validate(root)]
    assert len(loaded._automaton._states) <= 2


def test_memory_of_states_is_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Documents that wander through ever new states do not pile them up."""
    names = [f"n{number}" for number in range(12)]
    optional = "".join(
        f'<optional><attribute name="{name}"/></optional>' for name in names
    )
    loaded = schema(tmp_path, f'<element name="a" {RELAX_NG}>{optional}</element>')
    monkeypatch.setattr(automaton, "_MOST_STATES", 100)
    for number in range(2**10):
        root = etree.Element("a")
        for place, name in enumerate(names):
            if number >> place & 1:
                root.set(name, "")
        assert loaded.validate(root) == ()
    assert len(loaded._automaton._states) <= 101


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("<element", 1, "not well-formed"),
        ("<a/>", 1, "not an element of RELAX NG"),
        (f'<element {RELAX_NG}\nname="a">\n<ref name="b"/></element>', 3, "outside"),
        (f'<grammar {RELAX_NG}>\n<start>\n<ref name="b"/></start></grammar>', 3, '"b"'),
        (f"<grammar {RELAX_NG}/>", 1, "start is missing"),
        (
            f'<element name="a" {RELAX_NG}>\n<text>\n</text><x:y/></element>',
            3,
            "not well-formed",
        ),
    ],
)
def test_wrong_schema_is_refused_with_its_place(
    tmp_path: Path, text: str, place: int, words: str
) -> None:
    """A schema that is wrong gives file, line and a sentence, no traceback."""
    with pytest.raises(SchemaError) as caught:
        schema(tmp_path, text).check()
    assert words in caught.value.message
    assert f"{tmp_path / 'schema.rng'}:{place}" == caught.value.place


def test_missing_schema_is_refused(tmp_path: Path) -> None:
    """A schema that is not there is an error of ours, which names it."""
    with pytest.raises(TeiEncoderError, match=r"missing\.rng"):
        load_schema(tmp_path / "missing.rng")


@pytest.mark.parametrize(
    "href", ["http://example.org/x.rng", "//host/x.rng", "file://host/x.rng"]
)
def test_nothing_is_fetched(tmp_path: Path, href: str) -> None:
    """What lies elsewhere than in the file system is refused, with a remedy."""
    text = f'<grammar {RELAX_NG}><include href="{href}"/></grammar>'
    with pytest.raises(SchemaError) as caught:
        schema(tmp_path, text)
    assert caught.value.remedy is not None
    assert "not a local file" in caught.value.message


def test_external_entities_are_not_read(tmp_path: Path) -> None:
    """An entity that points at a file gives nothing away."""
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    document = tmp_path / "document.xml"
    document.write_text(
        f'<!DOCTYPE a [<!ENTITY s SYSTEM "{secret}">]><a>&s;</a>', encoding="utf-8"
    )
    text = f'<element name="a" {RELAX_NG}><value>secret</value></element>'
    loaded = schema(tmp_path, text)
    try:
        violations = loaded.validate(document)
    except etree.XMLSyntaxError:
        return
    assert violations != ()


def test_overly_nested_patterns_are_refused(tmp_path: Path) -> None:
    """Patterns nested beyond all reason give an error, not a crash."""
    levels = 200
    inside = "<choice><element name='b'><empty/></element><group>" * levels
    text = (
        f'<element name="a" {RELAX_NG}>{inside}<text/>'
        f"{'</group></choice>' * levels}</element>"
    )
    with pytest.raises(SchemaError):
        schema(tmp_path, text).check()


def test_long_chains_of_definitions_are_followed(tmp_path: Path) -> None:
    """Thousands of definitions that only refer onward are no problem."""
    defines = "".join(
        f'<define name="d{number}"><ref name="d{number + 1}"/></define>'
        for number in range(5000)
    )
    text = (
        f'<grammar {RELAX_NG}><start><element name="a"><ref name="d0"/></element>'
        f'</start>{defines}<define name="d5000"><text/></define></grammar>'
    )
    loaded = schema(tmp_path, text)
    loaded.check()
    assert loaded.validate(etree.fromstring("<a>text</a>")) == ()


def test_including_without_end_is_refused(tmp_path: Path) -> None:
    """Files that include one another in a circle are named."""
    (tmp_path / "other.rng").write_text(
        f'<grammar {RELAX_NG}><include href="schema.rng"/></grammar>', encoding="utf-8"
    )
    text = f'<grammar {RELAX_NG}><include href="other.rng"/></grammar>'
    with pytest.raises(SchemaError, match="includes itself"):
        schema(tmp_path, text)
