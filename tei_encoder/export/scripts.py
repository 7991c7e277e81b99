"""The script of a text, by ISO 15924: from its language tag, else from its letters."""

import re
import unicodedata
from collections import Counter
from typing import Final

#: first word of a letter's name in Unicode, and the code of its script
_SCRIPTS: Final = {
    "LATIN": "Latn",
    "CYRILLIC": "Cyrl",
    "GREEK": "Grek",
    "ARABIC": "Arab",
    "HEBREW": "Hebr",
    "ARMENIAN": "Armn",
    "GEORGIAN": "Geor",
    "DEVANAGARI": "Deva",
    "BENGALI": "Beng",
    "TAMIL": "Taml",
    "THAI": "Thai",
    "ETHIOPIC": "Ethi",
    "HANGUL": "Hang",
    "HIRAGANA": "Jpan",
    "KATAKANA": "Jpan",
    "CJK": "Hani",
}
_TAGGED: Final = re.compile(r"-([A-Za-z]{4})(?=-|$)")
#: code for a script that is not determined
UNDETERMINED: Final = "Zyyy"


def script_of(tag: str | None, text: str) -> str:
    """Give the code of the script that a tag names, else that of most letters."""
    tagged = _TAGGED.search(tag or "")
    if tagged:
        return tagged[1].title()
    words = (unicodedata.name(c, "").split(" ")[0] for c in text if c.isalpha())
    counted = Counter(_SCRIPTS[word] for word in words if word in _SCRIPTS)
    return counted.most_common(1)[0][0] if counted else UNDETERMINED
