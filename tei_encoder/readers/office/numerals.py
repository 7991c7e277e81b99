"""Numbers as word processors print them."""

from collections.abc import Callable, Mapping
from typing import Final

_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
#: numbered lists leave out ё, й, ъ, ы and ь (ECMA-376, 17.18.59, russianLower)
_RUSSIAN: Final = "абвгдежзиклмнопрстуфхцчшщэюя"
#: the order of the Chicago Manual of Style (ECMA-376, 17.18.59, chicago)
_CHICAGO: Final = "*†‡§"
_CIRCLED: Final = 20
#: how often a letter is repeated before digits are easier to read
_TIMES: Final = 30


def roman(number: int) -> str:
    """Give a number in small Roman numerals; beyond 10,000 in digits."""
    if not 0 < number <= 10_000:  # noqa: PLR2004 - no longer a numeral
        return str(number)
    made = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        made += letters * count
    return made


def letters(number: int, alphabet: str = _LATIN) -> str:
    """Count with letters, doubling them after the last: a ... z, aa, bb ..."""
    times, index = divmod(number - 1, len(alphabet))
    return alphabet[index] * (times + 1) if 0 <= times < _TIMES else str(number)


def ordinal(number: int) -> str:
    """Give an English ordinal: 1st, 2nd, 3rd, 11th."""
    teen = number // 10 % 10 == 1
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if teen else ending}"


def _circled(number: int) -> str:
    return chr(0x245F + number) if 0 < number <= _CIRCLED else str(number)


#: formats of WordprocessingML (ECMA-376, 17.18.59 ST_NumberFormat)
FORMATS: Final[Mapping[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02}",
    "upperRoman": lambda n: roman(n).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda n: letters(n).upper(),
    "lowerLetter": letters,
    "russianUpper": lambda n: letters(n, _RUSSIAN).upper(),
    "russianLower": lambda n: letters(n, _RUSSIAN),
    "ordinal": ordinal,
    "chicago": lambda n: letters(n, _CHICAGO),
    "numberInDash": lambda n: f"- {n} -",
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalFullWidth": lambda n: str(n).translate(
        {digit: digit + 0xFEE0 for digit in range(0x30, 0x3A)}
    ),
    "none": lambda _: "",
    "bullet": lambda _: "",
}


def numeral(number: int, name: str) -> str | None:
    """Give a number in a format of WordprocessingML; None for an unknown format."""
    written = FORMATS.get(name)
    return written(number) if written else None
