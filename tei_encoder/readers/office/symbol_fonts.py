"""What the characters of symbol fonts are in Unicode."""

import re
from collections.abc import Mapping
from typing import Final

#: the Symbol font, codes 0x20 to 0x7E (Unicode Consortium, Adobe mappings, Symbol)
_SYMBOL_LOW: Final = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?"
    "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
#: the same, codes 0xA0 to 0xFE; an empty place is U+FFFD here
_SYMBOL_HIGH: Final = (
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵"
    "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"
    "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\ufffd〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
)
_SYMBOL: Final = {
    code: character
    for first, characters in ((0x20, _SYMBOL_LOW), (0xA0, _SYMBOL_HIGH))
    for code, character in enumerate(characters, first)
    if character != "\ufffd"
}
#: Wingdings: what lists, boxes and arrows are made of (ISO/IEC JTC1/SC2 N4022)
_WINGDINGS: Final = {
    0x22: "✂", 0x45: "☜", 0x46: "☞", 0x47: "☝", 0x48: "☟", 0x4A: "🙂", 0x4B: "😐",
    0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧",
    0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9E: "·", 0x9F: "•", 0xA7: "▪",
    0xA8: "◻", 0xD8: "➢", 0xDF: "🡠", 0xE0: "🡢", 0xE1: "🡡", 0xE2: "🡣", 0xE7: "🡸",
    0xE8: "🡺", 0xEF: "⇦", 0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩", 0xFB: "🗶", 0xFC: "✔",
    0xFD: "🗷", 0xFE: "🗹",
}  # fmt: skip
_FONTS: Final[Mapping[str, Mapping[int, str]]] = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
}
#: where symbol fonts keep their characters (ECMA-376, 17.3.3.30)
_PRIVATE: Final = range(0xF000, 0xF100)
_PRIVATE_USE: Final = re.compile("[\uf000-\uf0ff]")


def symbol(code: int, font: str) -> str:
    """Give the character of a symbol font; a private-use one where none is known.

    `code` may be given with or without its offset of U+F000.
    """
    low = code - 0xF000 if code in _PRIVATE else code
    known = _FONTS.get(font.strip().lower(), {}).get(low)
    return known or chr(0xF000 + low if low in range(0x100) else code)


def unknown(words: str) -> int:
    """Count the characters that only a symbol font shows."""
    return 0 if words.isascii() else len(_PRIVATE_USE.findall(words))


def spelled_out(words: str, font: str) -> str:
    """Give words with the private-use characters of a symbol font in Unicode."""
    if words.isascii():
        return words
    return _PRIVATE_USE.sub(lambda found: symbol(ord(found[0]), font), words)
