"""Profiles for people who write one: proposed from examples, checked on records."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from tei_encoder import readers
from tei_encoder.batch.write import write_whole
from tei_encoder.cli.outcome import CLEAN, FOUND
from tei_encoder.cli.render.excerpt import visible
from tei_encoder.errors import OutputError
from tei_encoder.model.source import Source
from tei_encoder.profiles.load import own_keys
from tei_encoder.profiles.proposal import as_toml
from tei_encoder.segment.effect import Effect, effects, unread
from tei_encoder.segment.proposal import propose

#: lines and changes of one key that are shown; programs get all of them
_SHOWN: Final = 4

#: what the keys of a profile did, file by file
Findings = list[tuple[str, tuple[Effect, ...]]]


def proposed(files: Sequence[Path], output: Path | None) -> str:
    """Give the TOML of a profile proposed from examples; it is written, if asked for.

    Raises `OutputError` where there is a file already.
    """
    title = output.stem if output else "a house style"
    text = as_toml(propose([_read(path) for path in files], title))
    if output is None:
        return text
    if output.exists():
        raise OutputError(
            "is there already",
            place=str(output),
            remedy="give another name with -o, or remove it first",
        )
    write_whole(output, text.encode())
    return ""


def checked(profile: str, files: Sequence[Path], layout: str) -> tuple[str, int]:
    """Tell what each key of a profile did; exit code 1 where one did nothing at all."""
    table, name = own_keys(profile), Path(profile).stem
    found = [(str(path), tuple(effects(_read(path), table, name))) for path in files]
    code = FOUND if any(_idle(found)) else CLEAN
    if layout == "json":
        return _as_json(profile, found), code
    return "\n".join(_as_text(profile, found)), code


def _read(path: Path) -> Source:
    return readers.read(path.read_bytes(), path.name).value


def _idle(found: Findings) -> Iterator[Effect]:
    """Give the keys that did nothing on any file."""
    for same in zip(*(each for _, each in found), strict=True):
        if all(effect.idle for effect in same):
            yield same[0]


def _as_text(profile: str, found: Findings) -> Iterator[str]:
    for file, each in found:
        yield f"{profile} on {file}"
        for effect in each:
            yield f"  {_key(effect)}: {visible(_did(effect))}"
            yield from (
                f"      line {c.line}: {visible(c.reading)}, else {visible(c.without)}"
                for c in effect.changes[:_SHOWN]
            )
            if len(effect.changes) > _SHOWN:
                yield f"      … {len(effect.changes) - _SHOWN} more"
    for effect in _idle(found):
        why = ": no part of the parser reads this topic" if unread(effect.key) else ""
        yield f"did nothing: {_key(effect)}{why}"


def _key(effect: Effect) -> str:
    value = json.dumps(effect.key.value, ensure_ascii=False)
    return visible(f"{effect.key.name} = {value if effect.key.value else 'all'}")


def _did(effect: Effect) -> str:
    parts = []
    if effect.lines:
        numbers = ", ".join(map(str, effect.lines[:_SHOWN]))
        more = len(effect.lines) - _SHOWN
        parts.append(f"on line {numbers}" + (f" … {more} more" if more > 0 else ""))
    if effect.changes:
        blocks = "block" if len(effect.changes) == 1 else "blocks"
        parts.append(f"{len(effect.changes)} {blocks} read otherwise")
    elif effect.lines:
        parts.append("nothing read otherwise")
    elif effect.key.name == "language":
        parts.append("told to the TEI, nothing read otherwise")
    return "; ".join(parts) or "nothing"


def _as_json(profile: str, found: Findings) -> str:
    files = [
        {"file": file, "keys": [_told(effect) for effect in each]}
        for file, each in found
    ]
    idle = [{"key": e.key.name, "value": e.key.value} for e in _idle(found)]
    table = {"profile": profile, "files": files, "idle": idle}
    return json.dumps(table, ensure_ascii=False, indent=1)


def _told(effect: Effect) -> dict[str, Any]:
    return {
        "key": effect.key.name,
        "value": effect.key.value,
        "lines": list(effect.lines),
        "changes": [
            {"line": c.line, "reading": c.reading, "without": c.without}
            for c in effect.changes
        ],
    }
