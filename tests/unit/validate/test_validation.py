"""Schema, Schematron and pointers joined: one report of each mistake, in order."""

import json
import os
from pathlib import Path

import pytest
from lxml import etree

from tei_encoder.errors import ReadError
from tei_encoder.model.diagnostic import Severity
from tei_encoder.tei.schemas import schema_path
from tei_encoder.validate import RULES, check, validate

SHARED = os.environ.get("TEI_ENCODER_SHARED")
needs_shared = pytest.mark.skipif(
    not SHARED, reason="TEI_ENCODER_SHARED names no folder of shared material"
)
#: rule and line of the one mistake in each file
MISTAKES = {
    "01_missing_header_child": ("missing-element", 6),
    "02_wrong_nesting_div_in_p": ("element-not-allowed", 21),
    "03_bad_enum_attr": ("bad-attribute-value", 20),
    "04_unknown_element": ("unknown-element", 18),
    "05_typo_element": ("unknown-element", 21),
    "06_wrong_order": ("element-not-allowed", 5),
    "07_missing_required_attr": ("missing-attribute", 21),
    "08_bad_date": ("bad-attribute-value", 10),
    "09_dup_xmlid": ("duplicate-id", 20),
    "10_dangling_who": ("dangling-pointer", 18),
    "11_p_inside_u": ("element-not-allowed", 18),
    "12_text_not_allowed": ("text-not-allowed", 16),
    "13_unknown_attr": ("attribute-not-allowed", 18),
    "14_head_after_p": ("element-not-allowed", 22),
    "15_space_in_type": ("bad-attribute-value", 16),
}


@pytest.fixture(autouse=True)
def schemas(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Look for schemas in the shared folder alone."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("TEI_ENCODER_SCHEMAS", str(Path(SHARED or "") / "schemas"))


def shared(*steps: str) -> Path:
    """Give a path in the shared folder."""
    return Path(SHARED or "").joinpath(*steps)


@needs_shared
@pytest.mark.parametrize(("name", "expected"), MISTAKES.items(), ids=MISTAKES)
def test_mistakes(name: str, expected: tuple[str, int]) -> None:
    """Each typical mistake gives one report, on its line."""
    data = shared("tei", "mistakes", f"{name}.xml").read_bytes()
    found = check(data, f"{name}.xml").report.diagnostics
    places = [(d.rule.name, d.place.line if d.place else 0) for d in found]
    assert places == [expected]
    assert all(d.place and d.place.column for d in found)


@needs_shared
def test_right_document() -> None:
    """A document without mistakes gives no report."""
    path = shared("tei", "mistakes", "00_ok.xml")
    assert validate(path).diagnostics == ()


@needs_shared
@pytest.mark.parametrize("mode", ["u", "sp"])
@pytest.mark.parametrize("schema", ["conversation", "tei_all"])
def test_reference(mode: str, schema: str) -> None:
    """The encodings made by hand are valid, and every rule could be run."""
    path = shared("reference", f"reference-{mode}.xml")
    verdict = check(path.read_bytes(), path.name, schema=schema)
    assert verdict.valid
    assert verdict.report.diagnostics == ()
    assert verdict.unchecked == ()


@needs_shared
@pytest.mark.slow
def test_real_documents() -> None:
    """The verdict is jing's on every real document, and so is the first line."""
    verdicts = json.loads(shared("tei", "jing-verdicts.json").read_text())
    for path in sorted(shared("tei", "docs").glob("*.xml")):
        verdict = check(path.read_bytes(), path.name, schema="tei_all")
        theirs = verdicts[path.name]
        assert verdict.valid == theirs["valid"], path.name
        lines = [d.place.line for d in verdict.report.diagnostics if d.place]
        assert lines == sorted(lines), path.name
        ours = [d for d in verdict.report.diagnostics if d.source == "relaxng"]
        if theirs["error_lines"]:
            first = ours[0].place
            assert first is not None
            assert first.line == theirs["error_lines"][0], path.name


def test_broken_file_is_a_finding() -> None:
    """A file that is not XML is a finding with its place, and stops nothing."""
    verdict = check(b"<TEI>\n <p>\n</TEI>", "a.xml", schema="conversation")
    (finding,) = verdict.report.diagnostics
    assert not verdict.valid
    assert finding.rule.name == "not-well-formed"
    assert finding.place is not None
    assert finding.place.line == 3


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is an error that names it."""
    with pytest.raises(ReadError, match=r"absent\.xml: cannot be read"):
        validate(tmp_path / "absent.xml")


def test_tree_against_a_path() -> None:
    """A tree can be validated against the schema at a path."""
    root = etree.fromstring("<TEI xmlns='http://www.tei-c.org/ns/1.0'/>")
    report = validate(root, schema=schema_path("conversation.rng"))
    assert report.worst is Severity.ERROR


def test_rules_are_complete() -> None:
    """Codes and names of rules are unique, and each rule explains itself."""
    assert len({rule.code for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.code.startswith("VA6")
        assert rule.meaning
        assert rule.why
        assert rule.remedy
