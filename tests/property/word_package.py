"""Packages of WordprocessingML written by hand (several kinds of tests use them)."""

from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

_OFFICE = "http://schemas.openxmlformats.org"
_NAMES = {
    "w": f"{_OFFICE}/wordprocessingml/2006/main",
    "r": f"{_OFFICE}/officeDocument/2006/relationships",
    "a": f"{_OFFICE}/drawingml/2006/main",
    "wp": f"{_OFFICE}/drawingml/2006/wordprocessingDrawing",
    "m": f"{_OFFICE}/officeDocument/2006/math",
    "mc": f"{_OFFICE}/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
_STRICT = {
    "w": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "r": "http://purl.oclc.org/ooxml/officeDocument/relationships",
    "a": "http://purl.oclc.org/ooxml/drawingml/main",
    "wp": "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
    "m": "http://purl.oclc.org/ooxml/officeDocument/math",
}
_RELATIONS = f"{_OFFICE}/package/2006/relationships"
_PARTS = ("styles", "numbering", "settings", "footnotes", "endnotes", "comments")


def run(words: str, properties: str = "") -> str:
    """Write a run."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def paragraph(words: str, properties: str = "") -> str:
    """Write a paragraph of one run."""
    look = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{look}{run(words)}</w:p>"


def body(content: str, root: str, *, strict: bool = False) -> str:
    """Write a part around its content."""
    names = _NAMES | (_STRICT if strict else {})
    declared = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in names.items())
    return f"<w:{root} {declared}>{content}</w:{root}>"


def package(  # noqa: PLR0913 - a package has many parts
    content: str,
    *,
    relations: str = "",
    strict: bool = False,
    name: str = "document.xml",
    prolog: str = "",
    stored: bool = False,
    members: Mapping[str, bytes] | None = None,
    **parts: str,
) -> bytes:
    """Pack a body, and other parts by name; `headerN` and the like come whole."""
    inner = f"<w:body>{content}</w:body>"
    made = {f"word/{name}": prolog + body(inner, "document", strict=strict)}
    for part, text in parts.items():
        made[f"word/{part}.xml"] = text if part not in _PARTS else body(text, part)
    known = "".join(
        f'<Relationship Id="rId{part}" Type="{_NAMES["r"]}/{part}" '
        f'Target="{part}.xml"/>'
        for part in parts
        if part in _PARTS
    )
    made["word/_rels/document.xml.rels"] = _relations(known + relations)
    start = '<Relationship Id="a" Type="{}" Target="word/document.xml"/>'
    made["_rels/.rels"] = _relations(start.format(f"{_NAMES['r']}/officeDocument"))
    made["[Content_Types].xml"] = _types(*parts)
    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED if stored else ZIP_DEFLATED) as archive:
        for member, text in made.items():
            archive.writestr(member, text.encode())
        for member, data in (members or {}).items():
            archive.writestr(member, data)
    return out.getvalue()


def _relations(content: str) -> str:
    return f'<Relationships xmlns="{_RELATIONS}">{content}</Relationships>'


def _types(*parts: str) -> str:
    """Say what each part is (ECMA-376, part 2, 7.2.3)."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    known = {"document": "document.main"} | {p: p.rstrip("0123456789") for p in parts}
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{kind}.{name}+xml"/>'
        for part, name in known.items()
    )
    return (
        f'<Types xmlns="{_OFFICE}/package/2006/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
