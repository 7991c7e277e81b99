"""Finds the rule that a user asks for."""

from difflib import get_close_matches

from tei_encoder.errors import UnknownNameError
from tei_encoder.model.diagnostic import Rule
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
    near = get_close_matches(code, [rule.code for rule in all_rules()], n=1)
    near = near or get_close_matches(name, [rule.name for rule in all_rules()], n=1)
    meant = f"did you mean {near[0]!r}? " if near else ""
    raise UnknownNameError(
        f"there is no finding {text!r}",
        remedy=f"{meant}`tei-encoder explain` lists all of them",
    )
