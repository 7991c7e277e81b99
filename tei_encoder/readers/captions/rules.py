"""What the readers of captions report (RD17x)."""

from typing import Final

from tei_encoder.model.diagnostic import Rule, Severity

UNTIMED: Final = Rule(
    code="RD170",
    name="untimed-caption",
    severity=Severity.WARNING,
    meaning="A line of times cannot be read, or words stand outside any caption.",
    why="The words are kept, but when they were said is not known.",
    remedy="Write the times as 00:01:02.500 --> 00:01:04.000.",
    example="warning[RD170]: line 12: no times in '00:01 -> 00:02'",
)

ILL_TIMED: Final = Rule(
    code="RD171",
    name="ill-timed-caption",
    severity=Severity.WARNING,
    meaning="A caption ends before it begins, begins before the recording does, or "
    "before the caption that it follows.",
    why="Times that contradict each other or the order of the words are mistakes of "
    "whoever made the file. Words and order are kept; impossible times are not.",
    remedy="Correct the times in the file.",
    example="warning[RD171]: line 12: ends before it begins",
)

ROLLING: Final = Rule(
    code="RD172",
    name="rolling-captions",
    severity=Severity.WARNING,
    meaning="Captions repeat the line that stood before them, as those do that roll up "
    "on the screen (automatic captions of video platforms).",
    why="Every word then stands in the text twice; nothing is removed unasked.",
    remedy="Export captions that do not roll, or convert them first.",
    example="warning[RD172]: 240 of 250 captions repeat a line of the one before",
)

WORD_TIMES: Final = Rule(
    code="RD173",
    name="word-times-left-out",
    severity=Severity.INFO,
    meaning="The file tells when each word was said, or how sure a program was of it; "
    "the TEI tells it of captions or segments alone.",
    why="Times of words are guesses of a program, and rarely wanted in an edition.",
    remedy="Keep the file where you need them.",
    example="info[RD173]: the times of 812 words are left out",
)

RULES: Final = (UNTIMED, ILL_TIMED, ROLLING, WORD_TIMES)
