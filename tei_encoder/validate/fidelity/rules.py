"""The rules of the certificate."""

from typing import Final

from tei_encoder.model.diagnostic import Rule, Severity

#: who found it, in `Diagnostic.source`
SOURCE: Final = "certificate"

_WHY = (
    "The certificate says that the TEI holds every character of the source, in its "
    "order, and claims no other; @source is what ties the two (Guidelines, "
    "att.global.source; RFC 5147)."
)

TEXT_NOT_PRESERVED: Final = Rule(
    code="VA601",
    name="text-not-preserved",
    severity=Severity.ERROR,
    meaning="An element with @source gives other words than its ranges of the source.",
    why=_WHY,
    remedy="Restore the words of the source; put a correction in corr, reg, expan or "
    "supplied, which do not count.",
    example='<seg source="src:0,5">Helo</seg> for a source that begins "Hello"',
)
OVERLAPPING_OWNERS: Final = Rule(
    code="VA602",
    name="overlapping-owners",
    severity=Severity.ERROR,
    meaning="Two elements claim the same characters of the source.",
    why=_WHY,
    remedy="Let one element own them; a copy in the header points with @corresp.",
    example='<head source="src:0,9"/> and <title source="src:0,9"/>',
)
TEXT_MISSING: Final = Rule(
    code="VA603",
    name="text-missing",
    severity=Severity.ERROR,
    meaning="Characters of the source other than white space are owned by no element.",
    why=_WHY,
    remedy="Transcribe them, or set them aside with a reason: "
    'note type="set-aside" in sourceDesc/bibl.',
)
SOURCE_OUT_OF_RANGE: Final = Rule(
    code="VA604",
    name="source-out-of-range",
    severity=Severity.ERROR,
    meaning="A range in @source reaches beyond the reading text.",
    why=_WHY,
    remedy="Check that this is the text that was encoded.",
    example='source="src:90,120" for a text of 100 characters',
)
SOURCE_MALFORMED: Final = Rule(
    code="VA605",
    name="malformed-source",
    severity=Severity.ERROR,
    meaning="A token of @source begins with src: but gives no range.",
    why=_WHY,
    remedy="Write src:start,end with two offsets, the first the smaller.",
    example='source="src:12-40"',
)
TEXT_MOVED: Final = Rule(
    code="VA606",
    name="text-moved",
    severity=Severity.ERROR,
    meaning="Inside text, an element stands after one that follows it in the source.",
    why=_WHY,
    remedy="Restore the order; only a note with @place may stand at its reference.",
)
UNDECLARED_CHARACTER: Final = Rule(
    code="VA607",
    name="undeclared-character",
    severity=Severity.ERROR,
    meaning="A g element points to no char that declares its code point.",
    why="A character that XML forbids is kept as g; which one it is stands in charDecl "
    "(Guidelines, chapter 5).",
    remedy='Declare it: char with localProp name="codepoint" and the number in '
    "hexadecimal as value.",
    example='<g ref="#c1"/> without <char xml:id="c1">',
)
OTHER_SOURCE: Final = Rule(
    code="VA608",
    name="other-source",
    severity=Severity.ERROR,
    meaning="The SHA-256 of the given text is not the one that the header records.",
    why="Offsets mean something only in the very text that was encoded.",
    remedy="Give the file that was encoded, or the reading text saved with "
    "--save-text.",
)
SOURCE_UNRECORDED: Final = Rule(
    code="VA609",
    name="unrecorded-source",
    severity=Severity.WARNING,
    meaning="The header records no SHA-256 of the source.",
    why="Without it nobody can tell which text was encoded.",
    remedy='Add idno type="sha256" to sourceDesc/bibl.',
)
TEXT_ADDED: Final = Rule(
    code="VA614",
    name="text-added",
    severity=Severity.ERROR,
    meaning="Words stand in text that no element with @source owns.",
    why=_WHY,
    remedy="Remove them, or say whose they are: supplied, corr, or note with @resp.",
    example="<p>Added by hand.</p> beside paragraphs with @source",
)

RULES: Final = (
    TEXT_NOT_PRESERVED,
    OVERLAPPING_OWNERS,
    TEXT_MISSING,
    SOURCE_OUT_OF_RANGE,
    SOURCE_MALFORMED,
    TEXT_MOVED,
    UNDECLARED_CHARACTER,
    OTHER_SOURCE,
    SOURCE_UNRECORDED,
    TEXT_ADDED,
)
