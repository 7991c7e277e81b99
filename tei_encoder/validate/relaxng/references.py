"""URI references, as far as `anyURI` checks them.

`anyURI` accepts any character, for what RFC 2396 does not allow is escaped first
(XML Schema Part 2, 3.2.17, and XLink 5.4); what remains to be wrong is a broken
percent escape, a second fragment, a scheme that cannot be one, an authority that is
announced and missing, and a bracket elsewhere than around a numeric host (RFC 2732).
"""

import re

_BROKEN_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_BEFORE_PATH = re.compile(r"[^:/?#]*:")
_NO_AUTHORITY = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.\-]*:)?//")
_NUMERIC_HOST = re.compile(r"//(?:[^/?#\[\]]*@)?\[[0-9A-Fa-f:.]+\]")
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:.+", re.DOTALL)


def is_uri_reference(text: str) -> bool:
    """Tell whether the text, with spaces and the like escaped, is a URI reference."""
    if "%" in text and _BROKEN_ESCAPE.search(text):
        return False
    if text.count("#") > 1:
        return False
    if "[" in text or "]" in text:
        rest = _NUMERIC_HOST.sub("//", text, count=1)
        if "[" in rest or "]" in rest:
            return False
    if text.endswith("//") and _NO_AUTHORITY.fullmatch(text):
        return False
    if _BEFORE_PATH.match(text):
        return _ABSOLUTE.match(text) is not None
    return True
