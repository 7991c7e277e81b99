"""Limits on what a request may say; both protocols share them."""

import re
from typing import Final
from urllib.parse import parse_qsl

#: characters of one value, and of all parameters together
LONGEST: Final = 2048
LONGEST_QUERY: Final = 16_384
MOST: Final = 16
#: what XML 1.0 forbids: it could not even be quoted in an answer
_FORBIDDEN: Final = re.compile(
    "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)


class ParameterError(Exception):
    """A parameter is too long, too many, or holds what it may not."""


def parameters_of(query: bytes) -> list[tuple[str, str]]:
    """Give names and values of an URL-encoded text, in order.

    Raises `ParameterError`.
    """
    if len(query) > LONGEST_QUERY:
        raise ParameterError("the request is too long")
    try:
        text = query.decode("ascii")
        pairs = parse_qsl(
            text, keep_blank_values=True, max_num_fields=MOST, errors="strict"
        )
    except ValueError as error:
        raise ParameterError(
            f"the request is no URL-encoded UTF-8 of at most {MOST} parameters"
        ) from error
    for name, value in pairs:
        if len(name) > LONGEST or len(value) > LONGEST:
            raise ParameterError("a parameter is too long")
        if _FORBIDDEN.search(name) or _FORBIDDEN.search(value):
            raise ParameterError("a parameter holds a control character")
    return pairs
