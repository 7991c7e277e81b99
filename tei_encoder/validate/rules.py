"""All rules of validation, for `tei-encoder explain`."""

from typing import Final

from tei_encoder.validate import provenance, schema_rules
from tei_encoder.validate.fidelity import rules as fidelity_rules
from tei_encoder.validate.pointers import rules as pointer_rules
from tei_encoder.validate.schematron import rules as schematron_rules

RULES: Final = (
    *fidelity_rules.RULES,
    *schema_rules.RULES,
    *provenance.RULES,
    *pointer_rules.RULES,
    *schematron_rules.RULES,
)
