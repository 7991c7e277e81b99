"""A proposed house style, and the TOML file that says it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a few example records have in common.

    `table` holds the keys of a profile (see `load`); `reasons` says, by dotted key
    (`language`, `phrases.persons`), why it is proposed; `remarks` is what was
    seen and needs no key.
    """

    table: Mapping[str, Any]
    reasons: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()


def as_toml(proposal: Proposal) -> str:
    """Give a commented file that `load` reads: one key a line."""
    lines = [f"# {_plain(remark)}" for remark in proposal.remarks]
    tables: list[str] = []
    for key, value in proposal.table.items():
        if isinstance(value, Mapping):
            tables += ["", f"[{key}]", *_lines(value, proposal.reasons, f"{key}.")]
        else:
            lines += _lines({key: value}, proposal.reasons, "")
    return "\n".join([*lines, *tables]) + "\n"


def _lines(
    table: Mapping[str, Any], reasons: Mapping[str, str], heading: str
) -> Iterator[str]:
    for key, value in table.items():
        reason = reasons.get(heading + key)
        comment = f"  # {_plain(reason)}" if reason else ""
        yield f"{key} = {_value(value)}{comment}"


def _value(value: str | tuple[str, ...]) -> str:
    """Write a string or a list of them: JSON's escapes are TOML's as well."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _plain(words: str) -> str:
    """Give words on one line without what a comment must not hold."""
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())
