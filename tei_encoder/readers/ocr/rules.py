"""The findings of the readers of recognized text (RD157)."""

from typing import Final

from tei_encoder.model.diagnostic import Rule, Severity

DOUBTFUL_WORDS: Final = Rule(
    code="RD157",
    name="doubtful-words",
    severity=Severity.INFO,
    meaning="The program that recognized the pages is not sure of some words; "
    "the first one shown is the least certain.",
    why="They are encoded as they are: what was printed can be told from the image "
    "alone (TEI Guidelines, Transcription of Primary Sources).",
    remedy="Compare these words with the image and mend the file.",
    example="info[RD157]: 12 of 4,300 words were recognized with a confidence "
    "below 60%",
)

RULES: Final = (DOUBTFUL_WORDS,)
