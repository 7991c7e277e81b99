"""Elements that mark words in a passage, and those that stand apart like blocks."""

from typing import Final

from tei_encoder.tei.names import tei

MARKED: Final = frozenset(
    {
        "abbr",
        "add",
        "anchor",
        "cell",
        "date",
        "del",
        "figure",
        "foreign",
        "gap",
        "graphic",
        "hi",
        "incident",
        "item",
        "kinesic",
        "list",
        "measure",
        "name",
        "note",
        "num",
        "orgName",
        "pb",
        "persName",
        "placeName",
        "ref",
        "roleName",
        "row",
        "rs",
        "sic",
        "stage",
        "table",
        "term",
        "time",
        "unclear",
        "vocal",
    }
)
BLOCKS: Final = frozenset(
    tei(name)
    for name in (
        "ab",
        "div",
        "head",
        "item",
        "l",
        "lg",
        "list",
        "p",
        "quote",
        "row",
        "table",
        "cell",
    )
)
