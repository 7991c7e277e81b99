"""The trees of citation that a file declares (`citeStructure`, Guidelines 17.2.5.4)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, TypeGuard

from lxml import etree

from tei_encoder.serve.dts.paths import select, words_of
from tei_encoder.tei.names import PREFIXES, XML_ID, tei

_DECLARATIONS: Final = "tei:teiHeader/tei:encodingDesc//tei:refsDecl"
_STRUCTURE: Final = "tei:citeStructure"
_POSITION: Final = "position()"


@dataclass(frozen=True, slots=True)
class Structure:
    """How one kind of unit is found (`match`) and named (`use`) within another.

    `data` pairs a property, an URI, with the path of its values.
    """

    unit: str
    match: str
    use: str
    delim: str = ""
    data: tuple[tuple[str, str], ...] = ()
    inner: tuple["Structure", ...] = ()


@dataclass(frozen=True, slots=True)
class Tree:
    """A way to cite a text; the first of a file has no name."""

    name: str | None
    structures: tuple[Structure, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of a text that can be cited: its reference, level and parent.

    `element` is the element that is meant, `structure` how it was found.
    """

    ref: str
    level: int
    parent: str | None
    structure: Structure
    element: etree._Element = field(compare=False, repr=False)


def trees_of(root: etree._Element) -> tuple[Tree, ...]:
    """Give the trees that a file declares; the default comes first, without a name."""
    declared = [
        made for made in root.findall(_DECLARATIONS, PREFIXES) if _structures(made)
    ]
    declared.sort(key=lambda made: made.get("default") != "true")
    return tuple(
        Tree(_name(made, number) if number else None, _structures(made))
        for number, made in enumerate(declared)
    )


def units_of(root: etree._Element, tree: Tree) -> tuple[Unit, ...]:
    """Give all units of a tree in the order of the document, parents first.

    Where two have one reference, the first has it.
    """
    places = {element: place for place, element in enumerate(root.iter())}
    found: dict[str, Unit] = {}
    for unit in _units(root, tree.structures, None, places):
        found.setdefault(unit.ref, unit)
    return tuple(found.values())


def _units(
    context: etree._Element,
    structures: tuple[Structure, ...],
    parent: Unit | None,
    places: dict[etree._Element, int],
) -> Iterator[Unit]:
    here = [u for made in structures for u in _matching(context, made, parent)]
    here.sort(key=lambda unit: places[unit.element])
    for unit in here:
        yield unit
        yield from _units(unit.element, unit.structure.inner, unit, places)


def _matching(
    context: etree._Element, structure: Structure, parent: Unit | None
) -> Iterator[Unit]:
    before = f"{parent.ref}{structure.delim}" if parent else structure.delim
    level = parent.level + 1 if parent else 1
    elements = [e for e in select(context, structure.match) if _is_element(e)]
    for number, element in enumerate(elements, start=1):
        used = (
            [number] if structure.use == _POSITION else select(element, structure.use)
        )
        name = words_of(used[0]) if used else ""
        if name:
            outer = parent.ref if parent else None
            yield Unit(f"{before}{name}", level, outer, structure, element)


def _is_element(found: object) -> TypeGuard[etree._Element]:
    return isinstance(found, etree._Element) and isinstance(found.tag, str)  # noqa: SLF001 - its only name


def _structures(parent: etree._Element) -> tuple[Structure, ...]:
    return tuple(
        Structure(
            unit=made.get("unit", ""),
            match=made.get("match", ""),
            use=made.get("use", ""),
            delim=made.get("delim", ""),
            data=tuple(
                (data.get("property", ""), data.get("use", ""))
                for data in made.findall("tei:citeData", PREFIXES)
            ),
            inner=_structures(made),
        )
        for made in parent.findall(_STRUCTURE, PREFIXES)
        if made.get("match") and made.get("use")
    )


def _name(declaration: etree._Element, number: int) -> str:
    return declaration.get("n") or declaration.get(XML_ID) or str(number + 1)


#: elements whose name stands for those who point to them
PEOPLE: Final = frozenset({tei("person"), tei("personGrp"), tei("org")})
