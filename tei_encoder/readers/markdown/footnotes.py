"""Footnotes in Markdown, which CommonMark lacks: `[^label]` and `[^label]: words`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Final

_DEFINITION: Final = re.compile(r" {0,3}\[\^([^\]\s]+)\]:[ \t]*(.*)")
_REFERENCE: Final = re.compile(r"\[\^([^\]\s]+)\](?!:)")
_INDENTED: Final = re.compile(r"(?: {4}|\t)(.*)")
_FENCE: Final = re.compile(r" {0,3}(```+|~~~+)")


@dataclass(frozen=True, slots=True)
class Footnotes:
    """A text without its definitions, and these by label, as Markdown."""

    text: str
    definitions: Mapping[str, str]


def take_out(text: str) -> Footnotes:
    """Take the definitions of footnotes out of a text.

    Indented lines continue one, also after an empty line; code blocks are left alone.
    """
    kept: list[str] = []
    found: dict[str, list[str]] = {}
    label, fence = "", ""
    for line in text.split("\n"):
        fence = _fence(line, fence)
        begun = None if fence else _DEFINITION.match(line)
        if begun and begun[1] not in found:
            label = begun[1]
            found[label] = [begun[2]]
        elif label and not fence and (more := _continuation(line)) is not None:
            found[label].append(more)
        else:
            label = ""
            kept.append(line)
    return Footnotes("\n".join(kept), {k: "\n".join(v) for k, v in found.items()})


def refer(words: str, footnotes: Footnotes, numbers: dict[str, str]) -> str | None:
    """Give text with its references as HTML; None where it holds none.

    `numbers` takes the marks as they are printed, in the order of the references.
    """
    pieces: list[str] = []
    place = 0
    for found in _REFERENCE.finditer(words):
        if found[1] in footnotes.definitions:
            number = numbers.setdefault(found[1], str(len(numbers) + 1))
            pieces += [escape(words[place : found.start()]), _anchor(number)]
            place = found.end()
    return "".join([*pieces, escape(words[place:])]) if pieces else None


def body(number: str, rendered: str) -> str:
    """Give a note as HTML: its mark opens its first paragraph."""
    mark = f'<a href="#ref-{number}">{number}</a> '
    opened = rendered.replace("<p>", f"<p>{mark}", 1)
    words = opened if opened != rendered else f"<p>{mark}</p>{rendered}"
    return f'<aside id="note-{number}">{words}</aside>'


def _anchor(number: str) -> str:
    address = f'id="ref-{number}" href="#note-{number}" role="doc-noteref"'
    return f"<sup><a {address}>{number}</a></sup>"


def _continuation(line: str) -> str | None:
    if not line.strip():
        return ""
    found = _INDENTED.match(line)
    return found[1] if found else None


def _fence(line: str, fence: str) -> str:
    """Give the fence of the code block that a line is in, empty outside."""
    found = _FENCE.match(line)
    if not found:
        return fence
    if not fence:
        return found[1]
    return "" if line.strip().startswith(fence) else fence
