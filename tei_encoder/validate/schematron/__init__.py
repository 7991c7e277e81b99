"""Schematron: rules embedded in a RELAX NG file, and separate `.sch` files."""

from pathlib import Path
from typing import Final

from lxml import etree

from tei_encoder.errors import UnknownNameError
from tei_encoder.registry import suggestion
from tei_encoder.validate.schematron.checking import Checked, check_rules, phases_of
from tei_encoder.validate.schematron.model import ALL_PHASES, Besides

__all__ = ["Besides", "Checked", "check_rules", "check_schematron"]

NOTHING: Final = Besides()


def check_schematron(
    root: etree._Element,
    schema: Path,
    besides: Besides = NOTHING,
    *,
    without: tuple[str, ...] = (),
) -> Checked:
    """Check the rules that belong to a schema: embedded ones and those beside it.

    `conversation.rng` brings the rules inside it and its modules, and those of
    `conversation.sch` in the same folder; a `.sch` file brings its own, and so do the
    files of `besides`. The compact syntax of RELAX NG embeds none.
    Patterns whose ids begin with one of `without` are left out.
    A schema without the phase asked for is checked in its default one; raises
    `UnknownNameError` where none has it.
    """
    beside = schema.with_suffix(".sch")
    own = [path for path in (schema, beside) if path.is_file()]
    files = dict.fromkeys(p for p in (*own, *besides.files) if p.suffix != ".rnc")
    phase = besides.phase
    _refuse_unknown(phase, tuple(files))
    results = [check_rules(root, path, phase, without=without) for path in files]
    return Checked(
        tuple(finding for result in results for finding in result.findings),
        tuple(name for result in results for name in result.unchecked),
    )


def _refuse_unknown(phase: str | None, files: tuple[Path, ...]) -> None:
    if phase in {None, ALL_PHASES}:
        return
    known = tuple(dict.fromkeys(name for file in files for name in phases_of(file)))
    if phase not in known:
        raise UnknownNameError(
            f"no Schematron rules here have a phase {phase!r}",
            remedy=suggestion(str(phase), (*known, ALL_PHASES)),
        )
