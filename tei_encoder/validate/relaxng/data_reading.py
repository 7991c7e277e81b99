"""Reading `data` and `value` patterns from a schema (sections 4.3, 4.4 and 4.16)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_encoder.validate.relaxng.datatype_libraries import (
    TOKEN,
    find_datatype,
    is_known_library,
)
from tei_encoder.validate.relaxng.datatypes import Datatype, read_literal
from tei_encoder.validate.relaxng.facets import Facet, FacetError, facet_test
from tei_encoder.validate.relaxng.schema_error import SchemaError
from tei_encoder.validate.relaxng.schema_files import (
    children_of,
    inherited,
    kind_of,
    place_of,
    required,
    text_of,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

    from tei_encoder.validate.relaxng.pattern_table import PatternTable
    from tei_encoder.validate.relaxng.patterns import Pattern


def read_data(node: _Element, table: PatternTable, excepted: Pattern | None) -> Pattern:
    """Read a `data` pattern whose exception is compiled already."""
    datatype = _datatype(node, required(node, "type"))
    facets = tuple(
        Facet(required(child, "name"), text_of(child))
        for child in children_of(node)
        if kind_of(child) == "param"
    )
    try:
        tests = tuple(facet_test(datatype, facet) for facet in facets)
    except FacetError as error:
        raise SchemaError(str(error), place=place_of(node), section="4.16") from error
    return table.data(datatype, facets, tests, excepted)


def read_value(node: _Element, table: PatternTable) -> Pattern:
    """Read a `value` pattern; without a type it is a token of RELAX NG's own."""
    name = node.get("type")
    datatype = TOKEN if name is None else _datatype(node, name.strip())
    literal = text_of(node)
    namespaces = {**node.nsmap, None: inherited(node, "ns")}
    meaning = read_literal(datatype, literal, namespaces)
    if meaning is None:
        message = f'"{literal}" is not {datatype.words}'
        raise SchemaError(message, place=place_of(node), section="4.16")
    return table.value(datatype, literal, meaning)


def _datatype(node: _Element, name: str) -> Datatype:
    library = inherited(node, "datatypeLibrary")
    datatype = find_datatype(library, name)
    if datatype is not None:
        return datatype
    if is_known_library(library):
        message = f'there is no datatype "{name}" in library "{library}"'
    else:
        message = f'datatype library "{library}" is not known'
    raise SchemaError(message, place=place_of(node), section="4.16")
