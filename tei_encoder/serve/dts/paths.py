"""XPath as citation structures write it: names without prefix are those of TEI.

`citeStructure/@match` and `@use` are XPath with TEI as default namespace (Guidelines
17.2.5.4). Of it, XPath 1.0 is understood; what is more than that cites nothing.
"""

import re
from functools import lru_cache
from typing import Final

from lxml import etree

from tei_encoder.tei.names import PREFIXES, XML
from tei_encoder.tei.text import collapsed, plain_text

_TOKEN: Final = re.compile(
    r"""(?P<literal>"[^"]*"|'[^']*')
      | (?P<name>[^\W\d][\w.-]*(?::(?:[^\W\d][\w.-]*|\*))?(?!:[^:]))
      | (?P<other>::|//|\.\.|[0-9.]+|\s+|.)""",
    re.VERBOSE | re.DOTALL,
)
_OPERATORS: Final = frozenset({"and", "or", "div", "mod"})
#: after these a name begins a step; after anything else `and` is an operator
_OPENING: Final = frozenset({"", "@", "::", "(", "[", ",", "/", "//", "|", "+", "-"})
_COMPARING: Final = frozenset({"=", "!", "<", ">"})
_NAMESPACES: Final = {**PREFIXES, "xml": XML}


def select(node: etree._Element, path: str) -> list[object]:
    """Give what a path finds from a node: elements, strings, or one value.

    A path that is no XPath 1.0 finds nothing.
    """
    try:
        found = _compiled(path)(node)
    except etree.XPathError:
        return []
    return list(found) if isinstance(found, list) else [found]


def words_of(value: object) -> str:
    """Give the text of what a path found; a number without a needless fraction."""
    if isinstance(value, etree._Element):  # noqa: SLF001 - its only name
        return collapsed(plain_text(value))
    if isinstance(value, float):
        return f"{value:g}"
    return collapsed(str(value))


@lru_cache(maxsize=128)
def _compiled(path: str) -> etree.XPath:
    return etree.XPath(prefixed(path), namespaces=_NAMESPACES)


def prefixed(path: str) -> str:
    """Write the prefix `tei` before names of elements that have none."""
    pieces, before, axis = [], "", ""
    for token in _TOKEN.finditer(path):
        text = token[0]
        rest = path[token.end() :].lstrip()
        if token["name"] and _is_element(text, before, axis, rest):
            text = f"tei:{text}"
        pieces.append(text)
        if not text.isspace():
            before, axis = token[0], before if token[0] == "::" else ""
    return "".join(pieces)


def _is_element(name: str, before: str, axis: str, rest: str) -> bool:
    """Tell the name of an element from a function, axis, attribute or operator."""
    if ":" in name or rest.startswith(("(", "::")):
        return False
    if before in {"@", "$"} or axis == "attribute":
        return False
    opens = before in _OPENING or before in _COMPARING or before in _OPERATORS
    return opens or name not in _OPERATORS
