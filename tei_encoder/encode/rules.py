"""The findings of this stage."""

from typing import Final

from tei_encoder.model.diagnostic import Rule, Severity

#: who found it, in `Diagnostic.source`
SOURCE: Final = "encode"

CROSSING_CLAIMS: Final = Rule(
    code="EN501",
    name="crossing-claims",
    severity=Severity.WARNING,
    meaning="Two claims about the text overlap without one holding the other, or a "
    "claim reaches beyond its paragraph; the later one is not encoded.",
    why="Elements nest (TEI Guidelines, chapter 21); of two that cross, the one that "
    "begins first, or is longer, is kept.",
    remedy="Reject one of the two claims, or shorten one.",
    example="a name that begins inside a date and ends after it",
)
FORBIDDEN_CHARACTER: Final = Rule(
    code="EN502",
    name="forbidden-character",
    severity=Severity.INFO,
    meaning="The text holds a character that XML 1.0 cannot hold; it is kept as g, "
    "with its code point in charDecl.",
    why="Nothing is lost, but readers of the TEI see a gap there (Guidelines, "
    "chapter 5); such characters are nearly always damage.",
    remedy="Check how the text was extracted from its original file.",
    example="a form feed between two pages",
)
MISPLACED_CLAIM: Final = Rule(
    code="EN503",
    name="misplaced-claim",
    severity=Severity.WARNING,
    meaning="A claim about the text is not encoded, because no element may hold it "
    "where it stands, or no element holds its words.",
    why="The schema allows some elements in some places only (a note, for instance, "
    "not inside desc).",
    remedy="Reject the claim, or make it about other words.",
)
UNFIT_ATTRIBUTE: Final = Rule(
    code="EN504",
    name="unfit-attribute",
    severity=Severity.WARNING,
    meaning="A claim carries an attribute that its element does not have, or a value "
    "that TEI does not allow; the attribute is left out.",
    why="One invalid value makes the whole file invalid.",
    remedy="Correct the value where it was given.",
    example='when="12:00", which lacks the seconds',
)
UNKNOWN_ENTITY: Final = Rule(
    code="EN505",
    name="unknown-entity",
    severity=Severity.WARNING,
    meaning="A name or speech refers to somebody whom the record does not describe; "
    "the pointer is left out.",
    why="A pointer to nothing is worse than none.",
    remedy="Describe the person, group, organisation or place.",
)
UNCLAIMED_TEXT: Final = Rule(
    code="EN506",
    name="unclaimed-text",
    severity=Severity.WARNING,
    meaning="Some text belongs to no part and no statement of the record; it is set "
    "aside in sourceDesc.",
    why="Nothing of the source may be lost, but it has no place in the text either.",
    remedy="Relabel that block.",
)
LATE_OPENING: Final = Rule(
    code="EN507",
    name="late-opening",
    severity=Severity.INFO,
    meaning="A title, date, place or colophon stands in the middle of the text; it is "
    "encoded as a heading or paragraph.",
    why="TEI has head and opener at the beginning of a division and closer at its end "
    "(Guidelines 4.2); moving text is not allowed.",
    remedy="Check whether several records were taken for one.",
)
EMPTY_BODY: Final = Rule(
    code="EN508",
    name="empty-body",
    severity=Severity.WARNING,
    meaning="No part of the source was read as text of the record; the body holds a "
    "gap.",
    why="A TEI text may not be empty (Guidelines, chapter 4).",
    remedy="Check the profile, or relabel the blocks.",
)
UNIDENTIFIED_SPEAKER: Final = Rule(
    code="EN509",
    name="unidentified-speaker",
    severity=Severity.INFO,
    meaning="A speech points to an unidentified participant, one for each label as "
    "printed.",
    why="Who speaks is never guessed (Guidelines 15.2).",
    remedy="Name the speaker in the metadata or by a decision.",
)

RULES: Final = (
    CROSSING_CLAIMS,
    FORBIDDEN_CHARACTER,
    MISPLACED_CLAIM,
    UNFIT_ATTRIBUTE,
    UNKNOWN_ENTITY,
    UNCLAIMED_TEXT,
    LATE_OPENING,
    EMPTY_BODY,
    UNIDENTIFIED_SPEAKER,
)
