"""RELAX NG's compact syntax, read into the XML syntax (OASIS, 21 November 2002)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from tei_encoder.validate.relaxng.compact_scope import Scope
from tei_encoder.validate.relaxng.compact_tokens import TokenStream
from tei_encoder.validate.relaxng.schema_files import RELAX_NG

if TYPE_CHECKING:
    from lxml.etree import _Element

_JOINTS: Final = {",": "group", "|": "choice", "&": "interleave"}
_REPEATS: Final = {"?": "optional", "*": "zeroOrMore", "+": "oneOrMore"}
_METHODS: Final = {"=": None, "|=": "choice", "&=": "interleave"}
_DEEPEST: Final = 100


def read_compact(source: str, file: str) -> _Element:
    """Read a schema in the compact syntax; return the root of its XML.

    Every node has the line of the compact source.
    Raises SchemaError, with file and line, where the syntax is wrong.
    """
    return _Reader(source, file).read()


class _Reader:
    """Reads the tokens from left to right, one token ahead."""

    def __init__(self, source: str, file: str) -> None:
        self._file = file
        self._words = TokenStream(source, file)
        self._scope = Scope()
        self._depth = 0

    def read(self) -> _Element:
        self._declarations()
        root = etree.fromstring(f'<grammar xmlns="{RELAX_NG}"/>', base_url=self._file)
        if self._starts_component():
            while self._words.token.kind != "end":
                self._component(root)
        else:
            self._pattern(self._add(root, "start"))
            self._words.expect("end", self._words.token.text)
        return root

    def _add(self, parent: _Element, kind: str, **attributes: str | None) -> _Element:
        prefixes = self._scope.prefixes() if kind == "value" else {}
        node = etree.SubElement(parent, f"{{{RELAX_NG}}}{kind}", nsmap=prefixes)
        node.sourceline = self._words.token.line  # type: ignore[assignment]  # stubs
        for name, value in attributes.items():
            if value is not None:
                node.set(name, value)
        return node

    def _enter(self) -> None:
        """Go one level deeper; every level is left again by lowering `_depth`."""
        self._depth += 1
        if self._depth > _DEEPEST:
            message = f"the schema is nested more than {_DEEPEST} deep"
            raise self._words.error(message)

    # Declarations (section 3)

    def _declarations(self) -> None:
        while self._words.starts("namespace", "default", "datatypes"):
            keyword = self._words.advance().text
            if keyword == "default":
                self._words.expect("keyword", "namespace")
            prefix = None
            if self._words.token.kind in ("name", "keyword"):
                prefix = self._words.advance().text
            self._words.expect("sign", "=")
            uri = None if self._words.take("inherit") else self._words.literal()
            if keyword == "datatypes":
                self._scope.libraries[prefix or ""] = uri or ""
                continue
            if prefix is not None:
                self._scope.namespaces[prefix] = uri
            if keyword == "default":
                self._scope.default = uri

    # Grammars

    def _starts_component(self) -> bool:
        if (
            self._words.starts("start", "div", "include")
            or self._words.token.kind == "end"
        ):
            return True
        names = self._words.token.kind == "name" and ":" not in self._words.token.text
        return names and self._words.peek().text in _METHODS

    def _component(self, parent: _Element) -> None:
        """Read a definition, a start, a div or an inclusion."""
        if self._words.starts("div"):
            self._components(self._add(parent, "div"))
        elif self._words.starts("include"):
            self._include(parent)
        elif self._words.token.kind == "name" and ":" in self._words.token.text:
            # The name of an annotation, as above.
            self._words.advance()
        else:
            if self._words.starts("start"):
                node = self._add(parent, "start")
                self._words.advance()
            else:
                node = self._add(parent, "define", name=self._words.expect("name").text)
            if self._words.token.text not in _METHODS:
                message = f'"{self._words.token.text}" stands where = was expected'
                raise self._words.error(message)
            method = _METHODS[self._words.advance().text]
            if method is not None:
                node.set("combine", method)
            self._pattern(node)

    def _components(self, node: _Element) -> None:
        """Read what stands in braces after `div`, `grammar` or an inclusion."""
        self._enter()
        self._words.advance()
        self._words.expect("sign", "{")
        while not self._words.take("}"):
            self._component(node)
        self._depth -= 1

    def _include(self, parent: _Element) -> None:
        node = self._add(parent, "include")
        self._reference(node)
        if self._words.take("{"):
            while not self._words.take("}"):
                self._component(node)

    def _reference(self, node: _Element) -> None:
        """Read the file name after `include` or `external`, and `inherit`."""
        self._words.advance()
        node.set("href", self._words.literal())
        namespace = self._scope.default
        if self._words.take("inherit"):
            self._words.expect("sign", "=")
            namespace = self._scope.namespace(
                self._words.advance().text, self._words.error
            )
        if namespace is not None:
            node.set("ns", namespace)

    # Patterns

    def _pattern(self, parent: _Element) -> None:
        """Read patterns joined by one kind of sign; `parent` takes the result."""
        self._enter()
        holder = self._add(parent, "group")
        self._repeated(holder)
        joint = self._words.token.text if self._words.starts(*_JOINTS) else None
        while joint is not None and self._words.take(joint):
            self._repeated(holder)
        if self._words.starts(*_JOINTS):
            message = f'"{self._words.token.text}" and "{joint}" need parentheses'
            raise self._words.error(message)
        holder.tag = f"{{{RELAX_NG}}}{_JOINTS.get(joint or ',')}"
        self._depth -= 1

    def _repeated(self, parent: _Element) -> None:
        node = self._add(parent, "group")
        self._primary(node)
        if self._words.starts(*_REPEATS):
            node.tag = f"{{{RELAX_NG}}}{_REPEATS[self._words.advance().text]}"
        while self._words.take(">>"):
            # The name of an annotation; what was in its brackets is gone already.
            self._words.advance()

    def _primary(self, parent: _Element) -> None:
        token = self._words.token
        if self._words.take("("):
            self._pattern(parent)
            self._words.expect("sign", ")")
        elif token.kind == "literal":
            self._value(parent, None)
        elif self._words.starts("string", "token"):
            self._typed(parent)
        elif token.kind == "keyword":
            self._keyword(parent)
        elif token.kind == "name" and ":" in token.text:
            self._typed(parent)
        else:
            name = self._words.expect("name").text
            self._add(parent, "ref", name=name)

    def _keyword(self, parent: _Element) -> None:
        keyword = self._words.token.text
        match keyword:
            case "element" | "attribute":
                node = self._add(parent, keyword)
                self._words.advance()
                self._name_class(node, is_attribute=keyword == "attribute")
                self._braced(node)
            case "list" | "mixed":
                node = self._add(parent, keyword)
                self._words.advance()
                self._braced(node)
            case "empty" | "text" | "notAllowed":
                self._add(parent, keyword)
                self._words.advance()
            case "parent":
                self._words.advance()
                self._add(parent, "parentRef", name=self._words.expect("name").text)
            case "external":
                self._reference(self._add(parent, "externalRef"))
            case "grammar":
                self._components(self._add(parent, "grammar"))
            case _:
                message = f'"{keyword}" stands where a pattern was expected'
                raise self._words.error(message)

    def _braced(self, node: _Element) -> None:
        self._words.expect("sign", "{")
        self._pattern(node)
        self._words.expect("sign", "}")

    def _typed(self, parent: _Element) -> None:
        """Read a datatype: with a value, or with parameters and an exception."""
        name = self._words.advance().text
        if self._words.token.kind == "literal":
            self._value(parent, name)
            return
        library, local = self._scope.datatype(name, self._words.error)
        node = self._add(parent, "data", type=local, datatypeLibrary=library)
        if self._words.take("{"):
            while not self._words.take("}"):
                parameter = self._words.advance().text
                self._words.expect("sign", "=")
                self._add(node, "param", name=parameter).text = self._words.literal()
        if self._words.take("-"):
            self._primary(self._add(node, "except"))

    def _value(self, parent: _Element, name: str | None) -> None:
        library, local = self._scope.datatype(name or "token", self._words.error)
        node = self._add(parent, "value", type=local, datatypeLibrary=library)
        if self._scope.default is not None:
            node.set("ns", self._scope.default)
        node.text = self._words.literal()

    # Name classes

    def _name_class(self, parent: _Element, *, is_attribute: bool) -> None:
        self._enter()
        holder = self._add(parent, "choice")
        self._simple_name_class(holder, is_attribute=is_attribute)
        while self._words.take("|"):
            self._simple_name_class(holder, is_attribute=is_attribute)
        self._depth -= 1

    def _simple_name_class(self, parent: _Element, *, is_attribute: bool) -> None:
        if self._words.take("("):
            self._name_class(parent, is_attribute=is_attribute)
            self._words.expect("sign", ")")
            return
        if self._words.take("*"):
            node = self._add(parent, "anyName")
        elif self._words.token.kind == "namespace":
            prefix = self._words.advance().text.removesuffix(":*")
            namespace = self._scope.namespace(prefix, self._words.error)
            node = self._add(parent, "nsName", ns=namespace)
        else:
            self._name(parent, is_attribute=is_attribute)
            return
        if self._words.take("-"):
            excepted = self._add(node, "except")
            self._simple_name_class(excepted, is_attribute=is_attribute)

    def _name(self, parent: _Element, *, is_attribute: bool) -> None:
        if self._words.token.kind not in ("name", "keyword"):
            message = f'"{self._words.token.text}" stands where a name was expected'
            raise self._words.error(message)
        prefix, colon, local = self._words.advance().text.rpartition(":")
        namespace = "" if is_attribute else self._scope.default
        if colon:
            namespace = self._scope.namespace(prefix, self._words.error)
        self._add(parent, "name", ns=namespace).text = local
