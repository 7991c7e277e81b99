"""The rules of pointers, identifiers, language tags, dates and participants."""

from typing import Final

from tei_encoder.model.diagnostic import Rule, Severity

#: who found it, in `Diagnostic.source`
SOURCE: Final = "pointers"

DANGLING_POINTER: Final = Rule(
    code="VA620",
    name="dangling-pointer",
    severity=Severity.ERROR,
    meaning="A pointer of the form #id names an id that no element of the file has.",
    why="No schema can see it: nobody knows who speaks, or what is meant "
    "(Guidelines 16.2; teidata.pointer).",
    remedy="Correct the id, or describe what is meant in the header or in standOff.",
    example='<u who="#zhou"> without <person xml:id="zhou">',
)
UNFIT_POINTER: Final = Rule(
    code="VA621",
    name="unfit-pointer",
    severity=Severity.WARNING,
    meaning="A pointer leads to an element of a kind that it cannot mean.",
    why="@who means a person, group, organisation or role (att.ascribed); @resp "
    "whoever is responsible (att.global.responsibility).",
    remedy="Point to the person, or to the respStmt.",
    example='<u who="#div2">',
)
BARE_POINTER: Final = Rule(
    code="VA622",
    name="bare-name-as-pointer",
    severity=Severity.ERROR,
    meaning="A pointer holds a name or an id without #, which is an address of a file "
    "beside this one.",
    why="It is valid and wrong: the datatype allows any address.",
    remedy="Write #id, and give the person or thing that xml:id.",
    example='<u who="Enver Hoxha">',
)
DUPLICATE_ID: Final = Rule(
    code="VA623",
    name="repeated-xml-id",
    severity=Severity.ERROR,
    meaning="Two elements have the same xml:id.",
    why="A pointer to it has no single meaning (XML, validity constraint: ID).",
    remedy="Give one of the two another id.",
)
UNDECLARED_PREFIX: Final = Rule(
    code="VA624",
    name="undeclared-prefix",
    severity=Severity.WARNING,
    meaning="A pointer uses a prefix that no prefixDef of the file declares.",
    why="Only the declaration turns it into an address (Guidelines 17.3).",
    remedy="Declare it: listPrefixDef/prefixDef in encodingDesc.",
    example='<date ana="ud:NOUN"> without <prefixDef ident="ud">',
)
MALFORMED_LANGUAGE: Final = Rule(
    code="VA625",
    name="malformed-language-tag",
    severity=Severity.ERROR,
    meaning="A language tag is not well formed.",
    why="Tags follow BCP 47 (teidata.language): a code of two or three letters first.",
    remedy='Write the code: "en", "sr-Cyrl", "zh-Hant".',
    example='xml:lang="English", xml:lang="en_US"',
)
INVERTED_DATES: Final = Rule(
    code="VA626",
    name="inverted-dates",
    severity=Severity.ERROR,
    meaning="A range of dates ends before it begins.",
    why="att.datable: @from and @to, @notBefore and @notAfter bound a period.",
    remedy="Exchange the two, or correct one.",
    example='<date notBefore="1967" notAfter="1966">',
)
MIXED_DATES: Final = Rule(
    code="VA627",
    name="when-with-range",
    severity=Severity.WARNING,
    meaning="@when stands beside another date attribute, or @from beside @notBefore, "
    "or @to beside @notAfter.",
    why="One says what the other denies (Guidelines, att.datable.w3c).",
    remedy="Keep the one that the words bear out.",
    example='<date when="1966" from="1965">',
)
WRONG_WEEKDAY: Final = Rule(
    code="VA628",
    name="wrong-weekday",
    severity=Severity.WARNING,
    meaning="The weekday in the words is not that of the date in @when.",
    why="Either the source or the normalized date is mistaken.",
    remedy="Check the date; keep the words of the source in any case.",
    example='<date when="1966-09-07">Tuesday, September 7, 1966</date>',
)
UNUSED_PARTICIPANT: Final = Rule(
    code="VA629",
    name="unused-participant",
    severity=Severity.WARNING,
    meaning="Nothing points to a participant who is not said to be merely present.",
    why="A speaker to whom no turn is ascribed is often a mistyped @who "
    "(Guidelines 16.2.2).",
    remedy='Point to the participant, or say role="present".',
)

RULES: Final = (
    DANGLING_POINTER,
    UNFIT_POINTER,
    BARE_POINTER,
    DUPLICATE_ID,
    UNDECLARED_PREFIX,
    MALFORMED_LANGUAGE,
    INVERTED_DATES,
    MIXED_DATES,
    WRONG_WEEKDAY,
    UNUSED_PARTICIPANT,
)
