"""What the reader of TEI reports (RD18x)."""

from typing import Final

from tei_encoder.model.diagnostic import Rule, Severity

ALTERNATIVES: Final = Rule(
    code="RD180",
    name="alternative-readings-left-out",
    severity=Severity.INFO,
    meaning="The file has several readings of a place (choice, app); the reading text "
    "has what the source says: sic, orig, abbr, the lemma.",
    why="Both would put words into the text that stand there once "
    "(Guidelines, 3.5 and 13.1).",
    remedy="Nothing, unless you want the text as edited; then convert an edited copy.",
    example="info[RD180]: 12 alternatives (corr, reg, expan, rdg) are left out",
)

INCLUSIONS: Final = Rule(
    code="RD181",
    name="inclusion-not-followed",
    severity=Severity.WARNING,
    meaning="The file includes others with XInclude; they are not read.",
    why="Reading a file must not fetch another; what it holds is not in the TEI.",
    remedy="Resolve the inclusions first, e.g. `xmllint --xinclude FILE`.",
    example="warning[RD181]: 3 inclusions are not followed",
)

REBUILT: Final = Rule(
    code="RD182",
    name="rebuilt-reading-text",
    severity=Severity.INFO,
    meaning="The reading text was rebuilt from @source; between its elements the file "
    "does not tell which white space stood, line ends are put there.",
    why="Offsets are those of the source, but its digest may be another.",
    remedy="Convert the source itself where you have it.",
    example="info[RD182]: the reading text is rebuilt from @source",
)

MISFIT: Final = Rule(
    code="RD183",
    name="source-ranges-misfit",
    severity=Severity.WARNING,
    meaning="The file has @source with offsets, but they do not fit its text; it is "
    "read as TEI of others is.",
    why="The text was changed since it was encoded, or holds additions.",
    remedy="See `tei-encoder verify` for what differs.",
    example="warning[RD183]: @source does not fit the text",
)

UNRESOLVED: Final = Rule(
    code="RD184",
    name="unresolved-entity",
    severity=Severity.WARNING,
    meaning="The file uses entities that it does not declare itself; they stand in the "
    "text as they are written.",
    why="They are declared in a document type that is not read.",
    remedy="Replace them by characters, e.g. `xmllint --noent --dtdattr FILE`.",
    example="warning[RD184]: 2 entities are not resolved: &uuml;",
)

RULES: Final = (ALTERNATIVES, INCLUSIONS, REBUILT, MISFIT, UNRESOLVED)
