"""RELAX NG: whether a document is valid under a schema, and why it is not."""

from tei_encoder.validate.relaxng.schema import Schema, load_schema
from tei_encoder.validate.relaxng.schema_error import SchemaError
from tei_encoder.validate.relaxng.violations import Violation, ViolationKind

__all__ = ["Schema", "SchemaError", "Violation", "ViolationKind", "load_schema"]
