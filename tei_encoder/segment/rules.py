"""What segmentation may report."""

from tei_encoder.model.diagnostic import Rule, Severity

SINGLE_TURN_SPEAKER = Rule(
    code="SG201",
    name="single-turn-speaker",
    severity=Severity.INFO,
    meaning="A speaker's label stands only once on the page.",
    why="Repetition is the best sign of a label; without it a caption or a sentence "
    "may have been taken for one.",
    remedy="Look at the line; if it is no label, rule so: `decide FILE --no-label`.",
    example="Interpreter: He agrees with you entirely.",
)
UNCLASSIFIED_BLOCK = Rule(
    code="SG202",
    name="unclassified-block",
    severity=Severity.INFO,
    meaning="Nothing on the page tells what this stretch is; it is kept as text.",
    why="Unclassified text is encoded as a paragraph without any claim.",
    remedy="Add the words that announce it to [phrases] of a profile.",
)
NARROW_MARGIN = Rule(
    code="SG203",
    name="narrow-margin",
    severity=Severity.INFO,
    meaning="Another reading of this stretch is nearly as good as the one chosen.",
    why="A small change of the page would change the reading.",
    remedy="Look at it with `segment --explain LINE`, and rule with `decide`.",
)
NO_TURNS = Rule(
    code="SG204",
    name="turnless-record",
    severity=Severity.WARNING,
    meaning="No turn of speech was found on the page.",
    why="Records in indirect speech have none; any other record should have some.",
    remedy="If the record has speakers, choose a profile or add [phrases] persons.",
)
PROFILE_CHOSEN = Rule(
    code="SG205",
    name="profile-chosen-by-evidence",
    severity=Severity.INFO,
    meaning="The house style was chosen by the evidence of the page.",
    why="A wrong house style costs accuracy; the choice stands here to be checked.",
    remedy="Name the profile with --profile where the choice is wrong.",
)
RECORDS_PARTED = Rule(
    code="SG206",
    name="records-parted",
    severity=Severity.INFO,
    meaning="The file holds several records; another one begins on this line.",
    why="Each record becomes a TEI file of its own; together they hold the whole text.",
    remedy="Where it is one record, say --split never; where more, --split always.",
)
RULES: tuple[Rule, ...] = (
    SINGLE_TURN_SPEAKER,
    UNCLASSIFIED_BLOCK,
    NARROW_MARGIN,
    NO_TURNS,
    PROFILE_CHOSEN,
    RECORDS_PARTED,
)
