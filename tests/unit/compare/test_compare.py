"""Two runs compared: facts, changes, pairs of files and reports."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_encoder.compare import Comparison, Fact, How, changes, compare_pair, pair
from tei_encoder.compare.report import as_html, as_json, as_text
from tei_encoder.errors import ReadError

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="r"><teiHeader><fileDesc>
<titleStmt><title>{title}</title></titleStmt><publicationStmt><p>x</p></publicationStmt>
<sourceDesc><p>x</p></sourceDesc></fileDesc><profileDesc><particDesc><listPerson>
<person xml:id="r.p-ann"><persName>Ann</persName></person>
<person xml:id="r.p-bo"><persName>Bo</persName></person>
</listPerson></particDesc></profileDesc></teiHeader><text><body>{body}</body></text></TEI>
"""


def turn(label: str, who: str, words: str) -> str:
    """Give a turn of speech."""
    speaker = f'<note type="speaker">{label}</note>'
    return f'{speaker}<u who="#r.p-{who}"><seg>{words}</seg></u>'


HELLO = turn("Ann:", "ann", "Hello there.")
DATED = turn("Bo:", "bo", 'On <date when="1966-09-07">7 September</date>.')


def tei(folder: Path, body: str, *, title: str = "A talk", name: str = "r.xml") -> Path:
    """Write a TEI file."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(TEI.format(title=title, body=body), encoding="utf-8")
    return path


def found(tmp_path: Path, old: str, new: str, **how: str) -> set[tuple[str, str, str]]:
    """Give phenomenon, manner and words of each change."""
    before = tei(tmp_path / "old", old)
    after = tei(tmp_path / "new", new, **how)
    compared = compare_pair("r.xml", before, after)
    assert compared.error is None
    return {(c.phenomenon, c.how.value, c.fact.words) for c in compared.changes}


def test_the_same_twice(tmp_path: Path) -> None:
    """A run compared with itself has no change, and counts every claim."""
    path = tei(tmp_path / "old", HELLO + DATED)
    compared = compare_pair("r.xml", path, path)
    assert compared.same
    assert compared.tallies["utterances"].new == 2
    assert compared.tallies["dates"].new == 1


def test_a_speaker_changes(tmp_path: Path) -> None:
    """The same words said by somebody else are one changed speaker, nothing more."""
    other = HELLO.replace("#r.p-ann", "#r.p-bo")
    assert found(tmp_path, HELLO, other) == {("speakers", "changed", "Hello there.")}


def test_a_date_changes_its_value(tmp_path: Path) -> None:
    """A date keeps its words and gets another value."""
    other = DATED.replace("1966-09-07", "1967-09-07")
    assert found(tmp_path, DATED, other) == {("dates", "changed", "7 September")}


def test_a_claim_goes(tmp_path: Path) -> None:
    """A date that is no longer tagged is removed; the utterance is unchanged."""
    bare = DATED.replace('<date when="1966-09-07">', "").replace("</date>", "")
    assert found(tmp_path, DATED, bare) == {("dates", "removed", "7 September")}


def test_a_turn_comes_first(tmp_path: Path) -> None:
    """A new turn at the start leaves all others with their partners."""
    new = turn("Bo:", "bo", "Good morning.") + HELLO + DATED
    assert found(tmp_path, HELLO + DATED, new) == {
        ("labels", "added", "Bo:"),
        ("speakers", "added", "Good morning."),
        ("utterances", "added", "Good morning."),
    }


def test_a_title_changes(tmp_path: Path) -> None:
    """A field of the header is compared by its name."""
    assert found(tmp_path, HELLO, HELLO, title="Another talk") == {
        ("header fields", "changed", "title")
    }


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("12")), max_size=8),
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("12")), max_size=8),
)
def test_changes_lead_from_old_to_new(
    old: list[tuple[str, str]], new: list[tuple[str, str]]
) -> None:
    """Old claims less the removed, plus the added, with values changed, are the new."""
    made = changes(*([Fact("x", *fact) for fact in facts] for facts in (old, new)))
    left = list(old)
    for change in made:
        if change.old:
            left.remove((change.old.words, change.old.value))
        if change.new:
            left.append((change.new.words, change.new.value))
    assert sorted(left) == sorted(new)


def test_files_are_paired_by_name(tmp_path: Path) -> None:
    """A file that only one run has is told."""
    tei(tmp_path / "old", HELLO, name="a.xml")
    tei(tmp_path / "old", HELLO, name="b.xml")
    tei(tmp_path / "new", HELLO, name="b.xml")
    tei(tmp_path / "new", HELLO, name="c.xml")
    pairs = pair(tmp_path / "old", tmp_path / "new")
    only = {c.name: c.only for c in (compare_pair(*one) for one in pairs)}
    assert only == {"a.xml": "old", "b.xml": "", "c.xml": "new"}


def test_a_broken_file_stops_no_other(tmp_path: Path) -> None:
    """What cannot be read is told in its result."""
    good = tei(tmp_path / "old", HELLO)
    bad = tmp_path / "bad.xml"
    bad.write_text("<TEI", encoding="utf-8")
    assert compare_pair("r.xml", good, bad).error is not None


def test_paths_that_are_no_pair(tmp_path: Path) -> None:
    """A file beside a folder, or nothing at all, is refused."""
    path = tei(tmp_path / "old", HELLO)
    with pytest.raises(ReadError, match="one is a file"):
        pair(path, tmp_path)
    with pytest.raises(ReadError, match="does not exist"):
        pair(path, tmp_path / "none")


def test_reports_agree(tmp_path: Path) -> None:
    """Text, JSON and page tell the same change; the page escapes and needs nothing."""
    before = tei(tmp_path / "old", HELLO, title="Talk &lt;b&gt;")
    after = tei(tmp_path / "new", HELLO, title="Talk &lt;i&gt;")
    comparison = Comparison((compare_pair("r.xml", before, after),))
    change = json.loads(as_json(comparison))["files"][0]["changes"][0]
    assert (change["how"], change["old"], change["new"]) == (
        How.CHANGED,
        "Talk <b>",
        "Talk <i>",
    )
    assert "title: Talk <b> → Talk <i>" in as_text(comparison)
    page = as_html(comparison)
    assert "title: Talk &lt;b&gt; → Talk &lt;i&gt;" in page
    assert "<b>" not in page
    assert "http" not in page
