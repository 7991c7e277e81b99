"""Compares two runs with progress, and words the result."""

from pathlib import Path

from tei_encoder.cli.progress import Progress
from tei_encoder.compare.folders import Comparison, compare_pair, pair
from tei_encoder.compare.report import as_html, as_json, as_text


def compared(old: Path, new: Path, *, silent: bool) -> Comparison:
    """Compare two folders or files; raises `ReadError` where they are no pair."""
    pairs = pair(old, new)
    with Progress(len(pairs), silent=silent) as progress:
        return Comparison(tuple(progress.follow(compare_pair(*one) for one in pairs)))


def written(comparison: Comparison, layout: str, examples: int) -> str:
    """Give a comparison as `text`, `json` or `html`."""
    match layout:
        case "json":
            return as_json(comparison)
        case "html":
            return as_html(comparison)
        case _:
            return as_text(comparison, examples=examples)
