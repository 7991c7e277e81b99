"""The TEI's own schema and real documents, beside jing's verdicts."""

from __future__ import annotations

import json
import os
import time
from functools import cache
from pathlib import Path

import pytest

from tei_encoder.validate.relaxng import Schema, load_schema

SHARED = os.environ.get("TEI_ENCODER_SHARED")
pytestmark = pytest.mark.skipif(
    SHARED is None, reason="TEI_ENCODER_SHARED does not name the shared data"
)
FOLDER = Path(SHARED or ".")
MISTAKES = {
    "01_missing_header_child": ("missing-element", 6, "publicationStmt"),
    "02_wrong_nesting_div_in_p": ("element-not-allowed", 21, '"div"'),
    "03_bad_enum_attr": ("bad-attribute-value", 20, '"maybe"'),
    "04_unknown_element": ("unknown-element", 18, '"laughter"'),
    "05_typo_element": ("unknown-element", 21, '"persname"'),
    "06_wrong_order": ("element-not-allowed", 5, "publicationStmt"),
    "07_missing_required_attr": ("missing-attribute", 21, '"url"'),
    "08_bad_date": ("bad-attribute-value", 10, '"1 May 1960"'),
    "09_dup_xmlid": ("duplicate-id", 20, '"mao"'),
    "11_p_inside_u": ("element-not-allowed", 18, '"p"'),
    "12_text_not_allowed": ("text-not-allowed", 16, "Stray text"),
    "13_unknown_attr": ("attribute-not-allowed", 18, '"speaker"'),
    "14_head_after_p": ("element-not-allowed", 22, '"head"'),
    "15_space_in_type": ("bad-attribute-value", 16, '"two words"'),
}


@cache
def tei_all() -> Schema:
    """Load the schema of all of the TEI."""
    return load_schema(FOLDER / "schemas" / "tei_all-4.12.0.rng")


@pytest.mark.parametrize("name", MISTAKES)
def test_typical_mistake(name: str) -> None:
    """Each typical mistake gives one report, on its line, that names it."""
    kind, line, words = MISTAKES[name]
    (violation,) = tei_all().validate(FOLDER / "tei" / "mistakes" / f"{name}.xml")
    assert (kind, line) == (violation.kind.value, violation.line)
    assert words in violation.message


@pytest.mark.parametrize("name", ["00_ok", "10_dangling_who"])
def test_what_a_schema_does_not_see(name: str) -> None:
    """A right document, and one whose pointer leads nowhere, are valid alike."""
    assert tei_all().validate(FOLDER / "tei" / "mistakes" / f"{name}.xml") == ()


def test_same_verdicts_as_jing() -> None:
    """The verdict is jing's on every document, the first line on nearly every one."""
    verdicts = json.loads((FOLDER / "tei" / "jing-verdicts.json").read_text())
    found = {
        name: tei_all().validate(FOLDER / "tei" / "docs" / name) for name in verdicts
    }
    assert {name: verdict["valid"] for name, verdict in verdicts.items()} == {
        name: not violations for name, violations in found.items()
    }
    first = {name: each[0].line for name, each in found.items() if each}
    same = sum(line == verdicts[name]["error_lines"][0] for name, line in first.items())
    assert same >= 0.95 * len(first)


def test_messages_are_short_lines() -> None:
    """No message on the TEI's own torture tests is longer than 200 characters."""
    for path in sorted((FOLDER / "tei" / "docs").glob("teitest__*.xml")):
        for violation in tei_all().validate(path):
            message = violation.message
            assert len(message) <= 200
            assert message[0].islower()
            assert not message.endswith(".")


@pytest.mark.slow
def test_tei_all_breaks_no_rule() -> None:
    """The whole of the TEI's schema passes the check of schemas."""
    tei_all().check()


@pytest.mark.slow
def test_memory_stays_bounded() -> None:
    """Ten thousand documents in one process need less than 300 MB at their height."""
    resource = pytest.importorskip("resource")
    schema = load_schema(FOLDER / "schemas" / "tei_all-4.12.0.rng")
    paths = [
        path
        for path in sorted((FOLDER / "tei" / "docs").glob("*.xml"))
        if path.stat().st_size < 50_000
    ]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for number in range(10_000):
        schema.validate(paths[number % len(paths)])
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 300_000


def test_loading_is_lazy() -> None:
    """The schema is ready long before all of it could have been compiled."""
    start = time.process_time()
    load_schema(FOLDER / "schemas" / "tei_all-4.12.0.rng")
    assert time.process_time() - start < 0.5
