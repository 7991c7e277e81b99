"""The rules of DSpace's Simple Archive Format, and its default registry as data."""

import re
from collections.abc import Callable, Mapping

from lxml import etree

from tei_encoder.model.holding import Holding

Make = Callable[..., Mapping[str, bytes]]

#: fields of schema `dc` that a new DSpace knows (its dublin-core-types registry)
REGISTRY = {
    "contributor": {"", "advisor", "author", "editor", "illustrator", "other"},
    "coverage": {"spatial", "temporal"},
    "creator": {""},
    "date": {
        "",
        "accessioned",
        "available",
        "copyright",
        "created",
        "issued",
        "submitted",
    },
    "description": {
        "",
        "abstract",
        "provenance",
        "sponsorship",
        "statementofresponsibility",
        "tableofcontents",
        "uri",
    },
    "format": {"", "extent", "medium", "mimetype"},
    "identifier": {
        "",
        "citation",
        "doi",
        "govdoc",
        "isbn",
        "ismn",
        "issn",
        "other",
        "sici",
        "uri",
    },
    "language": {"", "iso"},
    "provenance": {""},
    "publisher": {""},
    "relation": {
        "",
        "haspart",
        "hasversion",
        "isbasedon",
        "isformatof",
        "ispartof",
        "ispartofseries",
        "isreferencedby",
        "isreplacedby",
        "isversionof",
        "references",
        "replaces",
        "requires",
        "uri",
    },
    "rights": {"", "license", "uri"},
    "source": {"", "uri"},
    "subject": {"", "classification", "ddc", "lcc", "lcsh", "mesh", "other"},
    "title": {"", "alternative"},
    "type": {""},
}
#: a file name, then options, each behind a real tab
CONTENTS = re.compile(
    r"[a-z0-9.-]+(\t(bundle:[A-Z]+|description:[^\t\n]+|primary:true"
    r"|permissions:-[rw] '[^\t\n']+'))*\n"
)
#: the default submission form wants these
REQUIRED = {("title", "none"), ("date", "issued"), ("type", "none")}


def test_fields_are_registered(
    hold: Callable[[bytes], Holding], make: Make, seed_tei: bytes
) -> None:
    """Each field of a rich record is one that DSpace knows, with a value."""
    rich = seed_tei.replace(
        b"</titleStmt>",
        b"<title type='alt'>Also</title><editor>E. Ditor</editor></titleStmt>",
    )
    files = make("dspace-saf", hold(rich))
    root = etree.fromstring(files["record/dublin_core.xml"])
    fields = {(value.get("element"), value.get("qualifier")) for value in root}

    assert "dc" == root.get("schema")
    assert REQUIRED <= fields
    assert {("contributor", "editor"), ("title", "alternative")} <= fields
    for element, qualifier in fields:
        assert qualifier.replace("none", "") in REGISTRY[element]
    assert all(value.text and value.text == value.text.strip() for value in root)


def test_contents_and_collection(
    hold: Callable[[bytes], Holding], make: Make, seed_tei: bytes
) -> None:
    """`contents` names the file with real tabs; `collections` holds the handle."""
    files = make("dspace-saf", hold(seed_tei))
    contents = files["record/contents"].decode()

    assert CONTENTS.fullmatch(contents)
    assert f"record/{contents.split(chr(9))[0]}" in files
    assert b"123456789/2\n" == files["record/collections"]
