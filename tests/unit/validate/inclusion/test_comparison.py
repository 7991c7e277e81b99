"""Schema inclusion on small schemas, and of our own in tei_all."""

import os
from pathlib import Path

import pytest

from tei_encoder.tei.schemas import schema_path
from tei_encoder.validate.inclusion import find_counterexamples
from tei_encoder.validate.relaxng import load_schema

SHARED = os.environ.get("TEI_ENCODER_SHARED")
HEAD = (
    "<grammar xmlns='http://relaxng.org/ns/structure/1.0' "
    "datatypeLibrary='http://www.w3.org/2001/XMLSchema-datatypes'>"
)


def reasons(folder: Path, inner: str, outer: str) -> list[str]:
    """Compare two contents of an element `a`; give the reasons of counterexamples."""
    paths = []
    for name, content in (("inner", inner), ("outer", outer)):
        path = folder / f"{name}.rng"
        element = f"<start><element name='a'>{content}</element></start>"
        path.write_text(f"{HEAD}{element}</grammar>", encoding="utf-8")
        paths.append(path)
    return [found.reason for found in find_counterexamples(*paths)]


B = "<element name='b'><text/></element>"
C = "<element name='c'><text/></element>"
X = "<attribute name='x'/>"
INT = "<data type='integer'/>"
ANY = "<attribute><anyName/></attribute>"


def word(pattern: str) -> str:
    """Write a token of that pattern."""
    return f"<data type='token'><param name='pattern'>{pattern}</param></data>"


WITHIN = {
    "the same": (B, B),
    "nothing in text": ("<empty/>", "<text/>"),
    "a sequence in a repetition": (B + B, f"<oneOrMore>{B}</oneOrMore>"),
    "a group in an interleave": (B + C, f"<interleave>{C}{B}</interleave>"),
    "a choice in any order": (
        f"<choice>{B}{C}</choice>",
        f"<choice>{C}<text/>{B}</choice>",
    ),
    "three words in two and more": (
        f"<list>{INT}{INT}{INT}</list>",
        f"<list>{INT}<oneOrMore>{INT}</oneOrMore></list>",
    ),
    "required in optional": (X + B, f"<optional>{X}</optional>{B}"),
    "an attribute among any": (
        X + "<empty/>",
        f"<zeroOrMore>{ANY}</zeroOrMore><empty/>",
    ),
    "values in a datatype": (
        "<attribute name='x'><value>1</value></attribute>",
        f"<attribute name='x'>{INT}</attribute>",
    ),
    "a derived datatype": (
        "<attribute name='x'><data type='positiveInteger'/></attribute>",
        f"<attribute name='x'>{INT}</attribute>",
    ),
    "a narrower expression": (
        f"<attribute name='x'>{word('[a-c]{2,3}')}</attribute>",
        f"<attribute name='x'>{word('[^0-9]+')}</attribute>",
    ),
    "what can never be": (
        "<choice><element name='d'><notAllowed/></element><empty/></choice>",
        "<empty/>",
    ),
    "choices between attribute and content": (
        f"<choice>{X}{B}</choice>",
        f"<choice>{B}{X}{C}</choice>",
    ),
}


@pytest.mark.parametrize(("inner", "outer"), WITHIN.values(), ids=WITHIN)
def test_within(tmp_path: Path, inner: str, outer: str) -> None:
    """What is within the other has no counterexample."""
    assert reasons(tmp_path, inner, outer) == []


BEYOND = {
    "another element": (C, B, "element c is not allowed"),
    "another order": (C + B, B + C, "element c is not allowed"),
    "too few": (B, B + B, "content may end after b"),
    "too many": (B + B, B, "element b is not allowed after b"),
    "text": ("<text/>", "<empty/>", "text is not allowed"),
    "another attribute": (X + B, B, "attribute x is not allowed"),
    "a missing attribute": (B, X + B, "an attribute is required: x"),
    "optional for required": (
        f"<optional>{X}</optional>{B}",
        X + B,
        "an attribute is required: x",
    ),
    "a wider datatype": (
        f"<attribute name='x'>{INT}</attribute>",
        "<attribute name='x'><data type='positiveInteger'/></attribute>",
        "values of attribute x differ",
    ),
    "a wider expression": (
        f"<attribute name='x'>{word('[a-z0-9]+')}</attribute>",
        f"<attribute name='x'>{word('[a-z]+')}</attribute>",
        "values of attribute x differ",
    ),
    "any attribute beside a narrow one": (
        f"<zeroOrMore>{ANY}</zeroOrMore><empty/>",
        (
            f"<optional><attribute name='x'>{INT}</attribute></optional><zeroOrMore>"
            "<attribute><anyName><except><name>x</name></except></anyName></attribute>"
            "</zeroOrMore><empty/>"
        ),
        "values of attribute x differ",
    ),
    "any element beside a narrow one": (
        "<element><anyName/><text/></element>",
        (
            "<choice><element name='b'><empty/></element><element><anyName><except>"
            "<name>b</name></except></anyName><text/></element></choice>"
        ),
        "text is not allowed",
    ),
    "attributes that exclude each other": (
        f"<optional>{X}</optional><optional><attribute name='y'/></optional>",
        f"<optional><choice>{X}<attribute name='y'/></choice></optional>",
        "attribute x is not allowed",
    ),
    "words of a list": (
        f"<list><oneOrMore>{INT}</oneOrMore></list>",
        f"<list>{INT}<oneOrMore>{INT}</oneOrMore></list>",
        "the text of the element differs",
    ),
}


@pytest.mark.parametrize(("inner", "outer", "reason"), BEYOND.values(), ids=BEYOND)
def test_beyond(tmp_path: Path, inner: str, outer: str, reason: str) -> None:
    """What goes beyond the other has a counterexample that says where."""
    found = reasons(tmp_path, inner, outer)
    assert len(found) == 1
    assert found[0].startswith(reason)


def test_path_of_a_counterexample(tmp_path: Path) -> None:
    """A counterexample deep inside comes with the path that leads there."""
    nested = "<element name='b'><element name='c'>{}</element></element>"
    names = ("inner", "outer")
    for name, content in zip(names, ("<text/>", "<empty/>"), strict=True):
        body = f"<start><element name='a'>{nested.format(content)}</element></start>"
        (tmp_path / f"{name}.rng").write_text(f"{HEAD}{body}</grammar>")
    (found,) = find_counterexamples(*(tmp_path / f"{name}.rng" for name in names))
    assert found.path == ("a", "b", "c")


def test_recursive_schema(tmp_path: Path) -> None:
    """Schemas that refer to themselves come to an end."""
    grammar = (
        f"{HEAD}<start><ref name='p'/></start><define name='p'><element name='p'>"
        "<zeroOrMore><ref name='p'/></zeroOrMore></element></define></grammar>"
    )
    (tmp_path / "a.rng").write_text(grammar)
    assert find_counterexamples(tmp_path / "a.rng", tmp_path / "a.rng") == ()


@pytest.mark.skipif(
    not SHARED, reason="TEI_ENCODER_SHARED names no folder of shared material"
)
def test_conversation_is_a_subset_of_tei_all() -> None:
    """Every document of our own schema is one of tei_all, and not the reverse."""
    tei_all = max((Path(SHARED or "") / "schemas").glob("tei_all*.rng"))
    ours = schema_path("conversation.rng")
    assert load_schema(ours)
    assert find_counterexamples(ours, tei_all) == ()
    assert find_counterexamples(tei_all, ours) != ()
