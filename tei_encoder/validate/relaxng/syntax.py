"""The XML syntax of schemas: which element may stand where (section 3, 4.10, 4.16)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from tei_encoder.validate.relaxng.names import is_ncname
from tei_encoder.validate.relaxng.schema_error import SchemaError
from tei_encoder.validate.relaxng.schema_files import (
    RELAX_NG,
    children_of,
    kind_of,
    place_of,
    required,
    text_of,
)
from tei_encoder.validate.relaxng.spelling import nearest
from tei_encoder.validate.relaxng.white_space import is_blank

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

PATTERNS: Final = frozenset(
    (
        "element",
        "attribute",
        "group",
        "interleave",
        "choice",
        "optional",
        "zeroOrMore",
        "oneOrMore",
        "list",
        "mixed",
        "ref",
        "parentRef",
        "empty",
        "text",
        "value",
        "data",
        "notAllowed",
        "externalRef",
        "grammar",
    )
)
NAME_CLASSES: Final = frozenset(("name", "anyName", "nsName", "choice"))
_OVERRIDES: Final = frozenset(("start", "define", "div"))
_PARTS: Final = _OVERRIDES | {"include"}
_NOTHING: Final = frozenset[str]()
_NO_LIMIT: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Rule:
    """What an element of a schema may hold.

    attributes: besides `ns` and `datatypeLibrary`; those in `required` must be there.
    children: their kinds; between `least` and `most` of them.
    """

    children: frozenset[str] = _NOTHING
    least: int = 0
    most: int = _NO_LIMIT
    attributes: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    has_text: bool = False


_JOINING: Final = Rule(PATTERNS, least=1)
_LEAF: Final = Rule()
_NAMED: Final = Rule(attributes=("name",), required=("name",))
_WILDCARD: Final = Rule(frozenset(("except",)), most=1)

_RULES: Final[Mapping[str, Rule]] = {
    **dict.fromkeys(
        ("group", "interleave", "optional", "zeroOrMore", "oneOrMore", "list", "mixed"),
        _JOINING,
    ),
    **dict.fromkeys(("empty", "text", "notAllowed"), _LEAF),
    **dict.fromkeys(("ref", "parentRef"), _NAMED),
    "choice": _JOINING,
    "externalRef": Rule(attributes=("href",), required=("href",)),
    "value": Rule(attributes=("type",), has_text=True),
    "data": Rule(
        frozenset(("param", "except")), attributes=("type",), required=("type",)
    ),
    "param": Rule(attributes=("name",), required=("name",), has_text=True),
    "grammar": Rule(_PARTS),
    "div": Rule(_PARTS),
    "include": Rule(_OVERRIDES, attributes=("href",), required=("href",)),
    "start": Rule(PATTERNS, least=1, most=1, attributes=("combine",)),
    "define": Rule(
        PATTERNS, least=1, attributes=("name", "combine"), required=("name",)
    ),
    "name": Rule(has_text=True),
    "anyName": _WILDCARD,
    "nsName": _WILDCARD,
}
_NAMED_ELEMENT: Final = Rule(PATTERNS, least=1, attributes=("name",))
_NAMED_ATTRIBUTE: Final = Rule(PATTERNS, most=1, attributes=("name",))
_EXCEPTED_PATTERNS: Final = Rule(PATTERNS, least=1)
_EXCEPTED_NAMES: Final = Rule(NAME_CLASSES, least=1)
_CHOICE_OF_NAMES: Final = Rule(NAME_CLASSES, least=1)


def check_syntax(root: _Element) -> None:
    """Check one file of a schema; raise SchemaError for the first thing wrong."""
    if kind_of(root) not in PATTERNS:
        message = f'"{kind_of(root)}" cannot be the root of a schema'
        raise SchemaError(message, place=place_of(root), section="3")
    for node in root.iter(f"{{{RELAX_NG}}}*"):
        _check_node(node)


def _check_node(node: _Element) -> None:
    kind = kind_of(node)
    if kind in ("element", "attribute"):
        _check_named(node)
        return
    rule = _rule_for(node)
    if rule is None:
        close = nearest(kind, (*_RULES, "element", "attribute"))
        raise SchemaError(
            f'"{kind}" is not an element of RELAX NG',
            place=place_of(node),
            remedy=f'did you mean "{close}"?' if close else None,
            section="3",
        )
    _check_attributes(node, rule)
    _check_children(node, rule, list(children_of(node)))
    _check_text(node, rule)


def _rule_for(node: _Element) -> Rule | None:
    """Find the rule; a few kinds of element mean two things, by where they stand."""
    kind, parent = kind_of(node), node.getparent()
    parent_kind = "" if parent is None else kind_of(parent)
    match kind:
        case "except" if parent_kind == "data":
            return _EXCEPTED_PATTERNS
        case "except" if parent_kind in ("anyName", "nsName"):
            return _EXCEPTED_NAMES
        case "choice" if parent is not None and _is_name_class(node, parent):
            return _CHOICE_OF_NAMES
        case "div" if parent is not None and _is_in_include(node):
            return Rule(_OVERRIDES)
        case _:
            return _RULES.get(kind)


def _is_name_class(node: _Element, parent: _Element) -> bool:
    """Tell whether a `choice` chooses among names instead of patterns."""
    child, above = node, parent
    while kind_of(above) == "choice":
        outer = above.getparent()
        if outer is None:
            return False
        child, above = above, outer
    if kind_of(above) == "except":
        outer = above.getparent()
        return outer is not None and kind_of(outer) in ("anyName", "nsName")
    is_first = next(children_of(above), None) is child
    named = kind_of(above) in ("element", "attribute") and above.get("name") is None
    return named and is_first


def _is_in_include(node: _Element) -> bool:
    for ancestor in node.iterancestors():
        if kind_of(ancestor) != "div":
            return kind_of(ancestor) == "include"
    return False


def _check_named(node: _Element) -> None:
    """Check an `element` or `attribute`: a name class first, if no name is given."""
    children = list(children_of(node))
    rule = _NAMED_ELEMENT if kind_of(node) == "element" else _NAMED_ATTRIBUTE
    _check_attributes(node, rule)
    _check_text(node, rule)
    if node.get("name") is None:
        if not children or kind_of(children[0]) not in NAME_CLASSES:
            message = f'"{kind_of(node)}" has no name'
            remedy = 'give it attribute "name" or a name class as its first child'
            raise SchemaError(message, place=place_of(node), remedy=remedy, section="3")
        children = children[1:]
    _check_children(node, rule, children)


def _check_attributes(node: _Element, rule: Rule) -> None:
    for attribute in rule.required:
        required(node, attribute)
    for tag, value in node.attrib.items():
        attribute = str(tag)
        if attribute in (*rule.attributes, "ns", "datatypeLibrary"):
            _check_attribute(node, attribute, str(value).strip())
        elif not attribute.startswith("{") or attribute.startswith(f"{{{RELAX_NG}}}"):
            message = f'attribute "{attribute}" is not allowed on "{kind_of(node)}"'
            raise SchemaError(message, place=place_of(node), section="3")


def _check_attribute(node: _Element, attribute: str, value: str) -> None:
    local = value.rpartition(":")[2] if _may_be_prefixed(node) else value
    names = attribute in ("name", "type")
    wrong = names and not is_ncname(local)
    wrong |= attribute == "combine" and value not in ("choice", "interleave")
    if attribute == "datatypeLibrary" and value:
        wrong |= not urlsplit(value).scheme or "#" in value
    if wrong:
        message = f'"{value}" cannot be the value of attribute "{attribute}"'
        raise SchemaError(message, place=place_of(node), section="3")


def _may_be_prefixed(node: _Element) -> bool:
    return kind_of(node) in ("element", "attribute")


def _check_children(node: _Element, rule: Rule, children: list[_Element]) -> None:
    kind = kind_of(node)
    for child in children:
        if kind_of(child) not in rule.children:
            message = f'"{kind_of(child)}" is not allowed in "{kind}"'
            raise SchemaError(message, place=place_of(child), section="3")
    if len(children) < rule.least:
        message = f'"{kind}" is empty'
        raise SchemaError(message, place=place_of(node), section="3")
    if len(children) > rule.most:
        message = f'"{kind}" holds more than it may'
        remedy = "put its parts into a group" if kind == "start" else None
        raise SchemaError(
            message, place=place_of(children[rule.most]), remedy=remedy, section="3"
        )
    if kind == "data" and "except" in map(kind_of, children[:-1]):
        message = '"except" must be the last child of "data"'
        raise SchemaError(message, place=place_of(node), section="3")


def _check_text(node: _Element, rule: Rule) -> None:
    if rule.has_text and len(node):
        message = f'"{kind_of(node)}" may hold nothing but text'
        raise SchemaError(message, place=place_of(node[0]), section="3")
    if not rule.has_text and not is_blank(text_of(node)):
        message = f'text is not allowed in "{kind_of(node)}"'
        raise SchemaError(message, place=place_of(node), section="3")
