"""Names as XML 1.0 (5th edition) and Namespaces in XML 1.0 define them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tei_encoder.validate.relaxng.datatypes import Namespaces

# Productions [4] and [4a], as the insides of character classes, without the colon.
_ASCII_START: Final = "A-Z_a-z"
_ASCII_MORE: Final = r"A-Z_a-z\-.0-9"
NAME_START: Final = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff"
    "\u200c\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd"
    "\U00010000-\U000effff"
)
NAME_MORE: Final = NAME_START + r"\-.0-9" + "\u00b7\u0300-\u036f\u203f\u2040"

# Identifiers are so many that this one is worth having at hand.
_ASCII_NCNAME: Final = re.compile(f"[{_ASCII_START}][{_ASCII_MORE}]*")


def is_ncname(text: str) -> bool:
    """Tell whether the text is a name without colon."""
    if text.isascii():
        return _ASCII_NCNAME.fullmatch(text) is not None
    return _fits("[{start}][{more}]*", text)


def is_name(text: str) -> bool:
    """Tell whether the text is a name, colons allowed."""
    return _fits("[:{start}][:{more}]*", text)


def is_nmtoken(text: str) -> bool:
    """Tell whether the text is a word of characters that names are made of."""
    return _fits("[:{more}]+", text)


def read_qualified_name(literal: str, namespaces: Namespaces) -> tuple[str, str] | None:
    """Return namespace and local name of a QName; None if it is none or unbound."""
    prefix, colon, local = literal.rpartition(":")
    if not is_ncname(local) or (colon and not is_ncname(prefix)):
        return None
    if prefix == "xml":
        return ("http://www.w3.org/XML/1998/namespace", local)
    namespace = namespaces.get(prefix or None)
    if namespace is None:
        return None if colon else ("", local)
    return (namespace, local)


def _fits(form: str, text: str) -> bool:
    # Most names are ASCII, and the whole of Unicode takes long to compile.
    return _compiled(form, ascii_only=text.isascii()).fullmatch(text) is not None


@cache
def _compiled(form: str, *, ascii_only: bool) -> re.Pattern[str]:
    if ascii_only:
        return re.compile(form.format(start=_ASCII_START, more=_ASCII_MORE))
    return re.compile(form.format(start=NAME_START, more=NAME_MORE))
