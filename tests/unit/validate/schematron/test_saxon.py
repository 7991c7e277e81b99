"""Verdicts of the Schematron rules of tei_all, rule by rule beside SaxonC."""

import os
from collections import Counter
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import pytest

from tei_encoder.tei.document import parse
from tei_encoder.validate.schematron import check_rules
from tei_encoder.validate.schematron.model import SchematronRule, SchematronSchema
from tei_encoder.validate.schematron.reading import read_schematron

saxonche = pytest.importorskip("saxonche", reason="SaxonC is not installed")
SHARED = os.environ.get("TEI_ENCODER_SHARED")
pytestmark = pytest.mark.skipif(
    not SHARED, reason="TEI_ENCODER_SHARED names no folder of shared material"
)
#: a stylesheet of SaxonC, which has no types
Executable = Any
BROKEN = Path(__file__).with_name("broken_rules.xml")


@pytest.fixture(scope="module")
def schema() -> Path:
    """Find tei_all."""
    return max((Path(SHARED or "") / "schemas").glob("tei_all*.rng"))


@pytest.fixture(scope="module")
def referee(schema: Path) -> Iterator[Executable]:
    """Compile the rules with SaxonC, as the stylesheet that the standard describes."""
    text = stylesheet(read_schematron(schema))
    with saxonche.PySaxonProcessor(license=False) as processor:
        yield processor.new_xslt30_processor().compile_stylesheet(stylesheet_text=text)


def stylesheet(schema: SchematronSchema) -> str:
    """Write the rules in XSLT: a mode for each pattern, a template for each rule."""
    spaces = " ".join(f'xmlns:{p}="{uri}"' for p, uri in schema.namespaces.items())
    xslt = "http://www.w3.org/1999/XSL/Transform"
    out = [f'<xsl:stylesheet version="3.0" {spaces} xmlns:xsl="{xslt}">']
    out.append('<xsl:output method="text"/>')
    start = []
    for number, pattern in enumerate(schema.patterns):
        go_on = f'<xsl:apply-templates select="@*|node()" mode="m{number}"/>'
        start.append(go_on)
        out.append(f'<xsl:mode name="m{number}" on-no-match="shallow-skip"/>')
        for order, rule in enumerate(pattern.rules):
            out.append(
                f'<xsl:template match="{escape(rule.context)}" mode="m{number}" '
                f'priority="{1000 - order}">{asked(rule)}{go_on}</xsl:template>'
            )
    out.append(f'<xsl:template match="/">{"".join(start)}</xsl:template>')
    return "".join([*out, "</xsl:stylesheet>"])


def asked(rule: SchematronRule) -> str:
    """Write what a rule asks of a node; what asks for the date is left out."""
    out = [
        f'<xsl:variable name="{name}" select="{escape(value)}"/>'
        for name, value in rule.variables
        if "current-date" not in value
    ]
    for each in rule.assertions:
        if "current-date" in each.test or "advance_warning" in each.test:
            continue
        test = each.test if each.complains_when else f"not({each.test})"
        out.append(f'<xsl:if test="{escape(test)}">{each.name}&#10;</xsl:if>')
    return "".join(out)


def theirs(referee: Executable, path: Path) -> Counter[str]:
    """Count the findings of SaxonC by rule."""
    found = referee.transform_to_string(source_file=str(path)) or ""
    return Counter(line for line in found.split("\n") if line.strip())


def ours(schema: Path, path: Path) -> Counter[str]:
    """Count our own findings by rule; nothing must have been left unchecked."""
    found = check_rules(parse(path.read_bytes(), path.name), schema)
    assert found.unchecked == ()
    return Counter(f.help.removeprefix("rule ") for f in found.findings)


def test_document_that_breaks_the_rules(schema: Path, referee: Executable) -> None:
    """On a document that breaks nearly all rules, both find the same."""
    found = ours(schema, BROKEN)
    assert found == theirs(referee, BROKEN)
    assert len(found) >= 90


@pytest.mark.slow
def test_real_documents(schema: Path, referee: Executable) -> None:
    """On real documents, both find the same, rule by rule."""
    for path in sorted((Path(SHARED or "") / "tei" / "docs").glob("*.xml")):
        assert ours(schema, path) == theirs(referee, path), path.name
