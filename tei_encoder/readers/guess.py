"""Guesses the code page of bytes that are no Unicode, where there is ground to."""

import re
import unicodedata
from typing import Final

#: code pages of archival text files in Latin script, commonest first
LATIN: Final = (
    "cp1252", "cp1250", "cp1254", "cp1257", "iso8859_2", "cp437", "cp850", "cp852",
    "mac_roman",
)  # fmt: skip
#: those of other scripts
OTHER: Final = (
    "cp1251", "cp1253", "cp1255", "cp1256", "iso8859_5", "iso8859_7", "koi8_r",
    "koi8_u", "cp866", "mac_cyrillic", "shift_jis", "euc_jp", "gb18030", "big5",
    "euc_kr", "cp949",
)  # fmt: skip
#: letters of ASCII per byte beyond it, from which on a text is in Latin script
_FEW: Final = 50
#: bytes that are no UTF-8, as `surrogateescape` shows them (PEP 383)
_BAD: Final = re.compile("[\udc80-\udcff]")
#: a character beyond ASCII between two letters
_INNER: Final = re.compile(r"(?<=[^\W\d_])[^\x00-\x7f](?=[^\W\d_])")
#: what no word holds: symbols, numbers, controls (Unicode, 4.5)
_NO_LETTERS: Final = frozenset("SNC")


def guessed(data: bytes) -> str | None:
    """Give the code page whose letters fit best; None where nothing speaks for one.

    Nothing does where the bytes are UTF-8 but for a few, or where a few bytes of a
    text in Latin script would have to be letters of another script.
    """
    if _damaged_utf8(data):
        return None
    from charset_normalizer import from_bytes  # noqa: PLC0415 - 30 ms, rarely needed

    best = from_bytes(data, cp_isolation=[*LATIN, *OTHER]).best()
    if best is None or (_in_latin_script(data) and best.encoding not in LATIN):
        return None
    return _likelier(data, best.encoding)


def _likelier(data: bytes, name: str) -> str:
    """Give the commonest Latin code page where the one found puts signs into words.

    A few letters beyond ASCII are little ground: `M³ller` is read in a table of names
    where cp850 fits as well as cp1252 does.
    """
    if name not in LATIN or not _has_signs(data, name):
        return name
    return next((page for page in LATIN if not _has_signs(data, page)), name)


def _has_signs(data: bytes, name: str) -> bool:
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return True
    inner = _INNER.findall(text)
    return any(unicodedata.category(sign)[0] in _NO_LETTERS for sign in inner)


def _damaged_utf8(data: bytes) -> bool:
    """Tell UTF-8 with a few bad bytes, or with surrogates (Unicode, D92).

    No code page gives characters beyond ASCII that are well-formed UTF-8 as often as
    it gives other bytes.
    """
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "surrogateescape")
    else:
        return True
    bad = len(_BAD.findall(text))
    ascii_characters = sum(map(data.count, range(128)))
    return bad <= len(text) - ascii_characters - bad


def _in_latin_script(data: bytes) -> bool:
    letters = len(re.findall(rb"[A-Za-z]", data))
    beyond = len(re.findall(rb"[\x80-\xff]", data))
    return letters > beyond * _FEW
