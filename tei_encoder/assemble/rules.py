"""The findings of the assemble stage (AS3xx)."""

from tei_encoder.model.diagnostic import Rule, Severity

UNDATED_RECORD = Rule(
    code="AS301",
    name="undated-record",
    severity=Severity.INFO,
    meaning="no date of the conversation could be read from the page",
    why="a record is cited and sorted by its date (ISAD(G) 3.1.3); none is invented",
    remedy='give it: [record] date = "…" in a metadata file',
)
NO_SPEECH = Rule(
    code="AS302",
    name="no-speech",
    severity=Severity.WARNING,
    meaning="no turn was found, so the record has paragraphs and no utterances",
    why="a report in indirect speech has none; a page read wrongly has none either",
    remedy="look at `tei-encoder segment FILE`; name the labels in a profile if any",
    example="The Ambassador said that he would report the matter.",
)
METADATA_CONFLICT = Rule(
    code="AS303",
    name="metadata-conflict",
    severity=Severity.WARNING,
    meaning="the metadata say something else than the page",
    why="the header has the value of the metadata, the page keeps its words where they "
    "are printed; one of the two, or how the page was read, may be wrong",
    remedy="correct the metadata file where the page is right",
    example='[record] date = "1966-09-08" for a page that says September 7, 1966',
)
MERGED_LABELS = Rule(
    code="AS304",
    name="merged-labels",
    severity=Severity.INFO,
    meaning="labels that are printed differently were taken for one person",
    why="everything that @who points to rests on it (Guidelines 8.4.1)",
    remedy="if they are two people, rule so: `tei-encoder decide FILE --part A B`",
    example="PM Chou: … P.M. Chou: …",
)
AMBIGUOUS_LABEL = Rule(
    code="AS305",
    name="ambiguous-label",
    severity=Severity.WARNING,
    meaning="a label fits several people, so it was merged with none of them",
    why="a wrong merge puts words into somebody's mouth; an open one does not",
    remedy="rule whose label it is: `tei-encoder decide FILE --merge NAME LABEL`",
    example="CASTRO. … where both Fidel and Raul Castro are present",
)
UNCLASSIFIED_BLOCKS = Rule(
    code="AS306",
    name="unclassified-blocks",
    severity=Severity.INFO,
    meaning="some lines belong to no known part of a record and are kept as they are",
    why="they are transcribed as plain paragraphs, which may not be what they are",
    remedy="name the phrases that announce them in a profile",
)
LABEL_WITHOUT_SPEECH = Rule(
    code="AS307",
    name="label-without-speech",
    severity=Severity.INFO,
    meaning="a speaker's label is followed by no speech and was kept as a note",
    why="an empty utterance would claim that something was said",
    remedy="look whether it is a label; if not, `decide FILE --no-label` says so",
)
UNATTRIBUTED_SPEECH = Rule(
    code="AS308",
    name="unattributed-speech",
    severity=Severity.INFO,
    meaning="speech stands before any label, so nobody is named as its speaker",
    why="u without @who is allowed; a guessed speaker is not",
    remedy="name the speaker: `tei-encoder decide FILE --quote … --speaker NAME`",
)

RULES: tuple[Rule, ...] = (
    UNDATED_RECORD,
    NO_SPEECH,
    METADATA_CONFLICT,
    MERGED_LABELS,
    AMBIGUOUS_LABEL,
    UNCLASSIFIED_BLOCKS,
    LABEL_WITHOUT_SPEECH,
    UNATTRIBUTED_SPEECH,
)
