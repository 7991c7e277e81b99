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
AMBIGUOUS_NAME = Rule(
    code="AN403",
    name="ambiguous-authority-name",
    severity=Severity.WARNING,
    meaning="Several entries of the authority files bear a name of the record.",
    why="The name alone does not say which of them is meant; none was taken.",
    remedy="say who or what it is with the command that the finding shows",
    example="two persons called John Smith in people.csv",
)
SIMILAR_NAME = Rule(
    code="AN404",
    name="similar-authority-name",
    severity=Severity.WARNING,
    meaning="No entry of the authority files bears a name, but one is similar.",
    why=(
        "Likeness of letters does not tell persons apart (Kim Il Sung, Kim Jong Il), "
        "so that nothing is claimed."
    ),
    remedy="confirm it with the command that the finding shows, or add the variant",
    example="Behar Shtlla in the record, Behar Shtylla in people.csv",
)

RULES = (
    CALENDAR_CONTRADICTION,
    ANNOTATION_OUT_OF_PLACE,
    AMBIGUOUS_NAME,
    SIMILAR_NAME,
)
