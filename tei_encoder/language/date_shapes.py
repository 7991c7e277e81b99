"""The shapes of dates: patterns over the classes of their tokens.

A token is one letter, so that a shape is a regular expression over a short string:
`n` a number of one or two digits, `y` a year of four, `z` any other number;
`m` `e` `h` a month (day first; day or month first, with a capital; after its year),
`r` a Roman numeral, `w` a weekday, `o` the ending of an ordinal, `s` that of a year;
`f` of, `g` year, `i` in, `t` to, `q` a season; `Y` `M` `D` 年 月 日;
`|` a paragraph's end, `x` any other word, `!` any other mark, marks for themselves.
"""

import re
from collections.abc import Callable

from tei_encoder.language import date_reading as read
from tei_encoder.language.date_reading import DateReading

#: numbers, months, years and the weekday of a match, in the order of the text
Parts = tuple[list[int], list[int], list[int], int | None]

OF = "(?:f'?)"
DAY = "n(?:-?o)?"
MONTH = "[emh]"
WEEKDAY = f"(?:w[,.]?{OF}?)?"
YEAR = "yg?"

#: name, pattern, how to read its parts; the first that matches is taken
SHAPES: tuple[tuple[str, str, Callable[[Parts], DateReading]], ...] = (
    (
        "two_dates",
        f"{DAY}{OF}?{MONTH},?{OF}*y[-t]{DAY}{OF}?{MONTH},?{OF}*{YEAR}",
        lambda p: read.between(
            read.on_day(p[2][0], p[1][0], p[0][0]),
            read.on_day(p[2][1], p[1][1], p[0][1]),
        ),
    ),
    (
        "two_dates_month_first",
        f"e{DAY},?y[-t]e{DAY},?y",
        lambda p: read.between(
            read.on_day(p[2][0], p[1][0], p[0][0]),
            read.on_day(p[2][1], p[1][1], p[0][1]),
        ),
    ),
    (
        "days_of_two_months",
        (
            f"{DAY}\\.?{OF}?{MONTH}[-t]{DAY}\\.?{OF}?{MONTH},?{OF}*{YEAR}"
            f"|e{DAY}[-t]e{DAY},?y"
        ),
        lambda p: read.between(
            read.on_day(p[2][0], p[1][0], p[0][0]),
            read.on_day(p[2][0], p[1][1], p[0][1]),
        ),
    ),
    (
        "days_of_a_month",
        (
            f"{DAY}\\.?[-t]{OF}?{DAY}\\.?{OF}*{MONTH},?{OF}*{YEAR}|e{DAY}[-t]{DAY},?y"
            f"|y\\.?h{DAY}\\.?-{DAY}\\.?"
        ),
        lambda p: read.between(
            read.on_day(p[2][0], p[1][0], p[0][0]),
            read.on_day(p[2][0], p[1][0], p[0][1]),
        ),
    ),
    (
        "day_month_year",
        f"{WEEKDAY}(?:{DAY}{OF}*{MONTH}|n\\.[mh])\\.?,?{OF}*{YEAR}",
        lambda p: read.on_day(p[2][0], p[1][0], p[0][0], p[3]),
    ),
    (
        "month_day_year",
        f"{WEEKDAY}(?:e{OF}?|[mh]){DAY},?{OF}*{YEAR}",
        lambda p: read.on_day(p[2][0], p[1][0], p[0][0], p[3]),
    ),
    (
        "year_month_day",
        f"y[.,]?g?,?{MONTH}{DAY}(?:\\.(?:,?w)?)?",
        lambda p: read.on_day(p[2][0], p[1][0], p[0][0], p[3]),
    ),
    ("units", "yYnMnD", lambda p: read.on_day(p[2][0], p[0][0], p[0][1])),
    (
        "year_first",
        "y(?:-n-n|/n/n|\\.n\\.n\\.?)",
        lambda p: read.on_day(p[2][0], *p[0]),
    ),
    (
        "day_first",
        "n\\.n\\.y",
        lambda p: read.on_day(p[2][0], p[0][1], p[0][0]),
    ),
    (
        "roman_month",
        "n(?:\\.r\\.|/r/|-r-|\\.?r)y",
        lambda p: read.on_day(p[2][0], p[1][0], p[0][0]),
    ),
    ("numeric", "n(?:/n/|-n-)y", lambda p: read.numeric(p[0][0], p[0][1], p[2][0])),
    # two digits are no year that a reader could name
    (
        "short_year",
        f"n(?:/n/|-n-|\\.n\\.)n|{DAY}\\.?{OF}?{MONTH},?'?n|e{DAY},'?n",
        lambda _: DateReading(),
    ),
    (
        "months",
        f"{MONTH}[-t]{MONTH},?{OF}?{YEAR}",
        lambda p: read.between(
            read.in_month(p[2][0], p[1][0]), read.in_month(p[2][0], p[1][1])
        ),
    ),
    (
        "month_year",
        f"{MONTH}\\.?,?{OF}*{YEAR}|y\\.h",
        lambda p: read.in_month(p[2][0], p[1][0]),
    ),
    ("month_unit", "yYnM", lambda p: read.in_month(p[2][0], p[0][0])),
    (
        "years",
        "y[-t]y",
        lambda p: read.between(
            DateReading(when=read.w3c(p[2][0])), DateReading(when=read.w3c(p[2][1]))
        ),
    ),
    ("day_unit", "nMnD", lambda p: read.yearly(p[0][0], p[0][1])),
    (
        "day_month",
        f"(?:{DAY}{OF}?{MONTH}|n\\.[mh]|e{DAY}|h{DAY}\\.)",
        lambda p: read.yearly(p[1][0], p[0][0]),
    ),
    (
        "year",
        f"(?:g{OF}?)?y(?:Y|-?s|'s|g)?",
        lambda p: DateReading(when=read.w3c(p[2][0])),
    ),
)


READERS = {name: reader for name, _, reader in SHAPES}
SHAPE = re.compile("|".join(f"(?P<{name}>{shape})" for name, shape, _ in SHAPES))
