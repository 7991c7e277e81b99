"""The parameters of a request: known ones, each once, numbers in their bounds."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from tei_encoder.serve.dts.errors import bad_request

_NUMBER: Final = re.compile(r"-?\d{1,6}", re.ASCII)


def arguments_of(
    pairs: Iterable[tuple[str, str]], known: Collection[str]
) -> Mapping[str, str]:
    """Give the parameters; those without a value count as not given.

    Raises `DtsError` (400).
    """
    pairs = tuple(pairs)
    for name, number in Counter(name for name, _ in pairs).items():
        if name not in known:
            raise bad_request(f"{name!r} is none of the parameters {', '.join(known)}")
        if number > 1:
            raise bad_request(f"{name} is given more than once")
    return {name: value for name, value in pairs if value}


def number_in(arguments: Mapping[str, str], name: str, least: int) -> int | None:
    """Give a whole number; None where it is not given; raises `DtsError` (400)."""
    text = arguments.get(name)
    if text is None:
        return None
    if not _NUMBER.fullmatch(text) or int(text) < least:
        raise bad_request(f"{name} is no whole number from {least} on")
    return int(text)
