"""Schematron: rules embedded in a RELAX NG file, and separate `.sch` files."""

from pathlib import Path

from lxml import etree

from tei_encoder.validate.schematron.checking import Checked, check_rules

__all__ = ["Checked", "check_rules", "check_schematron"]


def check_schematron(
    root: etree._Element,
    schema: Path,
    phase: str | None = None,
    *,
    without: tuple[str, ...] = (),
    more: tuple[Path, ...] = (),
) -> Checked:
    """Check the rules that belong to a schema: embedded ones and those beside it.

    `conversation.rng` brings the rules inside it and its modules, and those of
    `conversation.sch` in the same folder; a `.sch` file brings its own, and so do the
    files in `more`. The compact syntax of RELAX NG embeds none.
    Patterns whose ids begin with one of `without` are left out.
    """
    beside = schema.with_suffix(".sch")
    own = [path for path in (schema, beside) if path.is_file()]
    files = dict.fromkeys(p for p in (*own, *more) if p.suffix != ".rnc")
    results = [check_rules(root, path, phase, without=without) for path in files]
    return Checked(
        tuple(finding for result in results for finding in result.findings),
        tuple(name for result in results for name in result.unchecked),
    )
