"""The findings on rulings (DC8xx)."""

from tei_encoder.model.decision import Ruling
from tei_encoder.model.diagnostic import Diagnostic, Rule, Severity

LOST = Rule(
    code="DC801",
    name="lost-ruling",
    severity=Severity.WARNING,
    meaning="A ruling of the decisions file finds its words no more.",
    why="The words, or all that stood around them, have changed in the source; a "
    "ruling is never applied to other words, and never dropped from its file.",
    remedy="Quote the words as they read now, or take the ruling out.",
)
AMBIGUOUS = Rule(
    code="DC802",
    name="ambiguous-ruling",
    severity=Severity.WARNING,
    meaning="A ruling finds its words in several places, and nothing tells which.",
    why="A ruling on the wrong words would be worse than none; it is not applied.",
    remedy="Give what stands before or after the words (`before`, `after`), or `at`.",
)
WITHOUT_EFFECT = Rule(
    code="DC803",
    name="ruling-without-effect",
    severity=Severity.WARNING,
    meaning="A ruling finds its words, but nothing there that it could rule on.",
    why="Words that are no label cannot lose it, words outside a turn have no "
    "speaker, and what nobody claims need not be rejected.",
    remedy="Quote the words of the block, turn, name or date that is meant.",
)
OVERRULED = Rule(
    code="DC804",
    name="overruled-ruling",
    severity=Severity.WARNING,
    meaning="A later ruling of the same file says something else of the same words.",
    why="Both cannot hold; the later one in the file does.",
    remedy="Take one of the two out.",
)
OUTDATED = Rule(
    code="DC805",
    name="outdated-review",
    severity=Severity.WARNING,
    meaning="The text has changed since somebody read all of it and stood for it.",
    why="Nobody has read what is new: the file is a draft again.",
    remedy="Read what changed, then say `tei-encoder decide FILE --reviewed` again.",
)
RULES = (LOST, AMBIGUOUS, WITHOUT_EFFECT, OVERRULED, OUTDATED)
SOURCE = "decisions"


def finding(rule: Rule, message: str, ruling: Ruling, *, help_: str = "") -> Diagnostic:
    """Make a finding on a ruling, at its words where they were found."""
    where = f" (line {ruling.line})" if ruling.line else ""
    said = f"{message}{where}"
    return Diagnostic(rule, said, span=ruling.span, help=help_, source=SOURCE)


def without_effect(ruling: Ruling, message: str) -> Diagnostic:
    """Report a ruling that finds nothing to rule on."""
    return finding(WITHOUT_EFFECT, message, ruling)
