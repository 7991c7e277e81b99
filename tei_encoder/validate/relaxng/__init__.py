"""RELAX NG: whether a document is valid under a schema, and why it is not.

    schema = load_schema("tei_all.rng")
    for violation in schema.validate("minutes.xml"):
        print(violation.line, violation.xpath, violation.message, violation.help)

Where to look, in the order in which things happen:
`schema` loads and validates; `schema_files`, `grammars`, `name_class_reading` and
`data_reading` read the schema's XML; `compact_reading`, `compact_tokens` and
`compact_scope` make XML of the compact syntax; `compilation` makes `patterns` of it,
each once (`pattern_table`); `derivatives` say what may follow, `automaton` remembers
it as `states`; `walk` leads through a document with a stack of `frames`.
After a mistake `recovery` decides how to go on; `element_explanations` and
`attribute_explanations` word the `violations`, from `expectations`, `spelling`,
`repairs`, `positions` and `wording`; `identities` keeps track of ID and IDREF.
Strings: `values`, `datatypes`, `datatype_libraries`, `xml_schema_types`, `dates`,
`numbers`, `names`, `references`, `facets`, `regular_expressions`,
`character_classes`, `white_space`.
Whole schemas: `checking` with `syntax`, `restrictions` and `id_consistency`.
"""

from tei_encoder.validate.relaxng.schema import Schema, load_schema
from tei_encoder.validate.relaxng.schema_error import SchemaError
from tei_encoder.validate.relaxng.violations import Violation, ViolationKind

__all__ = ["Schema", "SchemaError", "Violation", "ViolationKind", "load_schema"]
