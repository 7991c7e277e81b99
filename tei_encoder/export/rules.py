"""The rules of export."""

from typing import Final

from tei_encoder.model.diagnostic import Rule, Severity

#: who found it, in `Diagnostic.source`
SOURCE: Final = "export"

SHARED_ID: Final = Rule(
    code="EX701",
    name="shared-record-id",
    severity=Severity.WARNING,
    meaning="Two of the files have one id, or ids that make one file name.",
    why="Packages are named after ids; a catalogue that goes by ids would take the two "
    "for one record.",
    remedy="Give each file an xml:id of its own. Until then the packages are numbered, "
    "in the order of the files.",
    example="a.xml and b.xml both have xml:id='memo': memo and memo-2 are made",
)
UNUSED_DATE: Final = Rule(
    code="EX702",
    name="unusable-date",
    severity=Severity.WARNING,
    meaning="The header gives the date of the conversation in words alone.",
    why="Platforms sort and filter by dates and refuse words; no part of a date is "
    "invented, so that the record has none there.",
    remedy="State it in @when, or @from and @to, as year, month or day, or give "
    "record.date in a file of metadata.",
    example="<date>early in the sixties</date>",
)
SEPARATOR_IN_VALUE: Final = Rule(
    code="EX703",
    name="separator-in-value",
    severity=Severity.WARNING,
    meaning="A value holds the character that parts values in a cell.",
    why="The platform would cut the value in two.",
    remedy="Nothing, if a broken bar may stand for it there; the TEI file keeps its "
    "own words.",
    example="North | South becomes North ¦ South in the cell, and nowhere else",
)
UNKNOWN_LANGUAGE: Final = Rule(
    code="EX704",
    name="unlisted-language",
    severity=Severity.WARNING,
    meaning="The language has no code in the list that the target uses (ISO 639-2).",
    why="A code that is not on the list makes the file invalid; und says that it is "
    "not determined.",
    remedy="Give the language of the text as a tag of BCP 47 that has a code there.",
)
SHORTENED_TITLE: Final = Rule(
    code="EX705",
    name="shortened-title",
    severity=Severity.WARNING,
    meaning="The title is longer than the target takes.",
    why="The platform would refuse the record, or cut the title without a word.",
    remedy="Nothing, if the whole title may stand in the field that the target has for "
    "it; else give a shorter one in the header.",
    example="a title of 300 characters: Drupal takes 255",
)

RULES: Final = (
    SHARED_ID,
    UNUSED_DATE,
    SEPARATOR_IN_VALUE,
    UNKNOWN_LANGUAGE,
    SHORTENED_TITLE,
)
