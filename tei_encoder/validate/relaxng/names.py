"""Names as XML 1.0 (5th edition) and Namespaces in XML 1.0 define them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tei_encoder.validate.relaxng.datatypes import Namespaces

# Productions [4] and [4a]; the insides of character classes, without the colon.
NAME_START: Final = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff"
    "\u200c\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd"
    "\U00010000-\U000effff"
)
NAME_MORE: Final = NAME_START + r"\-.0-9" + "\u00b7\u0300-\u036f\u203f\u2040"

NCNAME: Final = f"[{NAME_START}][{NAME_MORE}]*"
NAME: Final = f"[:{NAME_START}][:{NAME_MORE}]*"
NMTOKEN: Final = f"[:{NAME_MORE}]+"

_NCNAME: Final = re.compile(NCNAME)


def is_ncname(text: str) -> bool:
    """Tell whether the text is a name without colon."""
    return _NCNAME.fullmatch(text) is not None


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
