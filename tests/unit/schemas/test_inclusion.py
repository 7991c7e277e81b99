"""Each content model of ours is inside that of tei_all: decided, not sampled.

Brzozowski's derivatives of regular expressions, walked over pairs of models.
"""

from functools import cache

import pytest
from lxml import etree

from tests.unit.schemas.conftest import Grammar, children, kind

Term = tuple[str, frozenset["Term"] | tuple["Term", ...] | str]
NOTHING: Term = ("any", frozenset())
EMPTY: Term = ("all", ())


def either(*terms: Term) -> Term:
    """Give the union of some terms."""
    flat = {m for t in terms for m in (t[1] if t[0] == "any" else (t,))}
    return next(iter(flat)) if len(flat) == 1 else ("any", frozenset(flat))


def then(*terms: Term) -> Term:
    """Give the sequence of some terms."""
    if NOTHING in terms:
        return NOTHING
    flat = tuple(m for t in terms for m in (t[1] if t[0] == "all" else (t,)))
    return flat[0] if len(flat) == 1 else ("all", flat)


def many(term: Term) -> Term:
    """Give the repetition of a term, none included."""
    return term if term[0] == "many" else ("many", (term,))


@cache
def nullable(term: Term) -> bool:
    """Say whether a term accepts no content at all."""
    match term:
        case ("any", members):
            return any(map(nullable, members))
        case ("all", members):
            return all(map(nullable, members))
        case (name, _):
            return name == "many"


@cache
def first(term: Term) -> frozenset[str]:
    """Give the names that content of a term may begin with."""
    match term:
        case ("one", name):
            return frozenset({name})
        case ("all", (head, *tail)):
            rest = first(then(*tail)) if nullable(head) else frozenset()
            return first(head) | rest
        case (_, members):
            return frozenset().union(*map(first, members))


@cache
def after(term: Term, name: str) -> Term:
    """Give what may follow one name at the beginning of a term."""
    match term:
        case ("one", own):
            return EMPTY if own == name else NOTHING
        case ("any", members):
            return either(*(after(member, name) for member in members))
        case ("all", (head, *tail)):
            rest = after(then(*tail), name) if nullable(head) else NOTHING
            return either(then(after(head, name), *tail), rest)
        case ("many", (inner,)):
            return then(after(inner, name), term)
    return NOTHING


def content(grammar: Grammar, patterns: list[etree._Element]) -> Term:
    """Give the sequence of some patterns as a term; text may always repeat."""
    return then(*(model(grammar, pattern) for pattern in patterns))


def model(grammar: Grammar, pattern: etree._Element) -> Term:
    """Give a pattern as a term; attributes are empty."""
    name = pattern.get("name", "")
    if kind(pattern) == "ref" and name in grammar.elements:
        return "one", name
    if kind(pattern) == "choice":
        return either(*(model(grammar, member) for member in children(pattern)))
    return repeated(kind(pattern), content(grammar, inner(grammar, pattern)))


def inner(grammar: Grammar, pattern: etree._Element) -> list[etree._Element]:
    """Give the patterns that speak of content inside a pattern."""
    match kind(pattern):
        case "ref":
            return children(grammar.defines[pattern.get("name", "")])
        case "attribute" | "list":
            return []
        case _:
            return children(pattern)


def repeated(name: str, once: Term) -> Term:
    """Give the term for a kind of pattern around a term."""
    match name:
        case "text" | "data" | "value" | "list":
            return many(("one", "text"))
        case "optional":
            return either(EMPTY, once)
        case "zeroOrMore":
            return many(once)
        case "oneOrMore":
            return then(once, many(once))
        case _:
            return once


def excess(ours: Term, theirs: Term) -> list[str] | None:
    """Give content that the first term accepts and the second does not, or None."""
    seen = {(ours, theirs)}
    waiting: list[tuple[Term, Term, list[str]]] = [(ours, theirs, [])]
    for mine, other, path in waiting:
        if nullable(mine) and not nullable(other):
            return path
        for name in sorted(first(mine)):
            pair = (after(mine, name), after(other, name))
            if pair not in seen:
                seen.add(pair)
                waiting.append((*pair, [*path, name]))
    return None


def test_content_models(grammar: Grammar, tei_grammar: Grammar) -> None:
    """Whatever an element may hold under our schema, it may hold under tei_all."""
    for element, own in grammar.elements.items():
        tei = content(tei_grammar, children(tei_grammar.elements[element]))
        assert excess(content(grammar, children(own)), tei) is None, element


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("<text/>", "<empty/>", ["text"]),
        ("<oneOrMore><ref name='p'/></oneOrMore>", "<ref name='p'/>", ["p", "p"]),
        ("<optional><ref name='p'/></optional>", "<ref name='p'/>", []),
        ("<ref name='p'/>", "<zeroOrMore><ref name='p'/></zeroOrMore>", None),
    ],
)
def test_excess(
    ours: str, theirs: str, expected: list[str] | None, grammar: Grammar
) -> None:
    """The comparison finds the shortest content that is too much."""
    space = '<x xmlns="http://relaxng.org/ns/structure/1.0">{}</x>'
    terms = [
        content(grammar, children(etree.fromstring(space.format(text))))
        for text in (ours, theirs)
    ]

    assert expected == excess(*terms)
