"""The rules of decoding."""

from typing import Final

from tei_encoder.model.diagnostic import Rule, Severity

#: who found it, in `Diagnostic.source`
SOURCE: Final = "decode"

NOT_TEI: Final = Rule(
    code="DE550",
    name="foreign-root",
    severity=Severity.WARNING,
    meaning="The root element is not in the TEI namespace.",
    why="Only TEI elements have a known meaning; the words of others are read as plain "
    "paragraphs.",
    remedy="Give a TEI P5 file.",
    example='<TEI> without xmlns="http://www.tei-c.org/ns/1.0"',
)
NO_SPEECH: Final = Rule(
    code="DE551",
    name="no-utterance",
    severity=Severity.INFO,
    meaning="The file holds neither u nor sp.",
    why="What is exported of it has paragraphs, but no speakers.",
    remedy="Nothing, if the record reports indirectly what was said.",
)
NO_HEADER: Final = Rule(
    code="DE552",
    name="absent-header",
    severity=Severity.INFO,
    meaning="The file holds no teiHeader, so that nothing describes the record.",
    why="Archive platforms want at least a title (ISAD(G) 3.1.2).",
    remedy="Give a whole TEI file rather than a part of one.",
)

RULES: Final = (NOT_TEI, NO_SPEECH, NO_HEADER)
