"""Tells formats that are markup by their root element."""

import re
from typing import Final

from tei_encoder.readers.likeness import Likeness

#: what may stand before the root element (XML 1.0, 2.8), a document type included
_PROLOG: Final = re.compile(
    r"\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE\b[^\[>]*(?:\[.*?\]\s*)?>",
    re.DOTALL | re.IGNORECASE,
)
_HTML_TYPE: Final = re.compile(r"<!DOCTYPE\s+html\b", re.IGNORECASE)
_ROOT: Final = re.compile(r"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)(?=[\s/>])")
#: classes and names that hOCR 1.2 prescribes
_HOCR: Final = re.compile(r"""class=["']ocr_page["']|name=["']ocr-system["']""")

#: root elements: the format, and what such files are
_ROOTS: Final = {
    "TEI": Likeness("tei", "a TEI file"),
    "TEI.2": Likeness("tei", "a TEI P4 file"),
    "teiCorpus": Likeness("tei", "a TEI corpus"),
    "alto": Likeness("alto", "an ALTO file"),
    "PcGts": Likeness("page", "a PAGE XML file"),
}
_REMEDY: Final = "name its format with --from, or save it as plain text"


def markup_likeness(text: str) -> Likeness | None:
    """Say what the file that begins with `text` is; None where it is no markup."""
    if not text.lstrip().startswith("<"):
        return None
    is_xml = text.lstrip().startswith("<?xml")
    root = _root(text)
    if root.lower() in {"html", "head", "body"} or _HTML_TYPE.match(text.lstrip()):
        is_hocr = _HOCR.search(text)
        return Likeness("hocr", "hOCR") if is_hocr else Likeness("html", "a web page")
    if root in _ROOTS:
        return _ROOTS[root]
    if root == "document" and "opendocument.text" in text:
        return Likeness("odt", "a flat OpenDocument text")
    if is_xml:
        return Likeness("", f"an XML file with the root element <{root}>", _REMEDY)
    return None


def _root(text: str) -> str:
    """Give the local name of the root element; empty where there is none."""
    place = 0
    while found := _PROLOG.match(text, place):
        place = found.end()
    root = _ROOT.match(text, place)
    return root[1] if root else ""
