"""Schematron on small schemas: what each construct of the standard does."""

import sys
from pathlib import Path

import pytest
from lxml import etree

from tei_encoder.errors import ConfigurationError
from tei_encoder.validate.schematron import Checked, check_rules, check_schematron

ISO = "http://purl.oclc.org/dsdl/schematron"


def checked(
    folder: Path, rules: str, document: str, *, binding: str = "xslt2", phase: str = ""
) -> Checked:
    """Write a schema and check a document with it."""
    path = folder / "rules.sch"
    path.write_text(
        f"<schema xmlns='{ISO}' queryBinding='{binding}'>{rules}</schema>",
        encoding="utf-8",
    )
    return check_rules(etree.fromstring(document), path, phase or None)


def messages(found: Checked) -> list[str]:
    """Give the messages; nothing must have been left unchecked."""
    assert found.unchecked == ()
    return [finding.message for finding in found.findings]


def test_assert_and_report(tmp_path: Path) -> None:
    """An assert complains when its test is false, a report when it is true."""
    rules = """<pattern><rule context="p"><assert test="@a">no a</assert>
        <report test="@b">has b</report></rule></pattern>"""
    found = checked(tmp_path, rules, "<d><p b='1'/><p a='1'/></d>")
    assert messages(found) == ["no a", "has b"]


def test_first_rule_of_a_pattern(tmp_path: Path) -> None:
    """A node fires the first rule that matches it, in each pattern."""
    rules = """<pattern><rule context="p[@a]"><report test="1">one</report></rule>
        <rule context="p"><report test="1">two</report></rule></pattern>
        <pattern><rule context="p"><report test="1">three</report></rule></pattern>"""
    found = checked(tmp_path, rules, "<d><p a='1'/><p/></d>")
    assert messages(found) == ["one", "two", "three", "three"]


def test_words_of_a_message(tmp_path: Path) -> None:
    """value-of, name and inline elements make up the message on one line."""
    rules = """<pattern><rule context="p"><report test="1">the <name/> in
        <name path=".."/> has <emph>n</emph> <value-of select="@n"/>,
        <value-of select="count(*)"/></report></rule></pattern>"""
    found = checked(tmp_path, rules, "<d><p n='7'><x/></p></d>")
    assert messages(found) == ["the p in d has n 7, 1"]


def test_variables(tmp_path: Path) -> None:
    """Variables of schema and pattern are those of the root, a rule's of its node."""
    rules = """<let name="ids" value="//@id"/>
        <pattern><let name="all" value="count(//p)"/>
        <rule context="p"><let name="mine" value="@ref"/>
        <assert test="$ids = $mine"><value-of select="$mine"/> of
        <value-of select="$all"/></assert></rule></pattern>"""
    found = checked(tmp_path, rules, "<d><p id='a' ref='a'/><p ref='b'/></d>")
    assert messages(found) == ["b of 2"]


def test_variables_for_all_nodes(tmp_path: Path) -> None:
    """A test that asks for variables of the schema alone tells nodes apart.

    One that a rule declares again is the rule's.
    """
    rules = """<let name="allowed" value="//name"/>
        <pattern><rule context="p"><assert test="@a = $allowed/@n"><value-of
        select="@a"/></assert></rule></pattern>
        <pattern><rule context="p"><let name="allowed" value="self::p[@own]"/>
        <report test="$allowed">own <value-of select="@a"/></report></rule></pattern>"""
    document = "<d><name n='x'/><p a='x'/><p a='y' own='1'/><p a='z'/></d>"
    assert messages(checked(tmp_path, rules, document)) == ["y", "z", "own y"]


def test_variables_across_engines(tmp_path: Path) -> None:
    """A variable of XPath 1 can be asked for in XPath 2."""
    rules = """<let name="ps" value="//p"/><pattern><rule context="d">
        <report test="(for $p in $ps return string($p/@n)) = 'b'">b</report>
        </rule></pattern>"""
    assert messages(checked(tmp_path, rules, "<d><p n='a'/><p n='b'/></d>")) == ["b"]


def test_abstract_pattern(tmp_path: Path) -> None:
    """An abstract pattern is filled in by each that is one of it."""
    rules = """<pattern abstract="true" id="need"><rule context="$what">
        <assert test="$has">$what needs <value-of select="name($has)"/></assert>
        </rule></pattern>
        <pattern is-a="need"><param name="what" value="p"/><param name="has"
        value="@a"/></pattern>
        <pattern is-a="need"><param name="what" value="q"/><param name="has"
        value="b"/></pattern>"""
    found = checked(tmp_path, rules, "<d><p/><q/><p a='1'/></d>")
    assert len(messages(found)) == 2


def test_abstract_rule(tmp_path: Path) -> None:
    """A rule takes over what the abstract rules say that it extends."""
    rules = """<pattern><rule abstract="true" id="common"><let name="n" value="@n"/>
        <assert test="$n">no n</assert></rule>
        <rule context="p"><extends rule="common"/><report test="@x">x</report>
        </rule></pattern>"""
    assert messages(checked(tmp_path, rules, "<d><p x='1'/></d>")) == ["no n", "x"]


def test_phases(tmp_path: Path) -> None:
    """A phase runs its patterns only; without one, the default phase does."""
    rules = """<phase id="quick"><active pattern="a"/></phase>
        <pattern id="a"><rule context="p"><report test="1">a</report></rule></pattern>
        <pattern id="b"><rule context="p"><report test="1">b</report></rule></pattern>
        """
    assert messages(checked(tmp_path, rules, "<p/>", phase="quick")) == ["a"]
    assert messages(checked(tmp_path, rules, "<p/>", phase="#ALL")) == ["a", "b"]


def test_diagnostics(tmp_path: Path) -> None:
    """The diagnostics that an assertion names follow its message."""
    rules = """<pattern><rule context="p"><report test="1" diagnostics="d">bad
        </report></rule></pattern><diagnostics><diagnostic id="d">n is
        <value-of select="@n"/></diagnostic></diagnostics>"""
    assert messages(checked(tmp_path, rules, "<p n='3'/>")) == ["bad n is 3"]


def test_roles(tmp_path: Path) -> None:
    """A role, also of the pattern, says how much a finding weighs."""
    rules = """<pattern role="warning"><rule context="p"><report test="1">a</report>
        <report test="1" role="info">b</report></rule></pattern>"""
    found = checked(tmp_path, rules, "<p/>").findings
    names = [finding.rule.name for finding in found]
    assert names == ["schematron-warning", "schematron-note"]


def test_attributes_as_context(tmp_path: Path) -> None:
    """A rule for attributes reports on the attribute."""
    rules = """<pattern><rule context="p/@a"><assert test="../@b">no b</assert></rule>
        </pattern>"""
    (finding,) = checked(tmp_path, rules, "<d><p a='1'/><p a='1' b='1'/></d>").findings
    assert (finding.attribute, finding.path) == ("a", "/d/p[1]/@a")


def test_prefixes(tmp_path: Path) -> None:
    """Prefixes are those that the schema declares."""
    rules = """<ns prefix="t" uri="urn:t"/><pattern><rule context="t:p">
        <report test="t:q or self::t:p">p</report></rule></pattern>"""
    assert messages(checked(tmp_path, rules, "<p xmlns='urn:t'/>")) == ["p"]


def test_include(tmp_path: Path) -> None:
    """Rules of an included file count; a missing one is a clear error."""
    (tmp_path / "more.sch").write_text(
        f"<pattern xmlns='{ISO}'><rule context='p'><report test='1'>m</report></rule>"
        "</pattern>"
    )
    assert messages(checked(tmp_path, "<include href='more.sch'/>", "<p/>")) == ["m"]
    (tmp_path / "more.sch").unlink()
    with pytest.raises(ConfigurationError, match=r"more\.sch is not there"):
        checked(tmp_path, "<include href='more.sch'/> ", "<p/>")


def test_rules_inside_and_beside_a_grammar(tmp_path: Path) -> None:
    """A grammar brings the rules inside it and those of the .sch file beside it."""
    pattern = (
        "<pattern xmlns='{}'><rule context='p'><report test='1'>{}</report></rule>"
        "</pattern>"
    )
    grammar = tmp_path / "a.rng"
    inside = pattern.format(ISO, "inside")
    grammar.write_text(
        f"<grammar xmlns='http://relaxng.org/ns/structure/1.0'>{inside}</grammar>"
    )
    beside = pattern.format(ISO, "beside")
    (tmp_path / "a.sch").write_text(f"<schema xmlns='{ISO}'>{beside}</schema>")
    found = check_schematron(etree.fromstring("<p/>"), grammar)
    assert messages(found) == ["inside", "beside"]


@pytest.mark.parametrize(
    "test", ["current-date() > xs:date('2020-01-01')", "unknown(.)", "a b", "$x"]
)
def test_what_cannot_run_is_named(tmp_path: Path, test: str) -> None:
    """A rule that cannot run is named as unchecked, and never guessed."""
    rules = f"""<ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>
        <pattern id="p1"><rule context="p"><assert id="odd" test="{test}">x</assert>
        </rule></pattern>"""
    found = checked(tmp_path, rules, "<p/>")
    assert found.findings == ()
    assert [name.partition(":")[0] for name in found.unchecked] == ["odd"]


def test_what_concerns_nothing_is_not_named(tmp_path: Path) -> None:
    """A rule that cannot run is no matter for a document without its nodes."""
    rules = """<pattern><rule context="q"><assert test="unknown(.)">x</assert></rule>
        </pattern>"""
    assert checked(tmp_path, rules, "<p/>") == Checked()


def test_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without elementpath, XPath 1 still runs and the rest is named with the remedy."""
    monkeypatch.setitem(sys.modules, "elementpath", None)
    monkeypatch.setitem(sys.modules, "elementpath.xpath31", None)
    rules = """<pattern id="p1"><rule context="p"><report test="@a">a</report>
        <report id="later" test="@a = ('1', '2')">b</report>
        <report id="self" test="(. , 1) = current()">c</report></rule></pattern>"""
    found = checked(tmp_path, rules, "<p a='1'/>")
    assert [finding.message for finding in found.findings] == ["a"]
    assert [name.partition(":")[0] for name in found.unchecked] == ["later", "self"]
    assert all("tei-encoder[schematron]" in name for name in found.unchecked)
