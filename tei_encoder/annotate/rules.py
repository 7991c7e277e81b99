"""The findings of annotators."""

from tei_encoder.model.diagnostic import Rule, Severity

CALENDAR_CONTRADICTION = Rule(
    code="AN401",
    name="calendar-contradiction",
    severity=Severity.WARNING,
    meaning="A date names a day that the calendar lacks, or another weekday.",
    why=(
        "One of its parts is wrong in the source or in the transcription; TEI keeps "
        "the words and normalizes only what they settle (Guidelines, att.datable)."
    ),
    remedy="check the date against the original; the text is left as it is",
    example="Thursday, 7 September 1966 (it was a Wednesday)",
)
ANNOTATION_OUT_OF_PLACE = Rule(
    code="AN402",
    name="annotation-out-of-place",
    severity=Severity.ERROR,
    meaning="An annotator claimed something outside the labels and passages.",
    why="A claim that lies in no passage cannot be encoded; it was left out.",
    remedy="report it to whoever provides the annotator",
)

RULES = (CALENDAR_CONTRADICTION, ANNOTATION_OUT_OF_PLACE)
