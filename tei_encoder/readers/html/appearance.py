"""How an element looks: by its name, its attributes and its own style."""

import re
from typing import Final

from lxml import etree

from tei_encoder.model.layout import Style
from tei_encoder.readers.html.tree import local

#: elements that begin and end a paragraph (HTML, 15.3.3 and after)
BLOCKS: Final = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "frameset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "listing",
        "main",
        "menu",
        "nav",
        "ol",
        "optgroup",
        "option",
        "p",
        "plaintext",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "xmp",
    ]
)
_BY_NAME: Final = {
    "b": Style.BOLD, "strong": Style.BOLD, "th": Style.BOLD,
    "i": Style.ITALIC, "em": Style.ITALIC, "cite": Style.ITALIC, "dfn": Style.ITALIC,
    "var": Style.ITALIC, "address": Style.ITALIC,
    "u": Style.UNDERLINE, "ins": Style.UNDERLINE,
    "s": Style.STRIKE, "strike": Style.STRIKE, "del": Style.STRIKE,
    "sup": Style.SUPERSCRIPT, "sub": Style.SUBSCRIPT,
}  # fmt: skip
#: declarations of a style attribute: what they set, and what unsets it
_BY_RULE: Final = (
    (re.compile(r"font-weight:(bold|[6-9]00)"), "font-weight:", Style.BOLD),
    (re.compile(r"font-style:(italic|oblique)"), "font-style:", Style.ITALIC),
    (re.compile(r"text-decoration[\w-]*:[^;]*underline"), "", Style.UNDERLINE),
    (re.compile(r"text-decoration[\w-]*:[^;]*line-through"), "", Style.STRIKE),
    (re.compile(r"small-caps"), "font-variant:", Style.SMALL_CAPS),
    (re.compile(r"vertical-align:super"), "vertical-align:", Style.SUPERSCRIPT),
    (re.compile(r"vertical-align:sub"), "vertical-align:", Style.SUBSCRIPT),
)
_HIDDEN: Final = re.compile(r"display:none|visibility:(hidden|collapse)")
_INDENT: Final = re.compile(
    r"(?:margin-left|padding-left|margin-inline-start):(-?[\d.]+)(pt|px|em|rem|in|cm|mm)"
)
#: points in a unit (CSS Values 4, 6.2); an em as browsers begin, 16 pixels
_POINTS: Final = {
    "pt": 1.0, "px": 0.75, "em": 12.0, "rem": 12.0, "in": 72.0, "cm": 28.35, "mm": 2.835
}  # fmt: skip
#: the margin that browsers give a quotation (HTML, 15.3.3), 40 pixels
_QUOTED: Final = 30.0


def declarations(element: etree._Element) -> str:
    """Give the style attribute in lower case, without white space."""
    style = element.get("style")
    return "".join(style.lower().split()) if style else ""


def styles_of(element: etree._Element, given: frozenset[Style]) -> frozenset[Style]:
    """Give the styles inside an element, from those around it."""
    style = _BY_NAME.get(local(element))
    found = given | {style} if style else given
    css = declarations(element)
    for pattern, named, style in _BY_RULE if css else ():
        if pattern.search(css):
            found |= {style}
        elif named and named in css:
            found -= {style}
    return found


def is_hidden(element: etree._Element) -> bool:
    """Tell what browsers do not show (HTML, 15.3.1 and 6.1)."""
    if element.get("hidden") is not None or local(element) in {"noscript", "rp"}:
        return True
    return bool(_HIDDEN.search(declarations(element)))


def keeps_space(element: etree._Element, *, given: bool) -> bool:
    """Tell whether white space stands as it is written."""
    css = declarations(element)
    if "white-space:" in css:
        return "white-space:pre" in css and "white-space:pre-line" not in css
    return given or local(element) in {"pre", "listing", "xmp", "plaintext", "textarea"}


def indent_of(element: etree._Element, given: float) -> float:
    """Give the left indentation in points, from that around the element."""
    found = _INDENT.search(declarations(element))
    if found:
        try:
            return max(0.0, given + float(found[1]) * _POINTS[found[2]])
        except ValueError:
            return given
    return given + _QUOTED if local(element) in {"blockquote", "dd"} else given


def is_centred(element: etree._Element, *, given: bool) -> bool:
    """Tell whether lines are centred."""
    css = declarations(element)
    if "text-align:" in css:
        return "text-align:center" in css
    if align := element.get("align"):
        return align.lower() == "center"
    return given or local(element) == "center"


def heading_level(element: etree._Element) -> int | None:
    """Give the level of a heading, from 1; None for anything else."""
    name = local(element)
    if len(name) == len("h1") and name[0] == "h" and name[1] in "123456":
        return int(name[1])
    if element.get("role") == "heading":
        level = element.get("aria-level", "2")
        return max(1, int(level)) if level.isdecimal() else 2
    return None
