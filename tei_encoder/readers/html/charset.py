"""What a web page is written in: its bytes say, then the user, then the page."""

import codecs
import re
from typing import Final

from tei_encoder.readers.decoding import Decoded, decode

#: how far browsers look for a declaration (HTML, 13.2.3.2)
_PRESCAN: Final = 1024
_DECLARED: Final = re.compile(
    rb"""(?:<meta\b[^>]*?\bcharset|<\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*([\w.:-]+)""",
    re.IGNORECASE,
)
#: labels that mean a wider code page (WHATWG Encoding, 4.2)
_WIDER: Final = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "tis-620": "cp874",
}
#: numeric references to the bytes 80 to 9F mean Windows-1252 (HTML, 13.2.5.80)
_REFERENCE: Final = re.compile(r"&#(?:0*(1[2-5]\d)|[xX]0*([89][0-9a-fA-F]));?")


def decode_page(data: bytes, name: str, *, encoding: str | None = None) -> Decoded:
    """Decode a page; the reference to a byte of Windows-1252 becomes its character.

    Bytes that are valid UTF-8 beyond ASCII are UTF-8, whatever the page declares.
    Raises `ReadError` for bytes that are none of it.
    """
    found = decode(data, name, encoding=encoding or _declared(data))
    text = _REFERENCE.sub(_character, found.text).replace("\0", "\ufffd")
    return Decoded(text, found.encoding, found.ground)


def _declared(data: bytes) -> str | None:
    """Give the encoding that the page declares, if Python knows it."""
    found = _DECLARED.search(data[:_PRESCAN])
    try:
        codec = codecs.lookup(found[1].decode("ascii")).name if found else ""
    except (LookupError, UnicodeError, ValueError):
        return None
    codec = _WIDER.get(codec, codec)
    # a page that can be searched for bytes of ASCII is no UTF-16
    return codec if codec and not codec.startswith(("utf-16", "utf-32")) else None


def _character(found: re.Match[str]) -> str:
    code = int(found[1]) if found[1] else int(found[2], 16)
    if not 0x80 <= code <= 0x9F:  # noqa: PLR2004 - the range of C1
        return found[0]
    return bytes([code]).decode("cp1252", "ignore") or chr(code)
