"""Checking a whole schema, used or not by any document yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_encoder.validate.relaxng.id_consistency import check_agreement, check_placement
from tei_encoder.validate.relaxng.patterns import Element, Pattern
from tei_encoder.validate.relaxng.restrictions import (
    RestrictionError,
    check_content,
    check_start,
    parts_of,
)
from tei_encoder.validate.relaxng.schema_error import SchemaError
from tei_encoder.validate.relaxng.schema_files import place_of
from tei_encoder.validate.relaxng.syntax import check_syntax

if TYPE_CHECKING:
    from lxml.etree import _Element

    from tei_encoder.validate.relaxng.compilation import Compiler, ElementDefinition
    from tei_encoder.validate.relaxng.schema_files import SchemaFiles


def check_schema(
    root: _Element, start: Pattern, compiler: Compiler, files: SchemaFiles
) -> None:
    """Check syntax, references and restrictions of a schema, to the last definition.

    Raises SchemaError, with file and line, for the first thing that is wrong.
    """
    for _ in compiler.definitions_below(root):
        # Going through them all finds references that lead nowhere.
        pass
    for each in files.roots:
        check_syntax(each)
    try:
        check_start(start)
    except RestrictionError as error:
        raise _located(error, root) from error
    contents = reachable_contents(start, compiler)
    for definition, content in contents.items():
        try:
            check_content(content)
            check_placement(definition, content)
        except RestrictionError as error:
            raise _located(error, definition.node) from error
    try:
        check_agreement(contents)
    except RestrictionError as error:
        raise _located(error, root) from error


def reachable_contents(
    start: Pattern, compiler: Compiler
) -> dict[ElementDefinition, Pattern]:
    """Compile every element that a document can have; return content by definition."""
    contents: dict[ElementDefinition, Pattern] = {}
    pending = [start]
    while pending:
        for part in parts_of(pending.pop()):
            if isinstance(part, Element) and part.definition not in contents:
                contents[part.definition] = compiler.content(part.definition)
                pending.append(contents[part.definition])
    return contents


def _located(error: RestrictionError, node: _Element) -> SchemaError:
    return SchemaError(str(error), place=place_of(node), section=error.section)
