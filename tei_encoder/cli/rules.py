"""Finds the rule that a user asks for."""

from tei_encoder.errors import UnknownNameError
from tei_encoder.model.diagnostic import Rule
from tei_encoder.registry import suggestion
from tei_encoder.rules import all_rules


def find_rules(text: str) -> tuple[Rule, ...]:
    """Give the rules of that code or name, in any case.

    A name has two rules where two checks find the same mistake.
    Raises `UnknownNameError` with the nearest one.
    """
    code, name = text.upper(), text.lower()
    found = tuple(r for r in all_rules() if r.code == code or r.name == name)
    if found:
        return found
    known = [word for rule in all_rules() for word in (rule.code, rule.name)]
    near = code if any(map(str.isdigit, text)) else name
    raise UnknownNameError(
        f"there is no finding {text!r}",
        remedy=suggestion(near, tuple(known))
        + "; `tei-encoder explain` lists all of them",
    )
