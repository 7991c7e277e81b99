"""The plain text of a tree, by stated rules.

Rules (Guidelines sections in brackets):

- what the source says counts: `sic`, `orig`, `abbr`, `add`, `del` and every `desc`
  (3.5, 11.3.1); what an editor put beside it does not: `corr`, `reg`, `expan`,
  `supplied`;
- milestones, comments and processing instructions give nothing (3.11.3);
- `g` gives the character that `charDecl` declares for it (5.2);
- white space is kept as it stands; `collapsed` is for trees that were indented.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from lxml import etree

from tei_encoder.tei.names import XML_ID, tei

#: what an editor put beside the words of the source
EDITORIAL: Final = frozenset(tei(n) for n in ("corr", "reg", "expan", "supplied"))
_G: Final = tei("g")
_CODEPOINT = re.compile(r"(?:U\+|0x)?([0-9A-Fa-f]{1,6})\Z")
_SPACE = re.compile(r"[ \t\r\n]+")
_CODE_POINTS = range(0x110000)
_SURROGATES = range(0xD800, 0xE000)


def is_element(node: etree._Element) -> bool:
    """Tell an element from a comment, instruction or entity reference."""
    return isinstance(node.tag, str)


def walk(root: etree._Element) -> Iterator[tuple[bool, etree._Element]]:
    """Go through a tree without recursion: (True, node) on entering, False on leaving.

    Comments, processing instructions and entity references are nodes too: their
    `tag` is no string.
    """
    yield True, root
    opened = [(root, iter(root))]
    while opened:
        for child in opened[-1][1]:
            yield True, child
            if len(child):
                opened.append((child, iter(child)))
                break
            yield False, child
        else:
            yield False, opened.pop()[0]


def declared_characters(root: etree._Element) -> dict[str, str]:
    """Map the id of each declared `char` or `glyph` to its character (5.2).

    The code point stands in hexadecimal in `localProp` or `unicodeProp` with the
    name `codepoint`; surrogates and what lies beyond U+10FFFF declare nothing.
    """
    declared = {}
    for prop in root.iter(tei("localProp"), tei("unicodeProp")):
        parent = prop.getparent()
        if parent is None or prop.get("name") != "codepoint":
            continue
        character = _character(prop.get("value", ""))
        identifier = parent.get(XML_ID)
        if character and identifier:
            declared[identifier] = character
    return declared


def character_of(g: etree._Element, declared: Mapping[str, str]) -> str | None:
    """Give the declared character of a `g`; None when nothing declares it."""
    return declared.get(g.get("ref", "").removeprefix("#"))


def plain_text(
    element: etree._Element,
    *,
    omit: Collection[str] = EDITORIAL,
    declared: Mapping[str, str] | None = None,
) -> str:
    """Give the text of `element` without the elements in `omit` (qualified names).

    `declared` are the characters that `g` may stand for; a `g` that none declares
    gives its own content. The text after `element` is not part of it.
    """
    pieces: list[str] = []
    silent: etree._Element | None = None
    for entering, node in walk(element):
        if silent is not None and node is not silent:
            continue
        if not entering:
            silent = None
            if node is not element:
                pieces.append(node.tail or "")
            continue
        character = character_of(node, declared or {}) if node.tag == _G else None
        if node.tag in omit or not is_element(node) or character:
            pieces.append(character or "")
            silent = node
        else:
            pieces.append(node.text or "")
    return "".join(pieces)


def collapsed(text: str) -> str:
    """Give `text` with each run of XML white space as one space and none at the ends.

    For trees whose white space is indentation; a no-break space is not XML white space.
    """
    return _SPACE.sub(" ", text).strip(" ")


def _character(value: str) -> str | None:
    match = _CODEPOINT.match(value.strip())
    number = int(match[1], 16) if match else -1
    return chr(number) if number in _CODE_POINTS and number not in _SURROGATES else None
