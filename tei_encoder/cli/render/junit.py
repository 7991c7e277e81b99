"""Findings as JUnit's XML, which continuous integration shows as tests."""

from collections.abc import Iterable, Iterator

from lxml import etree

from tei_encoder.cli.render.findings import Findings, Located
from tei_encoder.model.diagnostic import Severity


def junit(documents: Iterable[Findings]) -> Iterator[str]:
    """Give one suite with a test for each file.

    A file with errors fails its test, one that could not be treated at all is an
    error of the test; lesser findings are its output.
    """
    suite = etree.Element("testsuite", name="tei-encoder")
    for document in documents:
        suite.append(_case(document))
    counts = {
        "tests": len(suite),
        "failures": len(suite.findall("testcase/failure")),
        "errors": len(suite.findall("testcase/error")),
    }
    for name, count in counts.items():
        suite.set(name, str(count))
    suites = etree.Element("testsuites")
    suites.append(suite)
    etree.indent(suites)
    yield etree.tostring(suites, encoding="unicode")


def _case(document: Findings) -> etree._Element:
    schema = _allowed(document.schema or "none")
    case = etree.Element("testcase", name=_allowed(document.file), classname=schema)
    found = document.located()
    graver = [item for item in found if item.finding.severity is Severity.ERROR]
    lesser = [item for item in found if item.finding.severity is not Severity.ERROR]
    if document.error:
        message = document.error.message
        _add(case, "error", str(document.error), message=message)
    if graver:
        count = f"{len(graver)} error{'s' * (len(graver) > 1)}"
        message = f"{count}: {graver[0].finding.message}"
        _add(case, "failure", "\n".join(map(_line, graver)), message=message)
    if lesser:
        _add(case, "system-out", "\n".join(map(_line, lesser)))
    return case


def _line(item: Located) -> str:
    rule, help_ = item.finding.rule, item.finding.help
    line = f"{item.passage}: {rule.severity}[{rule.code}] {item.message}"
    return f"{line}; {help_}" if help_ else line


def _add(case: etree._Element, name: str, text: str, *, message: str = "") -> None:
    child = etree.SubElement(case, name)
    child.text = _allowed(text)
    if message:
        child.set("message", _allowed(message))


def _allowed(text: str) -> str:
    """Show characters that XML forbids as U+FFFD."""
    return "".join(c if _is_allowed(c) else "\N{REPLACEMENT CHARACTER}" for c in text)


def _is_allowed(char: str) -> bool:
    if char < " ":
        return char in "\t\n\r"
    return not ("\ud800" <= char <= "\udfff" or char in "\ufffe\uffff")
