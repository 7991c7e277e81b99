"""Decides whether one RELAX NG schema is a subset of another."""

from pathlib import Path

from tei_encoder.validate.inclusion.comparison import Comparison, Counterexample

__all__ = ["Counterexample", "find_counterexamples"]


def find_counterexamples(inner: Path, outer: Path) -> tuple[Counterexample, ...]:
    """Give what the schema `inner` allows and `outer` does not; empty proves a subset.

    One counterexample for each pair of element definitions that differ, with the path
    of elements that leads there.
    Raises `SchemaError` for a schema that is wrong.
    """
    return tuple(Comparison(inner, outer).run())
