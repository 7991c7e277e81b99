"""All kinds of finding, joined from the packages that report them."""

from functools import cache
from importlib import import_module
from typing import Final

from tei_encoder.model.diagnostic import Rule

#: packages with a table `RULES`, in the order of their codes
PACKAGES: Final = (
    "decisions",
    "readers",
    "segment",
    "assemble",
    "annotate",
    "encode",
    "decode",
    "validate",
    "export",
)


@cache
def all_rules() -> tuple[Rule, ...]:
    """Give every rule of the toolkit, by code."""
    found: list[Rule] = []
    for package in PACKAGES:
        found += import_module(f"tei_encoder.{package}").RULES
    return tuple(sorted(found, key=lambda rule: rule.code))
