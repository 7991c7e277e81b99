"""Reading name classes from a schema (sections 4.8 to 4.11 and 4.16)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_encoder.validate.relaxng.name_classes import (
    XML_NAMESPACE,
    AnyName,
    Name,
    NameChoice,
    NameClass,
    NamespaceNames,
)
from tei_encoder.validate.relaxng.names import is_ncname
from tei_encoder.validate.relaxng.schema_error import SchemaError
from tei_encoder.validate.relaxng.schema_files import (
    children_of,
    inherited,
    kind_of,
    place_of,
    text_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element


_XMLNS = "http://www.w3.org/2000/xmlns"


def read_naming(node: _Element) -> tuple[NameClass, tuple[_Element, ...]]:
    """Return the name class of an `element` or `attribute`, and its other children."""
    name_class, children = _read_naming(node)
    if kind_of(node) == "attribute" and _declares_namespace(name_class):
        message = "namespace declarations are no attributes"
        raise SchemaError(message, place=place_of(node), section="4.16")
    return name_class, children


def _read_naming(node: _Element) -> tuple[NameClass, tuple[_Element, ...]]:
    children = tuple(children_of(node))
    name = node.get("name")
    if name is not None:
        # An attribute's own name is in no namespace unless `ns` stands right there.
        if kind_of(node) == "attribute":
            return _read_name(node, name, node.get("ns", "")), children
        return _read_name(node, name, inherited(node, "ns")), children
    if not children:
        message = f'"{kind_of(node)}" has no name'
        raise SchemaError(message, place=place_of(node), section="3")
    return read_name_class(children[0]), children[1:]


def read_name_class(node: _Element) -> NameClass:
    """Read one name class; SchemaError where the element is none."""
    match kind_of(node):
        case "name":
            return _read_name(node, text_of(node), inherited(node, "ns"))
        case "anyName":
            return AnyName(_read_exception(node, (AnyName,)))
        case "nsName":
            excepted = _read_exception(node, (AnyName, NamespaceNames))
            return NamespaceNames(inherited(node, "ns"), excepted)
        case "choice":
            alternatives = tuple(read_name_class(child) for child in children_of(node))
            return (
                alternatives[0] if len(alternatives) == 1 else NameChoice(alternatives)
            )
        case other:
            message = f'"{other}" is not a name class'
            raise SchemaError(message, place=place_of(node), section="3")


def _read_exception(
    node: _Element, forbidden: tuple[type[NameClass], ...]
) -> NameClass | None:
    for child in children_of(node):
        excepted = tuple(read_name_class(each) for each in children_of(child))
        for part in (part for each in excepted for part in _parts_of(each)):
            if isinstance(part, forbidden):
                message = f'"{kind_of(node)}" cannot except a name class that wide'
                raise SchemaError(message, place=place_of(child), section="4.16")
        return excepted[0] if len(excepted) == 1 else NameChoice(excepted)
    return None


def _parts_of(name_class: NameClass) -> Iterator[NameClass]:
    """Yield a name class and what it is made of, exceptions too."""
    yield name_class
    match name_class:
        case NameChoice(alternatives=alternatives):
            for alternative in alternatives:
                yield from _parts_of(alternative)
        case AnyName(excepted=excepted) | NamespaceNames(excepted=excepted):
            if excepted is not None:
                yield from _parts_of(excepted)
        case _:
            return


def _declares_namespace(name_class: NameClass) -> bool:
    for part in _parts_of(name_class):
        match part:
            case Name(namespace=namespace, local=local):
                if namespace == _XMLNS or (not namespace and local == "xmlns"):
                    return True
            case NamespaceNames(namespace=namespace) if namespace == _XMLNS:
                return True
            case _:
                pass
    return False


def _read_name(node: _Element, written: str, namespace: str) -> Name:
    prefix, colon, local = written.strip().rpartition(":")
    if not is_ncname(local) or (colon and not is_ncname(prefix)):
        message = f'"{written.strip()}" is not a name'
        raise SchemaError(message, place=place_of(node), section="3")
    if not colon:
        return Name(namespace, local)
    bound = XML_NAMESPACE if prefix == "xml" else node.nsmap.get(prefix)
    if bound is None:
        message = f'prefix "{prefix}" is not declared'
        raise SchemaError(message, place=place_of(node), section="4.10")
    return Name(bound, local)
