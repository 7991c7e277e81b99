"""Resumption tokens: a list, and the place in it after which it goes on (section 3.5).

A token holds all that it means; the server remembers nothing. Lists are ordered by
datestamp, so a record that changes while it is harvested moves to the end and is
delivered again, as it then is; none is ever skipped. Tokens do not expire; one is good
for the verb and repository that gave it. The digest finds damage; it keeps no secret,
for a token says nothing that could not be asked for without one.
"""

import base64
import json
from dataclasses import astuple, dataclass
from hashlib import sha256
from typing import Final

from tei_encoder.serve.item import Selection
from tei_encoder.serve.oai.errors import Code, OaiError

_VERSION: Final = 1
_DIGITS: Final = 12
#: more records than any list has
_MOST: Final = 10**12


@dataclass(frozen=True, slots=True)
class Token:
    """Where a list goes on.

    `cursor` counts the records given before; `datestamp` and `id` are the last one's.
    """

    verb: str
    prefix: str
    since: str | None
    until: str | None
    set: str | None
    cursor: int
    datestamp: str
    id: str

    @property
    def selection(self) -> Selection:
        """What the list consists of."""
        return Selection(self.since, self.until, self.set)

    @property
    def after(self) -> tuple[str, str]:
        """The place of the last record that was given."""
        return self.datestamp, self.id


def write_token(token: Token, repository: str) -> str:
    """Give a token as harvesters hand it back."""
    plain = json.dumps([_VERSION, *astuple(token)], ensure_ascii=False).encode()
    body = base64.urlsafe_b64encode(plain).decode().rstrip("=")
    return f"{body}.{_digest(body, repository)}"


def read_token(text: str, verb: str, repository: str) -> Token:
    """Read a token; raises `OaiError` (badResumptionToken)."""
    body, _, digest = text.rpartition(".")
    if not body or digest != _digest(body, repository):
        raise _bad("the token is damaged, or of another repository")
    padded = body + "=" * (-len(body) % 4)
    try:
        version, *fields = json.loads(base64.urlsafe_b64decode(padded))
        token = Token(*fields)
        sound = version == _VERSION and _is_sound(token)
    except (TypeError, ValueError):
        sound = False
    if not sound:
        raise _bad("the token is of another version of the server")
    if token.verb != verb:
        raise _bad(f"the token goes on with {token.verb}")
    return token


def _is_sound(token: Token) -> bool:
    """Tell whether a token holds what it should; anybody can compute a digest."""
    told = (token.verb, token.prefix, token.datestamp, token.id)
    open_ended = (token.since, token.until, token.set)
    words = (*told, *(value for value in open_ended if value is not None))
    if not all(isinstance(value, str) for value in words):
        return False
    "".join(words).encode()  # a lone surrogate is no text
    number: object = token.cursor
    return isinstance(number, int) and 0 <= number <= _MOST


def _digest(body: str, repository: str) -> str:
    return sha256(f"{repository} {body}".encode()).hexdigest()[:_DIGITS]


def _bad(message: str) -> OaiError:
    return OaiError(Code.BAD_TOKEN, message)
