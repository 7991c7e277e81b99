"""Names as catalogues want them: without an editor's brackets."""

import re
from typing import Final

#: a pair of square brackets of any width, nothing nested
_PAIR: Final = re.compile(r"[\[［【〔]([^\[\]［］【】〔〕]*)[\]］】〕]")
_SINGLE: Final = re.compile(r"[\[\]［］【】〔〕]")
#: white space of XML; a no-break space is part of a name
_SPACE: Final = re.compile(r"[ \t\r\n]+")
#: what an editor says of a reading (TEI `sic`), no part of any name
_REMARK: Final = "sic"


def bare_name(text: str) -> str:
    """Take square brackets from a name; words in them stay, remarks go.

    `[Enver] Hoxha` is `Enver Hoxha`; `Shtylla [?]`, `[sic]` and `[...]` hold no part
    of a name. DSpace 7.6 breaks on brackets in names (its issue 9754).
    """
    times = 1
    while times:
        text, times = _PAIR.subn(_kept, text)
    return _SPACE.sub(" ", _SINGLE.sub("", text)).strip(" ")


def _kept(match: re.Match[str]) -> str:
    inner = match[1]
    is_name = any(c.isalpha() for c in inner) and inner.strip(" .!").lower() != _REMARK
    return inner if is_name else ""
