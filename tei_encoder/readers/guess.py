"""Guesses the code page of bytes that are no Unicode, where there is ground to."""

import re
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
    return best.encoding


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
