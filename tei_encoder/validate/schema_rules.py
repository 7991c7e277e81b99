"""The rules of a schema's verdict: one for each kind of violation, and of reading."""

from typing import Final

from tei_encoder.model.diagnostic import Rule, Severity
from tei_encoder.validate.relaxng import ViolationKind

#: who found it, in `Diagnostic.source`
SOURCE: Final = "relaxng"

_WHY = (
    "The schema is the agreement on what the elements mean; programs rely on it "
    "(Guidelines, chapter 24: conformance)."
)

NOT_WELL_FORMED: Final = Rule(
    code="VA610",
    name="not-well-formed",
    severity=Severity.ERROR,
    meaning="The file is not XML: a tag, quote or entity is broken at that place, or "
    "elements are nested more than 2,048 deep.",
    why="Nothing can be read beyond that place.",
    remedy="Mend the file there; look for an unclosed tag before it.",
)
ABSENT_SCHEMA: Final = Rule(
    code="VA611",
    name="absent-schema",
    severity=Severity.INFO,
    meaning="The schema that the document names in xml-model is not in the store.",
    why="Nothing is fetched unless you say so; the document was checked against "
    "tei_all instead.",
    remedy="Put the schema into the store, or name one with --schema.",
)
TOO_LARGE: Final = Rule(
    code="VA612",
    name="file-too-large",
    severity=Severity.ERROR,
    meaning="The file is larger than what is read into memory at once (1 GiB).",
    why="A validator that takes any file can be brought down by one.",
    remedy="Split the file, for example with XInclude.",
)
INCLUSION_FAILED: Final = Rule(
    code="VA615",
    name="inclusion-failed",
    severity=Severity.ERROR,
    meaning="A file that XInclude names cannot take its place: it is absent, broken, "
    "outside the folder given with --xinclude, or includes itself.",
    why="The document is not whole without it, so there is nothing to validate.",
    remedy="Correct the path at that line, or add xi:fallback.",
)


def _rule(number: int, kind: ViolationKind, meaning: str, remedy: str) -> Rule:
    return Rule(
        code=f"VA{number}",
        name=kind.value,
        severity=Severity.ERROR,
        meaning=meaning,
        why=_WHY,
        remedy=remedy,
    )


BY_KIND: Final = {
    rule.name: rule
    for rule in (
        _rule(
            650,
            ViolationKind.UNKNOWN_ELEMENT,
            "An element has a name that the schema does not know.",
            "Check the spelling (TEI names mind capitals: persName) and the namespace.",
        ),
        _rule(
            651,
            ViolationKind.ELEMENT_NOT_ALLOWED,
            "An element stands where the schema does not allow it.",
            "Move it to where it is allowed, or use an element of like meaning.",
        ),
        _rule(
            652,
            ViolationKind.MISSING_ELEMENT,
            "An element is missing before another one.",
            "Add it.",
        ),
        _rule(
            653,
            ViolationKind.INCOMPLETE_CONTENT,
            "An element ends before it holds all that it must.",
            "Add what is missing before its end tag.",
        ),
        _rule(
            654,
            ViolationKind.ATTRIBUTE_NOT_ALLOWED,
            "An element has an attribute that the schema does not allow on it.",
            "Check the spelling, or say it by another attribute.",
        ),
        _rule(
            655,
            ViolationKind.MISSING_ATTRIBUTE,
            "An element lacks an attribute that it must have.",
            "Add it.",
        ),
        _rule(
            656,
            ViolationKind.BAD_ATTRIBUTE_VALUE,
            "The value of an attribute is not of its datatype or not in its list.",
            "Write one of the values that are allowed.",
        ),
        _rule(
            657,
            ViolationKind.TEXT_NOT_ALLOWED,
            "Text stands directly in an element that holds only elements.",
            "Put it into a p, head or other element.",
        ),
        _rule(
            658,
            ViolationKind.BAD_TEXT_VALUE,
            "The text of an element is not of its datatype.",
            "Write a value of that datatype.",
        ),
        _rule(
            659,
            ViolationKind.DUPLICATE_ID,
            "Two elements have the same identifier.",
            "Give one of the two another identifier.",
        ),
        _rule(
            660,
            ViolationKind.DANGLING_IDREF,
            "A reference names an identifier that nothing has.",
            "Correct the reference.",
        ),
    )
}

RULES: Final = (
    NOT_WELL_FORMED,
    ABSENT_SCHEMA,
    TOO_LARGE,
    INCLUSION_FAILED,
    *BY_KIND.values(),
)
