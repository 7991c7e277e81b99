"""Digests of what a verdict depends on besides the document."""

import re
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from tei_encoder.version import VERSION

_PACKAGE: Final = Path(__file__).resolve().parents[1]
#: packages of ours, and of others, that take part in a verdict
_OURS: Final = ("validate", "tei", "model")
_OTHERS: Final = ("lxml", "elementpath")
#: files that a schema draws in: RELAX NG in either syntax, Schematron
_DRAWN_IN: Final = re.compile(
    rb"""(?:href|src)\s*=\s*["']([^"'#]+)["']|(?:include|external)\s+["']([^"']+)["']"""
)
#: what may change where such files are
_MOVED: Final = re.compile(rb"xml:base\s*=|<!ENTITY|\bdoc(?:ument)?\(")


def schema_fingerprint(schema: Path) -> str | None:
    """Give the SHA-256 of a schema, the `.sch` beside it, and all that they draw in.

    None where that cannot be told from the files alone; raises `OSError` for a file
    that cannot be read.
    """
    digest = sha256()
    beside = schema.with_suffix(".sch")
    waiting = [path for path in (schema, beside) if path == schema or path.is_file()]
    seen = {path.resolve() for path in waiting}
    while waiting:
        path = waiting.pop()
        data = path.read_bytes()
        if _MOVED.search(data):
            return None
        digest.update(sha256(data).digest())
        for match in _DRAWN_IN.finditer(data):
            name = (match[1] or match[2]).decode("utf-8", "replace")
            drawn = (path.parent / name).resolve()
            if drawn not in seen and drawn.is_file():
                seen.add(drawn)
                waiting.append(drawn)
    return digest.hexdigest()


@cache
def program_fingerprint() -> str:
    """Give the SHA-256 of the code that judges, and of the versions of its parts.

    The version alone would keep the verdicts of a checkout that changes every day.
    """
    digest = sha256(VERSION.encode())
    for package in _OURS:
        for path in sorted((_PACKAGE / package).rglob("*.[pt]*")):
            if path.suffix in {".py", ".tsv"}:
                digest.update(path.name.encode() + sha256(path.read_bytes()).digest())
    for name in _OTHERS:
        digest.update(f"{name} {_version(name)}".encode())
    return digest.hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"
