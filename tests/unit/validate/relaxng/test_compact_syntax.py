"""Schemas in the compact syntax."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tei_encoder.validate.relaxng import SchemaError, load_schema

if TYPE_CHECKING:
    from pathlib import Path

LETTER = r"""
# a comment
default namespace = "urn:letters"
namespace n = "urn:notes"
datatypes d = "http://www.w3.org/2001/XMLSchema-datatypes"

[ n:about [ "an annotation" ] ]
start = letter
div {
  ## documentation
  letter = element letter {
    attribute written { xsd:date | d:gYear },
    attribute state { "draft" | string "sent " ~ "off" }?,
    head, (paragraph | note)+, \list?
  }
  head |= element head { text }
  head |= element title { xsd:string { maxLength = "3" } - "no" }
}
n:annotation [ n:more [] ]
paragraph = element paragraph { mixed { (element n:name { text } & sign?) } }
sign = element sign { empty }
note = element * - (letter | head | title | paragraph | n:*) { attribute * { text }* }
\list = element list { list { xsd:integer+, token "end" } } >> n:after [ "x" ]
"""
HEAD = '<letter xmlns="urn:letters" written="1960">'


RIGHT = (
    f"{HEAD}<head/><paragraph>p<n:name xmlns:n='urn:notes'/></paragraph></letter>",
    f"{HEAD}<title>abc</title><memo to='me'/></letter>",
    f"{HEAD}<head/><memo/><list>1 2 end</list></letter>",
    "<letter xmlns='urn:letters' written='1960' state='draft'><head/><memo/></letter>",
)
WRONG = (
    f"{HEAD}<title>abcd</title><memo/></letter>",
    f"{HEAD}<title>no</title><memo/></letter>",
    f"{HEAD}<head/><memo/><list>end</list></letter>",
    f"{HEAD}<head/><x:memo xmlns:x='urn:notes'/></letter>",
    f"{HEAD}<head/></letter>",
    "<letter written='1960'><head/><memo/></letter>",
    "<letter xmlns='urn:letters' written='1960-02-30'><head/><memo/></letter>",
)


def test_meaning(tmp_path: Path) -> None:
    """Every construct of the compact syntax means what its XML would."""
    path = tmp_path / "letter.rnc"
    path.write_text(LETTER, encoding="utf-8")
    schema = load_schema(path)
    schema.check()
    for text in RIGHT:
        assert schema.validate(etree.fromstring(text)) == (), text
    for text in WRONG:
        assert schema.validate(etree.fromstring(text)) != (), text


def test_files_include_one_another(tmp_path: Path) -> None:
    """A schema in either syntax may be included and overridden from the compact one."""
    (tmp_path / "main.rnc").write_text(
        'default namespace = "urn:x"\n'
        'include "inner.rnc" { leaf = element b { grammar { start = parent other } }'
        " }\n"
        'other = external "other.rng"',
        encoding="utf-8",
    )
    (tmp_path / "inner.rnc").write_text(
        "start = element a { leaf }\nleaf = empty\n", encoding="utf-8"
    )
    (tmp_path / "other.rng").write_text(
        '<element name="c" xmlns="http://relaxng.org/ns/structure/1.0"><empty/>'
        "</element>",
        encoding="utf-8",
    )
    schema = load_schema(tmp_path / "main.rnc")
    schema.check()
    root = etree.fromstring('<a xmlns="urn:x"><b><c/></b></a>')
    assert schema.validate(root) == ()
    assert schema.validate(etree.fromstring('<a xmlns="urn:x"/>')) != ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("element a {\n empty", 2),
        ("element a { text | empty & text }", 1),
        ("start =\n\n element p:a { empty }", 3),
        ("element a { xsb:date }", 1),
        ("start = element a { b }\n", 1),
        ("element a { § }", 1),
        ("element a {\n" + "(" * 500, 2),
        ("start = " + "div { " * 500, 1),
    ],
)
def test_wrong_syntax_is_refused_with_its_place(
    tmp_path: Path, text: str, line: int
) -> None:
    """What is not the compact syntax gives an error with file and line."""
    path = tmp_path / "wrong.rnc"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SchemaError) as caught:
        load_schema(path).check()
    assert f"{path}:{line}" == caught.value.place
