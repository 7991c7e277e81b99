"""XInclude takes files below a folder, and no others."""

from pathlib import Path

import pytest
from lxml import etree

from tei_encoder.validate import check
from tei_encoder.validate.reading import read_tree
from tei_encoder.validate.xinclude import DEEPEST, InclusionError, include

XI = "xmlns:xi='http://www.w3.org/2001/XInclude'"


def included(folder: Path, below: Path | None = None) -> str:
    """Give main.xml of a folder with what it includes, as text."""
    path = folder / "main.xml"
    root = read_tree(path.read_bytes(), "main.xml")
    include(root, path, below or folder)
    return etree.tostring(root, encoding="unicode").replace(
        ' xmlns:xi="http://www.w3.org/2001/XInclude"', ""
    )


def put(folder: Path, **files: str) -> None:
    """Write files; `__` in a name stands for a slash, all are XML."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.xml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_elements_and_text_take_the_place_of_includes(tmp_path: Path) -> None:
    """What stands around the includes stays, also several in a row."""
    put(
        tmp_path,
        main=f"<a {XI}>1<xi:include href='b.xml'/>2<xi:include href='b.xml'/>"
        "<xi:include href='t.txt' parse='text'/>3</a>",
        b="<b>x</b>",
    )
    (tmp_path / "t.txt").write_text("<é>", encoding="utf-8")
    assert included(tmp_path) == "<a>1<b>x</b>2<b>x</b>&lt;é&gt;3</a>"


def test_included_files_include_relative_to_themselves(tmp_path: Path) -> None:
    """A path is relative to the file in which it stands."""
    put(
        tmp_path,
        main=f"<a {XI}><xi:include href='sub/b.xml'/></a>",
        sub__b=f"<b {XI}><xi:include href='c.xml'/></b>",
        sub__c="<c/>",
    )
    assert included(tmp_path) == "<a><b><c/></b></a>"


def test_one_element_by_its_identifier(tmp_path: Path) -> None:
    """An xpointer that is an xml:id takes that element alone."""
    put(
        tmp_path,
        main=f"<a {XI}><xi:include href='b.xml' xpointer='i'/>!</a>",
        b="<b><c xml:id='i'>x</c>y</b>",
    )
    assert included(tmp_path) == '<a><c xml:id="i">x</c>!</a>'


def test_fallback(tmp_path: Path) -> None:
    """What is absent is replaced by its fallback, which may include too."""
    put(
        tmp_path,
        main=f"<a {XI}><xi:include href='no.xml'><xi:fallback>f<xi:include"
        " href='b.xml'/></xi:fallback></xi:include>!</a>",
        b="<b/>",
    )
    assert included(tmp_path) == "<a>f<b/>!</a>"


@pytest.mark.parametrize(
    ("attributes", "message"),
    [
        ("href='../other.xml'", "outside the folder"),
        ("href='link.xml'", "outside the folder"),
        ("href='sub/../../other.xml'", "outside the folder"),
        ("href='/etc/hostname' parse='text'", "outside the folder"),
        ("href='https://example.org/a.xml'", "only local files"),
        ("href='file:///etc/hostname'", "only local files"),
        ("href='main.xml'", "includes itself"),
        ("href='no.xml'", "is not there"),
        ("href='bad.xml'", "bad.xml:1:.*not well-formed"),
        ("href='b.xml' xpointer='xpath(/b)'", "no identifier"),
        ("href='nul.txt' parse='text'", "no text in utf-8"),
    ],
)
def test_what_is_refused(tmp_path: Path, attributes: str, message: str) -> None:
    """The error names the file and line of the include."""
    folder = tmp_path / "corpus"
    put(
        folder,
        main=f"<a {XI}>\n<xi:include {attributes}/></a>",
        b="<b/>",
        bad="<b>",
        sub__x="<x/>",
    )
    put(tmp_path, other="<s/>")
    (folder / "link.xml").symlink_to(tmp_path / "other.xml")
    (folder / "nul.txt").write_bytes(b"\0")
    with pytest.raises(InclusionError, match=message) as caught:
        included(folder)
    assert (caught.value.place, caught.value.line) == ("main.xml:2", 2)


def test_circles_and_depth_end(tmp_path: Path) -> None:
    """Files that include one another are refused, however long the chain."""
    put(
        tmp_path,
        main=f"<a {XI}><xi:include href='b.xml'/></a>",
        b=f"<b {XI}><xi:include href='main.xml'/></b>",
    )
    with pytest.raises(InclusionError, match="includes itself"):
        included(tmp_path)
    files = {
        f"f{n}": f"<a {XI}><xi:include href='f{n + 1}.xml'/></a>"
        for n in range(DEEPEST + 2)
    }
    put(tmp_path, **files, main=files["f0"])
    with pytest.raises(InclusionError, match="files include one another"):
        included(tmp_path)


def test_growth_is_bounded(tmp_path: Path) -> None:
    """Ten includes of ten includes of ... end at the limit of files."""
    for level in range(5):
        many = f"<xi:include href='g{level + 1}.xml'/>" * 10
        put(tmp_path, **{f"g{level}": f"<a {XI}>{many}</a>"})
    put(tmp_path, main=f"<a {XI}><xi:include href='g0.xml'/></a>", g5="<a/>")
    with pytest.raises(InclusionError, match="1,000 files"):
        included(tmp_path)


def test_findings_name_the_file_that_was_included(tmp_path: Path) -> None:
    """A mistake in an included file is told at the include, with file and line."""
    put(
        tmp_path,
        main=f"<TEI xmlns='http://www.tei-c.org/ns/1.0' {XI}>\n"
        "<xi:include href='header.xml'/></TEI>",
        header="<teiHeader xmlns='http://www.tei-c.org/ns/1.0'>\n\n<oops/></teiHeader>",
    )
    path = tmp_path / "main.xml"
    data = path.read_bytes()
    verdict = check(data, str(path), schema="conversation", below=tmp_path)
    found = {d.message: d.place for d in verdict.report.diagnostics}
    (message,) = [text for text in found if "oops" in text]
    place = found[message]
    assert message.startswith("header.xml:3: ")
    assert place is not None
    assert place.line == 2
    alone = check(data, str(path), schema="conversation")
    assert not any("oops" in d.message for d in alone.report.diagnostics)


def test_a_failed_include_is_a_finding(tmp_path: Path) -> None:
    """What cannot be included makes the document invalid, at its line."""
    put(tmp_path, main=f"<TEI {XI}>\n<xi:include href='no.xml'/></TEI>")
    path = tmp_path / "main.xml"
    verdict = check(path.read_bytes(), str(path), schema="conversation", below=tmp_path)
    (finding,) = verdict.report.diagnostics
    assert finding.rule.name == "inclusion-failed"
    assert finding.place is not None
    assert (verdict.valid, finding.place.line) == (False, 2)
