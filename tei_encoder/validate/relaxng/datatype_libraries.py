"""Datatypes by library and name: RELAX NG's own two, and those of XML Schema."""

from __future__ import annotations

from functools import cache
from typing import Final

from tei_encoder.validate.relaxng.datatypes import Datatype
from tei_encoder.validate.relaxng.white_space import preserve
from tei_encoder.validate.relaxng.xml_schema_types import XML_SCHEMA, xml_schema_type

BUILT_IN: Final = ""

# The built-in datatypes of section 6.2.9 of the RELAX NG specification.
TOKEN: Final = Datatype(BUILT_IN, "token", "text", str)
STRING: Final = Datatype(BUILT_IN, "string", "text", str, white_space=preserve)


@cache
def find_datatype(library: str, name: str) -> Datatype | None:
    """Return the datatype of that name in that library, or None."""
    if library == XML_SCHEMA:
        return xml_schema_type(name)
    if library == BUILT_IN:
        return {"token": TOKEN, "string": STRING}.get(name)
    return None


def is_known_library(library: str) -> bool:
    """Tell whether any datatype of that library is known."""
    return library in (BUILT_IN, XML_SCHEMA)
