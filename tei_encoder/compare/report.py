"""A comparison for people (text, a self-contained page) and for programs (JSON)."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from html import escape
from typing import Final

from tei_encoder.compare.changes import Change, How
from tei_encoder.compare.folders import Comparison

#: examples of each phenomenon in text
EXAMPLES: Final = 5
_LONGEST: Final = 100
_SIGNS: Final = {How.ADDED: "+", How.REMOVED: "-", How.CHANGED: "~"}
_STYLE: Final = (
    "body{font:1rem/1.5 serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse}td,th{padding:.2rem .8rem;text-align:right;"
    "border-bottom:1px solid #ccc}td:first-child,th:first-child{text-align:left}"
    ".added{color:#060}.removed{color:#900}.changed{color:#850}"
    "li{margin:.4rem 0}small{color:#555}"
)


def as_text(comparison: Comparison, *, examples: int = EXAMPLES) -> str:
    """Give a table of counts, then some examples of each phenomenon that changed."""
    lines = [
        f"{'':<20} {'old':>7} {'new':>7} {'added':>7} {'removed':>7} {'changed':>7}"
    ]
    for name, tally in comparison.tallies.items():
        numbers = " ".join(f"{number:>7}" for number in asdict(tally).values())
        lines.append(f"{name:<20} {numbers}")
    for name in comparison.tallies:
        found = list(comparison.changes(name))
        if found:
            lines += ["", name]
            for file, change in found[:examples]:
                lines.append(f"  {_SIGNS[change.how]} {file}: {_short(_words(change))}")
            if len(found) > examples:
                lines.append(f"  … {len(found) - examples} more")
    lines += [f"{file}: {why}" for file, why in _unpaired(comparison)]
    return "\n".join(lines)


def as_json(comparison: Comparison) -> str:
    """Give every change: `{"same", "phenomena": {…}, "files": [{"file", "changes"}]}`.

    A change is `{"phenomenon", "how", "words", "old", "new", "context"}`; `old` and
    `new` are what is claimed of the words, null where nothing is.
    """
    files = [
        {
            "file": compared.name,
            "only": compared.only or None,
            "error": str(compared.error) if compared.error else None,
            "changes": [_object(change) for change in compared.changes],
        }
        for compared in comparison.files
        if not compared.same
    ]
    phenomena = {name: asdict(tally) for name, tally in comparison.tallies.items()}
    found = {"same": comparison.same, "phenomena": phenomena, "files": files}
    return json.dumps(found, ensure_ascii=False, indent=2)


def as_html(comparison: Comparison) -> str:
    """Give one page that needs nothing else: counts, then every change."""
    return "\n".join(
        (
            '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">',
            f"<title>What changed</title><style>{_STYLE}</style></head><body>",
            "<h1>What changed</h1>",
            *_table(comparison),
            *_sections(comparison),
            "</body></html>\n",
        )
    )


def _object(change: Change) -> dict[str, str | None]:
    return {
        "phenomenon": change.phenomenon,
        "how": change.how,
        "words": change.fact.words,
        "old": change.old.value if change.old else None,
        "new": change.new.value if change.new else None,
        "context": change.fact.context,
    }


def _words(change: Change) -> str:
    """Say a change in one line."""
    fact = change.fact
    if change.how is How.CHANGED and change.old and change.new:
        return f"{_short(fact.words)}: {change.old.value} → {change.new.value}"
    return f"{_short(fact.words)} [{fact.value}]" if fact.value else fact.context


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _unpaired(comparison: Comparison) -> Iterator[tuple[str, str]]:
    for compared in comparison.files:
        if compared.only:
            yield compared.name, f"only in the {compared.only} run"
        elif compared.error:
            yield compared.name, f"not compared: {compared.error}"


def _table(comparison: Comparison) -> Iterator[str]:
    heads = ("", "old", "new", "added", "removed", "changed")
    yield "<table><tr>" + "".join(f"<th>{head}</th>" for head in heads) + "</tr>"
    for name, tally in comparison.tallies.items():
        cells = "".join(f"<td>{number}</td>" for number in asdict(tally).values())
        yield f"<tr><td>{escape(name)}</td>{cells}</tr>"
    yield "</table>"


def _sections(comparison: Comparison) -> Iterator[str]:
    for name in comparison.tallies:
        found = list(comparison.changes(name))
        if found:
            yield f"<h2>{escape(name)} ({len(found)})</h2><ul>"
            yield from (_item(file, change) for file, change in found)
            yield "</ul>"
    unpaired = [
        f"<li>{escape(file)}: {escape(why)}</li>" for file, why in _unpaired(comparison)
    ]
    if unpaired:
        yield "<h2>files</h2><ul>" + "".join(unpaired) + "</ul>"


def _item(file: str, change: Change) -> str:
    context = escape(_short(change.fact.context))
    return (
        f'<li class="{change.how}">{_SIGNS[change.how]} {escape(_words(change))}<br>'
        f"<small>{escape(file)}: {context}</small></li>"
    )
