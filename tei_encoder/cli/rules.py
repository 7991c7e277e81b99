"""All kinds of finding, joined from the packages that report them."""

from functools import cache
from importlib import import_module
from typing import Final

from tei_encoder.errors import UnknownNameError
from tei_encoder.model.diagnostic import Rule
from tei_encoder.registry import suggestion

#: packages with a table `RULES`, in the order of their codes
PACKAGES: Final = (
    "readers",
    "segment",
    "assemble",
    "annotate",
    "encode",
    "decode",
    "validate",
)


@cache
def all_rules() -> tuple[Rule, ...]:
    """Give every rule of the toolkit, by code."""
    found: list[Rule] = []
    for package in PACKAGES:
        found += import_module(f"tei_encoder.{package}").RULES
    return tuple(sorted(found, key=lambda rule: rule.code))


def find_rule(text: str) -> Rule:
    """Give the rule of that code or name, in any case.

    Raises `UnknownNameError` with the nearest one.
    """
    known: dict[str, Rule] = {}
    for rule in all_rules():
        known |= {rule.code: rule, rule.name: rule}
    for key in (text.upper(), text.lower()):
        if key in known:
            return known[key]
    near = text.upper() if any(map(str.isdigit, text)) else text.lower()
    raise UnknownNameError(
        f"there is no finding {text!r}",
        remedy=suggestion(near, tuple(known))
        + "; `tei-encoder explain` lists all of them",
    )
