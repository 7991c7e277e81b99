"""XPath expressions: which engine can run them, and which nodes they may concern.

Most XPath 2 in Schematron is XPath 1 in other words (`eq` for `=`); libxml2 runs that
in microseconds. What only XPath 2 or 3 can say goes to elementpath.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

_TOKEN = re.compile(
    r"""\s+|"(?:[^"]|"")*"|'(?:[^']|'')*'|\(:.*?:\)
    |\*:[^\W\d][\w.-]*|Q\{[^}]*\}[\w.*-]+
    |\d+(?:\.\d*)?|\.\d+
    |\$?[^\W\d][\w.-]*(?:(?<!:):(?!:)(?:[^\W\d][\w.-]*|\*))?
    |>>|<<|\|\||!=|<=|>=|=>|:=|::|//|\.\.|.""",
    re.VERBOSE | re.DOTALL,
)
_COMPARED: Final = {
    "eq": "=",
    "ne": "!=",
    "gt": ">",
    "lt": "<",
    "ge": ">=",
    "le": "<=",
}
_ORDERED: Final = frozenset({"<", ">", "<=", ">="})
_XPATH_1: Final = frozenset(
    {
        *("boolean", "ceiling", "concat", "contains", "count", "current", "false"),
        *("floor", "lang", "last", "local-name", "name", "namespace-uri"),
        *("normalize-space", "not", "number", "position", "round", "starts-with"),
        *("string", "string-length", "substring", "substring-after"),
        *("substring-before", "sum", "translate", "true"),
        *("comment", "node", "processing-instruction", "text"),
    }
)
_NUMERIC: Final = frozenset({"count", "string-length", "sum", "position", "last"})
_LATER: Final = frozenset(
    {
        *("idiv", "is", "to", "union", "intersect", "except", "cast", "castable"),
        *("treat", "instance", "return", "satisfies", "then", "else", "as", "of"),
    }
)
#: words that bind more loosely than `and`, or hold it
_WHOLE: Final = frozenset(
    {"or", "if", "for", "some", "every", "return", "satisfies", "then", "else"}
)
_MARKS: Final = frozenset({">>", "<<", "||", "=>", ":=", "!", "?", "{", "}", "#", ":"})
#: what depends on the moment of the run
CLOCK: Final = ("current-date", "current-dateTime", "current-time")


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression; `simple` is the same in XPath 1, or None.

    `walked` are the variables that a path goes on from, as in `$a/b`.
    """

    text: str
    simple: str | None
    variables: frozenset[str]
    walked: frozenset[str] = frozenset()


def tokens_of(text: str) -> list[str]:
    """Cut an expression into tokens, without white space and comments."""
    found = (m[0] for m in _TOKEN.finditer(text))
    return [t for t in found if not t.isspace() and not t.startswith("(:")]


def expression(text: str, *, strict: bool) -> Expression:
    """Read an expression; `strict` is the query binding of XPath 2 and later.

    There `@a < @b` compares strings, in XPath 1 numbers: only a comparison that has a
    number on one side is the same.
    """
    tokens = tokens_of(text)
    bound = {t for t, after in pairwise(tokens) if after in {"in", ":="}}
    names = frozenset(t[1:] for t in tokens if t[0] == "$" and t not in bound)
    rewritten = _rewritten(tokens)
    if rewritten is None or (strict and not _same_order(rewritten)):
        return Expression(text, None, names)
    walked = (t[1:] for t, after in pairwise(tokens) if after in {"/", "//"})
    return Expression(text, " ".join(rewritten), names, frozenset(walked))


def conjuncts(text: str) -> list[str]:
    """Split `a and b` at the top level; an expression without is alone."""
    tokens = tokens_of(text)
    if any(word in _WHOLE for _, word in _top(tokens)):
        return [text]
    cuts = [i for i, t in _top(tokens) if t == "and" and _is_word(tokens, i)]
    bounds = zip([-1, *cuts], [*cuts, len(tokens)], strict=True)
    return [" ".join(tokens[start + 1 : end]) for start, end in bounds]


def alternatives(tokens: Sequence[str]) -> list[list[str]]:
    """Split a pattern `a | b` at the top level."""
    cuts = [i for i, t in _top(tokens) if t in {"|", "union"}]
    bounds = zip([-1, *cuts], [*cuts, len(tokens)], strict=True)
    return [list(tokens[start + 1 : end]) for start, end in bounds]


def required_names(text: str) -> tuple[frozenset[str], ...]:
    """Give, for each alternative of a pattern, the names a tree must have (`@` kept).

    A tree that lacks one of them has no node that matches that alternative.
    """
    found: list[frozenset[str]] = []
    waiting = [tokens_of(text)]
    while waiting:
        for tokens in alternatives(waiting.pop()):
            bare = _without_predicates(tokens)
            if bare and bare[0] == "(" and bare[-1] == ")":
                waiting.append(bare[1:-1])
            else:
                found.append(frozenset(_step_names(bare)))
    return tuple(found)


def _step_names(tokens: list[str]) -> Iterator[str]:
    for index, word in _top(tokens):
        before, after = tokens[index - 1 : index], tokens[index + 1 : index + 2]
        if re.match(r"[^\W\d]", word) and after not in (["("], ["::"]):
            yield f"@{word}" if before == ["@"] else word


def _without_predicates(tokens: Sequence[str]) -> list[str]:
    kept, depth = [], 0
    for word in tokens:
        depth += word == "["
        if not depth:
            kept.append(word)
        depth -= word == "]"
    return kept


def _top(tokens: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Give the tokens that stand in no parentheses and no predicate."""
    depth = 0
    for index, word in enumerate(tokens):
        if word in {")", "]"}:
            depth -= 1
        if depth == 0:
            yield index, word
        if word in {"(", "["}:
            depth += 1


def _rewritten(tokens: list[str]) -> list[str] | None:
    """Give the tokens in XPath 1, or None when that cannot say it."""
    out: list[str] = []
    for index, word in enumerate(tokens):
        following = tokens[index + 1 : index + 2]
        operator = _is_word(tokens, index)
        later = operator and word in _LATER
        if later or word in _MARKS or word.startswith(("*:", "Q{")):
            return None
        if following == ["("] and not _is_plain_call(tokens, index, operator=operator):
            return None
        if word == "(" and _is_sequence(tokens, index):
            return None
        if word[0] in "\"'" and word[0] in word[1:-1]:
            return None
        out.append(_COMPARED[word] if operator and word in _COMPARED else word)
    return _with_current(out)


def _is_plain_call(tokens: list[str], index: int, *, operator: bool) -> bool:
    word = tokens[index]
    if not re.match(r"[^\W\d]", word):
        return word not in {"/", "//", "*:"}
    if operator and (word in _COMPARED or word in {"and", "or", "div", "mod"}):
        return True
    if tokens[index - 1 : index] in (["/"], ["//"]) and word not in {"node", "text"}:
        return False
    return word in _XPATH_1


def _is_word(tokens: Sequence[str], index: int) -> bool:
    """Tell whether a name at `index` is an operator: it follows an operand."""
    if index == 0 or not re.match(r"[^\W\d]", tokens[index]):
        return False
    before = tokens[index - 1]
    if before == "*":
        return index == 1 or tokens[index - 2] in {"/", "//", "::", "@", "(", "[", ","}
    if re.match(r"[^\W\d]", before):
        return not _is_word(tokens, index - 1)
    return before in {")", "]", ".", ".."} or before[0] in "\"'$0123456789"


def _is_sequence(tokens: list[str], index: int) -> bool:
    """Tell a sequence `(a, b)` or `()` from a call and from mere grouping."""
    before = tokens[index - 1] if index else ""
    called = bool(re.match(r"[^\W\d]", before)) and not _is_word(tokens, index - 1)
    if called:
        return False
    if before in {"/", "//"}:
        return True
    inside = list(_top(tokens[index + 1 :]))
    end = next((i for i, (_, t) in enumerate(inside) if t == ")"), len(inside))
    depth = 0
    for word in tokens[index + 1 :]:
        depth += word in {"(", "["}
        if depth == 0 and word in {",", ")"}:
            return word == "," or (end == 0 and tokens[index + 1] == ")")
        depth -= word in {")", "]"}
    return False


def _with_current(tokens: list[str]) -> list[str]:
    """Write `current()`, which only XSLT has, as a variable."""
    out: list[str] = []
    for word in tokens:
        out.append(word)
        if out[-3:] == ["current", "(", ")"]:
            out[-3:] = ["$current"]
    return out


def _same_order(tokens: list[str]) -> bool:
    """Tell whether each `<` and `>` has a number on one side."""
    for index, word in enumerate(tokens):
        if word in _ORDERED:
            after = tokens[index + 1 : index + 2]
            before = tokens[index - 1] if index else ""
            called = _called_before(tokens, index)
            if not (
                (after and (after[0][0].isdigit() or after[0] in _NUMERIC))
                or before[:1].isdigit()
                or called in _NUMERIC
            ):
                return False
    return True


def _called_before(tokens: list[str], index: int) -> str:
    """Give the function whose call ends just before `index`."""
    depth = 0
    for place in range(index - 1, -1, -1):
        depth += tokens[place] == ")"
        depth -= tokens[place] == "("
        if depth == 0:
            called = tokens[place] == "(" and place
            return tokens[place - 1] if called else ""
    return ""
