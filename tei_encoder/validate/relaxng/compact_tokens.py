"""The words of RELAX NG's compact syntax (OASIS, 21 November 2002, section 2)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tei_encoder.validate.relaxng.names import NAME_MORE, NAME_START
from tei_encoder.validate.relaxng.schema_error import SchemaError

if TYPE_CHECKING:
    from collections.abc import Iterator

KEYWORDS: Final = frozenset(
    (
        "attribute",
        "default",
        "datatypes",
        "div",
        "element",
        "empty",
        "external",
        "grammar",
        "include",
        "inherit",
        "list",
        "mixed",
        "namespace",
        "notAllowed",
        "parent",
        "start",
        "string",
        "text",
        "token",
    )
)

_NAME: Final = f"[{NAME_START}][{NAME_MORE}]*"
_TOKEN: Final = re.compile(
    rf"""
    (?P<space> [ \t\r\n]+ | \#[^\n]* )
  | (?P<literal> \"\"\".*?\"\"\" | '''.*?''' | "[^"\n]*" | '[^'\n]*' )
  | (?P<namespace> {_NAME}:\* )
  | (?P<name> \\?{_NAME}(?::{_NAME})? )
  | (?P<sign> >> | \|= | &= | [=|&,?*+\-~(){{}}\[\]] )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE: Final = re.compile(r"\\x+\{([0-9A-Fa-f]+)\}")


@dataclass(frozen=True, slots=True)
class Token:
    """One word: a `name`, `keyword`, `literal`, `namespace` (`p:*`), `sign` or `end`.

    text: the name without its backslash, the literal without its quotes.
    """

    kind: str
    text: str
    line: int


class TokenStream:
    """The tokens of a schema, one after another; `token` is the one to be read next."""

    def __init__(self, source: str, file: str) -> None:
        """Begin before the first token."""
        self._file = file
        self._rest = read_tokens(source, file)
        self.token = next(self._rest)
        self._ahead: Token | None = None

    def advance(self) -> Token:
        """Pass on to the next token and return the one passed."""
        token = self.token
        self.token = self.peek()
        self._ahead = None
        return token

    def peek(self) -> Token:
        """Return the token after the next one."""
        if self._ahead is None:
            self._ahead = next(self._rest, self.token)
        return self._ahead

    def starts(self, *texts: str) -> bool:
        """Tell whether the next token is one of these signs or keywords."""
        return self.token.kind in ("sign", "keyword") and self.token.text in texts

    def take(self, text: str) -> bool:
        """Pass over this sign or keyword, if it is next."""
        if self.starts(text):
            self.advance()
            return True
        return False

    def expect(self, kind: str, text: str | None = None) -> Token:
        """Pass over a token of this kind and text; SchemaError if another is next."""
        if self.token.kind != kind or text not in (None, self.token.text):
            message = f'"{self.token.text}" stands where {text or kind} was expected'
            raise self.error(message)
        return self.advance()

    def literal(self) -> str:
        """Read a literal, or several that are joined."""
        text = self.expect("literal").text
        while self.take("~"):
            text += self.expect("literal").text
        return text

    def error(self, message: str) -> SchemaError:
        """Make an error at the next token."""
        return SchemaError(message, place=f"{self._file}:{self.token.line}")


def read_tokens(source: str, file: str) -> Iterator[Token]:
    """Yield the tokens of a schema, annotations left out, and a last `end`.

    Raises SchemaError where no token can be.
    """
    pending: list[str] = []
    for token in _all_tokens(source, file):
        if pending:
            # Inside an annotation only its end matters.
            if token.text == "[" and token.kind == "sign":
                pending.append("]")
            elif token.text == "]" and token.kind == "sign":
                pending.pop()
        elif token.kind == "sign" and token.text == "[":
            pending.append("]")
        else:
            yield token
    if pending:
        raise SchemaError("an annotation is not closed", place=file)


def _all_tokens(source: str, file: str) -> Iterator[Token]:
    position, line = 0, 1
    while position < len(source):
        found = _TOKEN.match(source, position)
        if found is None:
            message = f'"{source[position]}" has no place in the compact syntax'
            raise SchemaError(message, place=f"{file}:{line}")
        if found.lastgroup != "space":
            yield _token(str(found.lastgroup), found[0], line)
        line += found[0].count("\n")
        position = found.end()
    yield Token("end", "the end of the file", line)


def _token(kind: str, text: str, line: int) -> Token:
    match kind:
        case "literal":
            width = 3 if text[:3] in ('"""', "'''") else 1
            # Only now: a line end that is written as an escape does not end a literal.
            inside = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
            return Token(kind, inside[width:-width], line)
        case "name" if text in KEYWORDS:
            return Token("keyword", text, line)
        case "name":
            return Token(kind, text.removeprefix("\\"), line)
        case _:
            return Token(kind, text, line)
