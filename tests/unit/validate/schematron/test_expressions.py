"""Which engine can run an expression, and which nodes it can concern."""

import pytest

from tei_encoder.validate.schematron.expressions import (
    conjuncts,
    expression,
    required_names,
)

SIMPLE = {
    "@a eq 'x'": "@ a = 'x'",
    "count(*) gt 1": "count ( * ) > 1",
    "* and @key": "* and @ key",
    "div div mod": "div div mod",
    "tei:eq eq eq": "tei:eq = eq",
    "(@a | @b)[. = current()]": "( @ a | @ b ) [ . = $current ]",
    "1 < string-length(normalize-space(.))": (
        "1 < string-length ( normalize-space ( . ) )"
    ),
    "not(ancestor::tei:l//tei:*)": "not ( ancestor :: tei:l // tei:* )",
}


@pytest.mark.parametrize(("text", "simple"), SIMPLE.items())
def test_same_in_xpath_1(text: str, simple: str) -> None:
    """What XPath 1 says in other words is rewritten."""
    assert expression(text, strict=True).simple == simple


LATER = [
    "@a = ('x', 'y')",
    "if (@a) then b else c",
    "for $a in b return $a",
    "@a < @b",
    "a/string()",
    "tokenize(@a, ' ')",
    "@* except @a",
    "a >> b",
    "'a' || 'b'",
    "@a castable as xs:date",
    "some $a in b satisfies $a",
    "*:p",
    "()",
    "'it''s'",
]


@pytest.mark.parametrize("text", LATER)
def test_only_in_later_xpath(text: str) -> None:
    """What only XPath 2 or 3 can say is left to elementpath."""
    assert expression(text, strict=True).simple is None


def test_comparison_by_binding() -> None:
    """Under the query binding of XPath 1, attributes compare as numbers there too."""
    assert expression("@a < @b", strict=False).simple == "@ a < @ b"


def test_variables() -> None:
    """Variables that the expression binds itself are not asked for."""
    found = expression("for $a in $b return $a", strict=True)
    assert found.variables == {"b"}


def test_conjuncts() -> None:
    """A conjunction is split at the top level, and only there."""
    assert conjuncts("@a and (b and c) and d[e and f]") == [
        "@ a",
        "( b and c )",
        "d [ e and f ]",
    ]
    assert conjuncts("a and b or c") == ["a and b or c"]


def test_required_names() -> None:
    """A pattern needs the names of its steps, predicates and calls left out."""
    assert required_names("tei:l//tei:p[tei:x] | (tei:a | tei:b)") == (
        frozenset({"tei:l", "tei:p"}),
        frozenset({"tei:a"}),
        frozenset({"tei:b"}),
    )
    assert required_names("tei:rt/@target") == (frozenset({"tei:rt", "@target"}),)
    assert required_names("*[@a]") == (frozenset(),)
