"""Two engines for expressions: libxml2 for XPath 1, elementpath for the rest."""

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Any, Final, Protocol

from lxml import etree

#: strings compare alike everywhere, whatever the locale of the machine
_BY_CODE_POINT: Final = "http://www.w3.org/2005/xpath-functions/collation/codepoint"

_ABSENT: Final = "XPath 2 needs elementpath: pip install 'tei-encoder[schematron]'"

Node = Any
"""An element of lxml, or what stands for an attribute in elementpath."""

Value = Any
"""An XPath value: number, string, truth value or list of nodes of its engine."""


class UnrunnableError(Exception):
    """An expression that no engine here can run; the message says why."""


class Selecting(Protocol):
    """A pattern ready to be asked for its nodes."""

    def nodes(self, document: "Document") -> list[Node]:
        """Give the nodes that it selects from the root, in document order."""
        ...


class Compiled(Selecting, Protocol):
    """An expression ready to be asked; `text` is how its engine reads it."""

    text: str

    def value(
        self, document: "Document", node: Node, variables: Mapping[str, Value]
    ) -> Value:
        """Give its value at `node`."""
        ...

    def words(self, value: Value) -> str:
        """Give a value as a string, as `value-of` shows it."""
        ...

    def truth(self, value: Value) -> bool:
        """Give the effective boolean value."""
        ...


class Document:
    """A tree under both engines; the second is made when it is first needed."""

    def __init__(self, root: etree._Element, namespaces: Mapping[str, str]) -> None:
        """Take the root of the tree and the prefixes of the schema."""
        self.root = root
        self.namespaces = dict(namespaces)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all elements, with `@name` for all attributes."""
        elements: set[str] = set()
        attributes: set[str] = set()
        for element in self.root.iter("*"):
            elements.add(str(element.tag))
            attributes.update(map(str, element.keys()))
        return frozenset(elements) | {f"@{name}" for name in attributes}

    @cached_property
    def nodes(self) -> Value:
        """The tree as elementpath sees it."""
        try:
            from elementpath import get_node_tree  # noqa: PLC0415 - an optional part
        except ImportError as error:
            raise UnrunnableError(_ABSENT) from error
        return get_node_tree(self.root.getroottree(), namespaces=self.namespaces)


class Named:
    """The elements of some names: one walk, where XPath makes one for each name."""

    def __init__(self, names: Collection[str]) -> None:
        """Take qualified names."""
        self._names = tuple(names)

    def nodes(self, document: Document) -> list[Node]:
        """Give all elements of these names, in document order."""
        return list(document.root.getroottree().iter(*self._names))


class Libxml2:
    """An XPath 1 expression."""

    def __init__(self, text: str, namespaces: Mapping[str, str]) -> None:
        """Compile; raises `UnrunnableError`."""
        self.text = text
        try:
            self._ask = etree.XPath(
                text, namespaces=_prefixed(namespaces), smart_strings=False
            )
        except etree.XPathError as error:
            raise UnrunnableError(f"no XPath: {error}") from error

    def nodes(self, document: Document) -> list[Node]:
        """Give the nodes that it selects from the root."""
        found = self._asked(document.root.getroottree(), {})
        return found if isinstance(found, list) else []

    def value(
        self,
        document: Document,  # noqa: ARG002 - the other engine needs it
        node: Node,
        variables: Mapping[str, Value],
    ) -> Value:
        """Give its value at an element."""
        return self._asked(node, variables)

    def words(self, value: Value) -> str:
        """Give the string value, of the first node of several."""
        if isinstance(value, list):
            value = value[0] if value else ""
        if etree.iselement(value):
            return "".join(str(text) for text in value.itertext())
        if isinstance(value, float):
            return f"{value:g}"
        return str(value).lower() if isinstance(value, bool) else str(value)

    def truth(self, value: Value) -> bool:
        """Give the boolean value; NaN is false."""
        return bool(value) and value == value  # noqa: PLR0124 - NaN alone differs

    def _asked(self, node: Node, variables: Mapping[str, Value]) -> Value:
        try:
            return self._ask(node, **variables)
        except etree.XPathError as error:
            raise UnrunnableError(str(error)) from error


class Elementpath:
    """An XPath 3.1 expression, of which XPath 2 is a part."""

    def __init__(self, text: str, namespaces: Mapping[str, str]) -> None:
        """Keep the expression; it is compiled when it is first asked."""
        self.text = text
        self._namespaces = dict(namespaces)

    @cached_property
    def _token(self) -> Value:
        try:
            from elementpath.xpath31 import (  # noqa: PLC0415 - an optional part
                XPath31Parser,
            )
        except ImportError as error:
            raise UnrunnableError(_ABSENT) from error
        try:
            parser = XPath31Parser(
                namespaces=self._namespaces, default_collation=_BY_CODE_POINT
            )
            return parser.parse(self.text)
        except _errors() as error:
            raise UnrunnableError(f"no XPath: {error}") from error

    def nodes(self, document: Document) -> list[Node]:
        """Give the nodes that it selects from the root."""
        _ = self._token
        found = self._asked(document, document.nodes, {})
        items = found if isinstance(found, list) else [found]
        return [getattr(item, "elem", item) for item in items]

    def value(
        self, document: Document, node: Node, variables: Mapping[str, Value]
    ) -> Value:
        """Give its value at an element or attribute."""
        _ = self._token
        return self._asked(document, self.node_of(document, node), variables)

    def node_of(self, document: Document, node: Node) -> Value:
        """Give what stands for an element of lxml."""
        if etree.iselement(node):
            return document.nodes.elements[node]
        return node

    def words(self, value: Value) -> str:
        """Give the string values of all items, a space between."""
        items = value if isinstance(value, list) else [value]
        return " ".join(_string(item) for item in items)

    def truth(self, value: Value) -> bool:
        """Give the effective boolean value."""
        if isinstance(value, list):
            return bool(value) and (
                hasattr(value[0], "node_kind") or self.truth(value[0])
            )
        return bool(value) and value == value  # noqa: PLR0124 - NaN alone differs

    def _asked(
        self,
        document: Document,
        item: Value,
        variables: Mapping[str, Value],
    ) -> Value:
        token = self._token
        from elementpath import XPathContext  # noqa: PLC0415 - an optional part

        try:
            context = XPathContext(document.nodes, item=item, variables=dict(variables))
            return token.evaluate(context)
        except _errors() as error:
            raise UnrunnableError(str(error)) from error


def _errors() -> tuple[type[Exception], ...]:
    """Give what elementpath raises for expressions and values it cannot take."""
    from elementpath import ElementPathError  # noqa: PLC0415 - an optional part

    return (ElementPathError, ValueError, TypeError, KeyError, ArithmeticError)


def _string(item: Value) -> str:
    if isinstance(item, bool):
        return str(item).lower()
    text = getattr(item, "string_value", None)
    if text is None:
        return f"{item:g}" if isinstance(item, float) else str(item)
    return str(text)


def _prefixed(namespaces: Mapping[str, str]) -> dict[str, str] | None:
    """Leave out the empty prefix, which XPath 1 does not have."""
    return {prefix: uri for prefix, uri in namespaces.items() if prefix} or None
