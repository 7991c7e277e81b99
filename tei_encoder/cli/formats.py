"""`tei-encoder formats`: what can be read and what can be written."""

import json
import textwrap
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

import click

from tei_encoder.cli.outcome import echo

if TYPE_CHECKING:
    from tei_encoder.readers.formats import Format

_WIDTH: Final = 92


@click.command(short_help="List what can be read and what can be written.")
@click.option("--json", "as_json", is_flag=True, help="Give all that is known as JSON.")
def formats(*, as_json: bool) -> None:
    """List the input formats and the targets, those of plug-ins included.

    Of every input format: its suffixes, what of a file is kept and what is lost.
    A format is chosen by the content of a file, then by its suffix; `--from` names
    another.
    """
    echo(_json() if as_json else "\n".join(_lines()))


def _lines() -> Iterator[str]:
    from tei_encoder import export, readers

    rows = {row.name: row for row in readers.FORMATS}
    yield "read:"
    for name in readers.names():
        yield from _described(rows[name]) if name in rows else [f"  {name}"]
    yield "write:"
    yield from (f"  {name}" for name in export.names())


def _described(row: "Format") -> Iterator[str]:
    yield f"  {row.name:<8} {' '.join(row.suffixes)}".rstrip()
    yield _wrapped(f"keeps {row.keeps}")
    yield _wrapped(f"loses {row.loses}")
    if row.extra:
        yield f"      needs pip install 'tei-encoder[{row.extra}]'"


def _wrapped(words: str) -> str:
    return textwrap.fill(
        words,
        _WIDTH,
        initial_indent=" " * 6,
        subsequent_indent=" " * 12,
        break_on_hyphens=False,
    )


def _json() -> str:
    from tei_encoder import export, readers

    rows: dict[str, dict[str, Any]] = {row.name: _row(row) for row in readers.FORMATS}
    listed = [rows.get(name, {"name": name}) for name in readers.names()]
    written = [{"name": name} for name in export.names()]
    return json.dumps({"read": listed, "write": written}, ensure_ascii=False, indent=1)


def _row(row: "Format") -> dict[str, Any]:
    """Give what concerns people: neither the module nor how the format is known."""
    left = {"reader", "signed", "searched", "members"}
    return {key: value for key, value in asdict(row).items() if key not in left}
