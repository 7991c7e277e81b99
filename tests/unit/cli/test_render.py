"""How findings are shown, in every message format."""

import json

import click
import pytest
from lxml import etree

from tei_encoder.cli.options import MESSAGE_FORMATS
from tei_encoder.cli.render import FORMATS, Findings, render
from tei_encoder.errors import ReadError
from tei_encoder.model.diagnostic import Diagnostic, Rule, Severity, XmlPlace
from tei_encoder.model.source import Span

SINGLE = Rule(
    "SG204", "single-turn-speaker", Severity.WARNING, "meaning", "why", "remedy"
)
DANGLING = Rule("VA601", "dangling", Severity.ERROR, "meaning", "why", "remedy")

TEXT = "Title\n\nInterpreter: He agrees.\n"
MEMO = Findings(
    file="memo.txt",
    diagnostics=(
        Diagnostic(
            SINGLE,
            "speaker label occurs only once",
            span=Span(7, 18),
            label="read as a speaker",
            help="confirm it",
            source="segment",
        ),
        Diagnostic(
            DANGLING,
            "#x points nowhere",
            place=XmlPlace(0, 0, "/TEI/text/u"),
            source="pointers",
            expected=("#a", "#b"),
        ),
    ),
    text=TEXT,
    valid=False,
    schema="conversation",
)
XML = Findings(
    file="a b.xml",
    diagnostics=(
        Diagnostic(DANGLING, "late", place=XmlPlace(3, 2, "/TEI/b")),
        Diagnostic(DANGLING, "early", place=XmlPlace(2, 0, "/TEI/a")),
    ),
    xml='<TEI>\n <a who="#x"/>\n<b/>\n</TEI>',
    valid=False,
)
FAILED = Findings("bad.txt", (), error=ReadError("the file is empty", place="bad.txt"))


def shown(name: str, *documents: Findings) -> str:
    """Give the findings in a format, without colours."""
    return click.unstyle("\n".join(render(name, documents)))


def test_the_names_of_the_formats_are_those_of_the_option() -> None:
    """The option offers what can be rendered, no more and no less."""
    assert tuple(FORMATS) == MESSAGE_FORMATS


def test_full_shows_the_line_and_a_mark() -> None:
    """Place, line, caret, label and help, as the design shows them."""
    assert shown("full", MEMO) == (
        "error[VA601]: #x points nowhere\n"
        "  --> memo.txt  /TEI/text/u\n"
        "expected: #a, #b\n"
        "\n"
        "warning[SG204]: speaker label occurs only once\n"
        "  --> memo.txt:3:1\n"
        "3 | Interpreter: He agrees.\n"
        "  | ^^^^^^^^^^^ read as a speaker\n"
        "help: confirm it\n"
    )


def test_full_shows_lines_of_xml_in_their_order() -> None:
    """A place without a column shows its line alone."""
    assert shown("full", XML) == (
        "error[VA601]: early\n"
        "  --> a b.xml:2  /TEI/a\n"
        '2 |  <a who="#x"/>\n'
        "\n"
        "error[VA601]: late\n"
        "  --> a b.xml:3:2  /TEI/b\n"
        "3 | <b/>\n"
        "  |  ^\n"
    )


def test_concise_is_a_line_each() -> None:
    """File, line, column, code, message, name; a failure has its line too."""
    dangling, single, failure = shown("concise", MEMO, FAILED).split("\n")
    assert dangling == "memo.txt: error[VA601] #x points nowhere (dangling)"
    assert single.startswith("memo.txt:3:1: warning[SG204] speaker label occurs only")
    assert failure == "error: bad.txt: the file is empty"


def test_json_holds_everything_a_program_needs() -> None:
    """The documented object, in the order of the document."""
    memo, failed = json.loads(shown("json", MEMO, FAILED))["documents"]
    assert (memo["file"], memo["valid"], memo["schema"]) == (
        "memo.txt",
        False,
        "conversation",
    )
    assert memo["diagnostics"][0] == {
        "severity": "error",
        "code": "VA601",
        "source": "pointers",
        "line": None,
        "column": None,
        "xpath": "/TEI/text/u",
        "message": "#x points nowhere",
        "help": "",
        "expected": ["#a", "#b"],
    }
    assert [memo["diagnostics"][1][key] for key in ("line", "column")] == [3, 1]
    assert failed == {
        "file": "bad.txt",
        "valid": None,
        "schema": None,
        "diagnostics": [
            {
                "severity": "error",
                "code": "",
                "source": "input",
                "line": None,
                "column": None,
                "xpath": "",
                "message": "bad.txt: the file is empty",
                "help": "",
                "expected": [],
            }
        ],
    }


def test_sarif_has_rules_results_and_failures() -> None:
    """One run with the rules used; a file that failed is a notification."""
    log = json.loads(shown("sarif", MEMO, XML, FAILED))
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert [r["id"] for r in run["tool"]["driver"]["rules"]] == ["SG204", "VA601"]
    region = run["results"][1]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 3, "startColumn": 1, "endColumn": 12}
    uris = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in run["results"]
    }
    assert uris == {"memo.txt", "a%20b.xml"}
    assert run["invocations"][0]["executionSuccessful"] is False


def test_github_escapes_what_would_end_a_command() -> None:
    """Percent signs and line ends in messages, commas and colons in properties."""
    odd = Findings("a,b:c", (Diagnostic(DANGLING, "100%\nsure"),))
    assert shown("github", odd) == (
        "::error file=a%2Cb%3Ac,title=VA601 dangling::100%25%0Asure"
    )


@pytest.mark.parametrize("name", MESSAGE_FORMATS)
def test_nothing_found_is_rendered(name: str) -> None:
    """A clean document gives no finding in any format."""
    assert "VA601" not in shown(name, Findings("a.txt", ()))


@pytest.mark.parametrize("name", MESSAGE_FORMATS)
def test_a_failure_is_told_in_every_format(name: str) -> None:
    """No format swallows a file that could not be read."""
    assert "the file is empty" in shown(name, FAILED)


def test_severities_below_the_least_are_left_out() -> None:
    """`--quiet` keeps errors alone."""
    kept = MEMO.from_severity(Severity.ERROR).diagnostics
    assert [d.rule.code for d in kept] == ["VA601"]


def test_full_lists_the_few_most_plausible_alternatives() -> None:
    """Six are shown and the rest is counted; nobody reads 121 names."""
    many = Diagnostic(DANGLING, "wrong", expected=tuple("abcdefgh"))
    assert "expected: a, b, c, d, e, f … 2 more\n" in shown(
        "full", Findings("x", (many,))
    )
    (document,) = json.loads(shown("json", Findings("x", (many,))))["documents"]
    assert len(document["diagnostics"][0]["expected"]) == 8


def test_junit_survives_characters_that_xml_forbids() -> None:
    """A message may quote what no XML holds."""
    odd = Findings("a\x00.xml", (Diagnostic(DANGLING, "<\x07\ud800>&"),), schema="s")
    (suite,) = etree.fromstring(shown("junit", odd, FAILED))
    assert suite[0].get("name") == "a\ufffd.xml"
    assert suite[0][0].get("message") == "1 error: <\ufffd\ufffd>&"
    assert (suite.get("failures"), suite.get("errors")) == ("1", "1")
