"""Reads Schematron from a `.sch` file or from the grammar that embeds it."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from lxml import etree

from tei_encoder.errors import ConfigurationError
from tei_encoder.tei.names import local_name
from tei_encoder.validate.reading import read_tree
from tei_encoder.validate.schematron.model import (
    Assertion,
    Pattern,
    SchematronRule,
    SchematronSchema,
    Words,
)

_SPACES: Final = (
    "http://purl.oclc.org/dsdl/schematron",
    "http://www.ascc.net/xml/schematron",
)
_GRAMMAR: Final = "http://relaxng.org/ns/structure/1.0"
_PLACEHOLDER = re.compile(r"\$([\w.-]+)")
#: how a grammar that embeds rules is taken to bind its queries (TEI, chapter 23)
_EMBEDDED_BINDING: Final = "xslt2"

Parameters = Mapping[str, str]
NONE: Final[Parameters] = {}


def read_schematron(path: Path) -> SchematronSchema:
    """Read the rules of a file and of the files that it includes.

    Raises `ReadError` for a file that is not well-formed, `ConfigurationError` for
    an include that is not there.
    """
    roots = list(_files(path))
    main = roots[0]
    embedded = etree.QName(main).namespace == _GRAMMAR
    binding = main.get("queryBinding") or (_EMBEDDED_BINDING if embedded else "xslt")
    reading = _Reading(roots)
    return SchematronSchema(
        binding=binding.lower(),
        namespaces={n.get("prefix", ""): n.get("uri", "") for n in reading.all("ns")},
        variables=() if embedded else _variables(main, NONE),
        patterns=tuple(reading.patterns()),
        phases={
            phase.get("id", ""): tuple(
                a.get("pattern", "") for a in _own(phase, "active")
            )
            for phase in reading.all("phase")
        },
        default_phase=main.get("defaultPhase", ""),
    )


def _files(path: Path) -> Iterator[etree._Element]:
    """Give the roots of a file and of all that it includes, each once."""
    waiting, seen = [path], set()
    while waiting:
        current = waiting.pop(0)
        if current.resolve() in seen:
            continue
        seen.add(current.resolve())
        if not current.is_file():
            raise ConfigurationError(
                f"the included schema {current.name} is not there",
                place=path.name,
                remedy="keep the files of a schema together",
            )
        root = read_tree(current.read_bytes(), current.name)
        waiting += [current.parent / href for href in _included(root)]
        yield root


def _included(root: etree._Element) -> Iterator[str]:
    spaces = (_GRAMMAR, *_SPACES)
    for tag in ("include", "externalRef"):
        for element in root.iter(*(f"{{{space}}}{tag}" for space in spaces)):
            href = element.get("href", "").partition("#")[0]
            if href and "://" not in href:
                yield href


class _Reading:
    """The elements of Schematron in some files, by name."""

    def __init__(self, roots: list[etree._Element]) -> None:
        self.elements: dict[str, list[etree._Element]] = {}
        for root in roots:
            for element in root.iter(*(f"{{{space}}}*" for space in _SPACES)):
                self.elements.setdefault(local_name(element.tag), []).append(element)

    def all(self, name: str) -> list[etree._Element]:
        return self.elements.get(name, [])

    def patterns(self) -> Iterator[Pattern]:
        abstract = {p.get("id"): p for p in self.all("pattern") if _is_abstract(p)}
        for number, element in enumerate(self.all("pattern"), start=1):
            if _is_abstract(element):
                continue
            model = abstract.get(element.get("is-a"), element)
            given = _parameters(element) if model is not element else NONE
            name = element.get("id") or f"pattern {number}"
            yield Pattern(
                name, _variables(model, given), self.rules(model, name, given)
            )

    def rules(
        self, pattern: etree._Element, name: str, given: Parameters
    ) -> tuple[SchematronRule, ...]:
        found = []
        for rule in _own(pattern, "rule"):
            if not _is_abstract(rule):
                parts = self.parts(rule)
                found.append(
                    SchematronRule(
                        _filled(rule.get("context", ""), given),
                        tuple(v for part in parts for v in _variables(part, given)),
                        tuple(self.assertions(parts, rule.get("id") or name, given)),
                    )
                )
        return tuple(found)

    def parts(self, rule: etree._Element) -> list[etree._Element]:
        """Give a rule and the abstract rules that it extends, those first."""
        found: list[etree._Element] = []
        waiting = [rule]
        while waiting:
            current = waiting.pop()
            if current in found:
                continue
            found.insert(0, current)
            wanted = [e.get("rule") for e in _own(current, "extends")]
            waiting += [r for r in self.all("rule") if r.get("id") in wanted]
        return found

    def assertions(
        self, parts: list[etree._Element], name: str, given: Parameters
    ) -> Iterator[Assertion]:
        texts = {d.get("id", ""): d for d in self.all("diagnostic")}
        elements = [e for part in parts for e in _own(part, "assert", "report")]
        for number, element in enumerate(elements, start=1):
            wanted = element.get("diagnostics", "").split()
            yield Assertion(
                name=element.get("id")
                or (f"{name} ({number})" if number > 1 else name),
                test=_filled(element.get("test", ""), given),
                complains_when=local_name(element.tag) == "report",
                message=tuple(_words(element, given)),
                role=_role(element),
                diagnostics=tuple(
                    tuple(_words(texts[w], given)) for w in wanted if w in texts
                ),
            )


def _numbered(name: str, number: int) -> str:
    return f"{name} ({number})" if number > 1 else name


def _is_abstract(element: etree._Element) -> bool:
    return element.get("abstract") == "true"


def _own(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Give the children of those names, in order."""
    wanted = {f"{{{space}}}{name}" for space in _SPACES for name in names}
    return (child for child in element if child.tag in wanted)


def _variables(
    element: etree._Element, given: Parameters
) -> tuple[tuple[str, str], ...]:
    return tuple(
        (let.get("name", ""), _filled(let.get("value", "string(.)"), given))
        for let in _own(element, "let")
    )


def _parameters(pattern: etree._Element) -> Parameters:
    return {p.get("name", ""): p.get("value", "") for p in _own(pattern, "param")}


def _filled(text: str, given: Parameters) -> str:
    """Put the parameters of an abstract pattern into its text."""
    return _PLACEHOLDER.sub(lambda m: given.get(m[1], m[0]), text) if given else text


def _words(element: etree._Element, given: Parameters) -> Iterator[Words]:
    if element.text:
        yield Words(element.text)
    for child in element:
        match local_name(child.tag):
            case "value-of":
                yield Words(_filled(child.get("select", ""), given), is_expression=True)
            case "name":
                path = _filled(child.get("path", ""), given)
                yield Words(f"name({path})", is_expression=True)
            case "emph" | "span" | "dir":
                yield from _words(child, given)
            case _:
                pass
        if child.tail:
            yield Words(child.tail)


def _role(element: etree._Element) -> str:
    """Give the role of an assertion, or of the rule or pattern it stands in."""
    for node in (element, *element.iterancestors()):
        role = node.get("role")
        if role:
            return role
    return ""
