"""Everything that can be said of a TEI file without its source, in document order."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from lxml import etree

from tei_encoder.errors import ReadError
from tei_encoder.model.diagnostic import Diagnostic, Report, Rule, Severity, XmlPlace
from tei_encoder.tei.schemas import schema_path
from tei_encoder.validate import schema_rules
from tei_encoder.validate.finding import Finding, diagnostics, short
from tei_encoder.validate.grammar import check_grammar
from tei_encoder.validate.pointers import check_pointers
from tei_encoder.validate.provenance import check_provenance
from tei_encoder.validate.reading import NotWellFormedError, read_tree
from tei_encoder.validate.relaxng import ViolationKind
from tei_encoder.validate.schema_choice import choose_schema
from tei_encoder.validate.schematron import NOTHING, Besides, check_schematron
from tei_encoder.validate.xinclude import (
    NOTHING_INCLUDED,
    InclusionError,
    Origins,
    include,
    told,
)

#: patterns of our own Schematron, which serves other tools, for what the pass over
#: pointers does in linear time
_COVERED: Final = ("pointer-", "unused-participant")
_MISPLACED: Final = {
    schema_rules.BY_KIND[kind.value]
    for kind in (ViolationKind.ELEMENT_NOT_ALLOWED, ViolationKind.UNKNOWN_ELEMENT)
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What validation found.

    `schema` is the base name of the schema, empty for a file that could not be read;
    `valid` is the schema's verdict alone; `unchecked` names the Schematron rules
    that could not be run and why.
    """

    schema: str
    valid: bool
    report: Report
    unchecked: tuple[str, ...] = ()


def validate(
    document: etree._Element | Path | str, *, schema: Path | str | None = None
) -> Report:
    """Validate a tree or the file at a path; see `check` for the choice of schema.

    Findings of RELAX NG, Schematron and pointers, in document order.
    Raises `ReadError` for a file that cannot be opened, `UnknownNameError` for a
    schema that is not there, `SchemaError` for one that is wrong.
    """
    if isinstance(document, (Path, str)):
        path = Path(document)
        return check(_bytes(path), path.name, schema=schema).report
    return judge(document, choose_schema(schema, document).path).report


def check(
    data: bytes,
    name: str,
    *,
    schema: Path | str | None = None,
    below: Path | None = None,
    rules: Besides = NOTHING,
) -> Verdict:
    """Validate the bytes of a file called `name`; its findings have columns.

    `schema` is a path or a name (`conversation`, `tei_all`, `tei_all@4.12.0`);
    without it the schema is what `<?xml-model?>` names, else tei_all.
    XInclude is followed to files below the folder `below`, and not without it; then
    `name` is the path of the file.
    `rules` are more files of Schematron and the phase; `schema` may be one, too.
    A file that is not well-formed or too large is a finding, so that it stops no
    other file.
    """
    origins = NOTHING_INCLUDED
    try:
        root = read_tree(data, name)
        if below is not None:
            origins = include(root, Path(name), below)
    except InclusionError as error:
        place = XmlPlace(error.line)
        return _unreadable(schema_rules.INCLUSION_FAILED, error, place)
    except NotWellFormedError as error:
        place = XmlPlace(error.line, error.column)
        return _unreadable(schema_rules.NOT_WELL_FORMED, error, place)
    except ReadError as error:
        return _unreadable(schema_rules.TOO_LARGE, error, XmlPlace(1))
    choice = choose_schema(schema, root)
    besides = replace(rules, files=(*choice.rules, *rules.files))
    verdict = judge(root, choice.path, data, origins, besides)
    missed = tuple(_missed(address, choice.path.name) for address in choice.missed)
    report = Report((*missed, *verdict.report.diagnostics))
    return replace(verdict, report=report)


def judge(
    root: etree._Element,
    schema: Path,
    data: bytes | None = None,
    origins: Origins = NOTHING_INCLUDED,
    rules: Besides = NOTHING,
) -> Verdict:
    """Validate a tree against the schema at a path; `data` are the file's bytes.

    `origins` tell of elements that other files gave; then there are no columns.
    `rules` are more files of Schematron, and the phase of all.
    """
    rules_alone = schema.suffix == ".sch"
    grammar = () if rules_alone else check_grammar(root, schema)
    pointers = check_pointers(root)
    ours = schema == schema_path("conversation.rng")
    ruled = check_schematron(root, schema, rules, without=_COVERED if ours else ())
    added = check_provenance(root)
    findings = _without_repetition((*grammar, *pointers, *added, *ruled.findings))
    return Verdict(
        schema=schema.name,
        valid=not grammar and not (rules_alone and any(map(_is_error, ruled.findings))),
        report=Report(diagnostics(told(findings, origins), None if origins else data)),
        unchecked=ruled.unchecked,
    )


def _is_error(finding: Finding) -> bool:
    return finding.rule.severity is Severity.ERROR


def _unreadable(rule: Rule, error: ReadError, place: XmlPlace) -> Verdict:
    finding = Diagnostic(
        rule, short(error.message), place=place, help=error.remedy or "", source="xml"
    )
    return Verdict("", valid=False, report=Report((finding,)))


def _missed(address: str, instead: str) -> Diagnostic:
    return Diagnostic(
        schema_rules.ABSENT_SCHEMA,
        short(f"the schema {address} is not here; checked against {instead}"),
        place=XmlPlace(1),
        help=f"tei-encoder schema add NAME {address}",
        source="xml",
    )


def _without_repetition(findings: Iterable[Finding]) -> list[Finding]:
    """Keep one report of each mistake: the first of those who found it.

    Two speak of one mistake where both name the same attribute of an element; a
    Schematron rule names it only in its message.
    """
    kept: list[Finding] = []
    known: dict[etree._Element, list[Finding]] = {}
    for finding in findings:
        others = known.setdefault(finding.element, [])
        repeated = any(_same(other, finding) for other in others)
        if not repeated and not _follows(finding, known):
            others.append(finding)
            kept.append(finding)
    return kept


def _follows(finding: Finding, known: dict[etree._Element, list[Finding]]) -> bool:
    """Tell what only follows from an element that stands in a wrong place."""
    if not finding.about_place:
        return False
    around = (finding.element, *finding.element.iterancestors())
    return any(_MISPLACED & {f.rule for f in known.get(e, ())} for e in around)


def _same(first: Finding, second: Finding) -> bool:
    if first.source == second.source:
        return False
    if second.attribute is not None:
        return first.attribute == second.attribute
    if first.attribute is None:
        return False
    return f"@{first.attribute}" in second.message or first.attribute == "xml:id"


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReadError(
            f"cannot be read: {error.strerror or error}",
            place=path.name,
            remedy="check the path and its permissions",
        ) from error
