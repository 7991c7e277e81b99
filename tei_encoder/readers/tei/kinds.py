"""How the elements of TEI stand in a text: apart, in a line, or not at all."""

from collections.abc import Collection
from typing import Final

from lxml import etree

from tei_encoder.tei.names import TEI, local_name
from tei_encoder.tei.text import is_element, plain_text

#: no part of the text: metadata, pictures of the source, annotation kept apart
SILENT: Final = frozenset(
    {
        "certainty", "facsimile", "fsdDecl", "include", "index", "interp", "interpGrp",
        "join", "joinGrp", "link", "linkGrp", "listAnnotation", "precision", "respons",
        "sourceDoc", "span", "spanGrp", "standOff", "teiHeader", "timeline",
    }
)  # fmt: skip

#: paragraphs of their own
BLOCKS: Final = frozenset(
    {
        "ab", "argument", "byline", "castGroup", "castList", "closer", "dateline",
        "div", "div1", "div2", "div3", "div4", "div5", "div6", "div7", "docAuthor",
        "docDate", "docEdition", "docImprint", "docTitle", "epigraph", "epilogue",
        "entry", "entryFree", "figure", "floatingText", "front", "body", "back",
        "group", "head", "imprimatur", "lg", "list", "listBibl", "listEvent",
        "listNym", "listOrg", "listPerson", "listPlace", "listRelation", "listWit",
        "moduleSpec", "opener", "p", "performance", "postscript", "prologue",
        "salute", "set", "signed", "sp", "spGrp", "speaker", "table", "TEI", "text",
        "titlePage", "titlePart", "trailer", "u",
    }
)  # fmt: skip

#: lines of their own
LINES: Final = frozenset(
    {"actor", "addrLine", "castItem", "eg", "egXML", "item", "l", "row"}
)
#: what stands apart among paragraphs and turns, and in the line elsewhere
EITHER: Final = frozenset(
    {
        "bibl", "cit", "event", "fw", "gloss", "incident", "kinesic", "label", "note",
        "q", "quote", "said", "seg", "stage", "vocal", "writing",
    }
)  # fmt: skip
#: what happened while somebody spoke (Guidelines, 8.3.3)
HAPPENED: Final = frozenset({"incident", "kinesic", "vocal"})
_ANCHORED: Final = frozenset({*HAPPENED, "note"})
_AROUND: Final = BLOCKS - {
    "ab", "byline", "dateline", "docDate", "head", "l", "p", "salute", "signed",
    "speaker", "titlePart", "trailer",
}  # fmt: skip
_KEPT: Final = ("sic", "orig", "abbr")
_BRACKETS: Final = ("[", "(", "⟨", "{")


def name_of(node: etree._Element) -> str:
    """Give the name of a TEI element; empty for other nodes and namespaces."""
    tag = node.tag
    if _is_inclusion(node):
        return "include"
    is_tei = str(tag).startswith((f"{{{TEI}}}", "{}")) or "{" not in str(tag)
    return local_name(tag) if is_tei else ""


def mixed_content(root: etree._Element) -> frozenset[etree._Element]:
    """Give the elements that hold words beside their children."""
    mixed = set()
    for node in root.iter():
        if is_element(node) and (node.text or "").strip():
            mixed.add(node)
        parent = node.getparent()
        if parent is not None and (node.tail or "").strip():
            mixed.add(parent)
    return frozenset(mixed)


def separator(node: etree._Element, mixed: Collection[etree._Element]) -> str:
    """Give what parts an element from what stands before and after it, if anything.

    `mixed` are the elements that hold words beside their children.
    """
    name = name_of(node)
    if name in BLOCKS or (name in EITHER and _stands_apart(node, mixed)):
        return "\n\n"
    return "\n" if name in LINES else ""


def is_silent(node: etree._Element) -> bool:
    """Tell what gives no text: metadata, and other readings of a place."""
    return name_of(node) in SILENT or is_alternative(node)


def is_alternative(node: etree._Element) -> bool:
    """Tell a reading beside the one that the source has (3.5, 13.1)."""
    parent = node.getparent()
    within = name_of(parent) if parent is not None else ""
    if parent is None or within not in {"choice", "app"} or not is_element(node):
        return False
    readings = [child for child in parent if is_element(child)]
    if within == "app":
        kept = next((r for r in readings if name_of(r) == "lem"), readings[0])
    else:
        sources = (r for r in readings if name_of(r) in _KEPT)
        kept = next(sources, readings[0])
    return node is not kept


def is_anchored(node: etree._Element, mixed: Collection[etree._Element]) -> bool:
    """Tell a note that stands in a line, but is printed elsewhere.

    So do descriptions of what happened meanwhile: nobody says them.
    One whose words begin with a bracket is printed where it stands.
    """
    if name_of(node) not in _ANCHORED or _stands_apart(node, mixed):
        return False
    inline = node.get("place") == "inline" or node.get("type") == "speaker"
    return not inline and not plain_text(node).lstrip().startswith(_BRACKETS)


def _stands_apart(node: etree._Element, mixed: Collection[etree._Element]) -> bool:
    """Tell whether an element stands among paragraphs: no words beside it."""
    parent = node.getparent()
    return parent is not None and parent not in mixed and name_of(parent) in _AROUND


def _is_inclusion(node: etree._Element) -> bool:
    return node.tag == "{http://www.w3.org/2001/XInclude}include"
