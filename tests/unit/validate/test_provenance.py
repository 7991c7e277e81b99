"""Words of a converted file that its source does not vouch for."""

import pytest

from tei_encoder.tei.document import parse
from tei_encoder.validate.provenance import check_provenance

DECLARED = "<teiHeader><prefixDef ident='src'/></teiHeader>"


def paths(body: str, header: str = DECLARED) -> list[str]:
    """Give the paths of elements with unsourced words."""
    space = "xmlns='http://www.tei-c.org/ns/1.0'"
    data = f"<TEI {space}>{header}<text><body>{body}</body></text></TEI>"
    return [found.path for found in check_provenance(parse(data.encode(), "a.xml"))]


@pytest.mark.parametrize(
    "body",
    [
        "<p source='src:0,3'>One <hi>two</hi> three</p>\n ",
        "<u><seg source='src:0,3'>One</seg></u>",
        "<note resp='#editor'>Added.</note>",
        "<p><supplied>Added</supplied><!-- words --></p>",
    ],
)
def test_vouched(body: str) -> None:
    """Words of an owner, of an editor, and comments are in order."""
    assert paths(body) == []


def test_unsourced() -> None:
    """Added words are reported once for each element that holds them."""
    body = "<p>Added <hi>more</hi> words</p><u><seg source='src:0,1'>a</seg> b</u>"
    assert paths(body) == [
        "/TEI/text/body/p",
        "/TEI/text/body/p/hi",
        "/TEI/text/body/u",
    ]


def test_other_peoples_files() -> None:
    """A file that does not point into a source is none of this rule's business."""
    assert paths("<p>Words</p>", header="<teiHeader/>") == []
