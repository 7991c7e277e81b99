"""The values of variables at a node, in the kind that each engine takes."""

from collections.abc import Mapping

from lxml import etree

from tei_encoder.validate.schematron.compilation import Ready
from tei_encoder.validate.schematron.engines import (
    Document,
    Node,
    UnrunnableError,
    Value,
)

_CURRENT = "current"


class Variables:
    """Variables at a node, each computed when it is first asked for."""

    def __init__(
        self,
        document: Document,
        variables: Mapping[str, Ready],
        node: Node,
        outer: "Variables | None" = None,
    ) -> None:
        """Take the variables of a scope and the values of the scope around it."""
        self._document = document
        self._variables = variables
        self._node = node
        self._outer = outer
        self._known: dict[tuple[str, bool], Value] = {}

    def of(self, asking: Ready) -> dict[str, Value]:
        """Give the values that an expression asks for.

        Raises `UnrunnableError` for one that cannot be computed.
        """
        values = {name: self.value(name, asking) for name in asking.variables}
        for name in asking.walked & values.keys():
            if _is_made(values[name]):
                raise UnrunnableError(f"the path from the attributes ${name} is lost")
        return values

    def value(self, name: str, asking: Ready) -> Value:
        """Give one value in the kind that the asking expression's engine takes."""
        if name not in self._variables:
            if name == _CURRENT:
                return self._current(asking)
            if self._outer is None:
                raise UnrunnableError(f"the variable ${name} cannot be computed")
            return self._outer.value(name, asking)
        key = (name, asking.in_libxml2)
        if key not in self._known:
            self._known[key] = self._computed(self._variables[name], asking)
        return self._known[key]

    def _computed(self, ready: Ready, asking: Ready) -> Value:
        value = ready.compiled.value(self._document, self._node, self.of(ready))
        if not ready.in_libxml2 or not isinstance(value, list):
            return value
        if asking.in_libxml2:
            return _as_elements(value)
        nodes = self._document.nodes.elements
        return [nodes.get(v, v) if etree.iselement(v) else v for v in value]

    def _current(self, asking: Ready) -> Value:
        if asking.in_libxml2:
            return [self._node]
        if etree.iselement(self._node):
            return self._document.nodes.elements[self._node]
        return self._node


def _as_elements(values: list[Value]) -> list[Value]:
    """Give attributes and texts, which lxml cannot pass on, as elements of that text.

    They compare and count alike; only a path cannot go on from them.
    """
    if all(etree.iselement(value) for value in values):
        return values
    holder = etree.Element(_MADE)
    for value in values:
        etree.SubElement(holder, _MADE).text = str(value)
    return list(holder)


_MADE = "made-of-attribute"


def _is_made(value: Value) -> bool:
    return isinstance(value, list) and bool(value) and value[0].tag == _MADE
