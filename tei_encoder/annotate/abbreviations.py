"""Abbreviations of capitals (`DPRK`, `ALP CC`); nothing is expanded.

Encoded as `abbr` (TEI Guidelines 3.6.5); what they stand for is for a person to say.
"""

import re
from collections.abc import Iterator

from tei_encoder.annotate.languages import languages_of
from tei_encoder.annotate.spans import merged, touches
from tei_encoder.annotate.stretches import Place, stretches
from tei_encoder.language.load import vocabulary
from tei_encoder.model.annotation import Annotation, AnnotationKind
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.record import Record
from tei_encoder.model.source import Source, Span
from tei_encoder.stages import Settings

CAPITALS = "capitals"
SHORTEST, LONGEST, LONGEST_OF_SEVERAL = 2, 6, 4
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
#: every word that may be all in capitals, passing over those that show a small letter
SHOUTED = re.compile(
    r"[^\W_a-z](?<![^\W_].)(?<![^\W_]['’-].)(?![a-z])[^\W_]*(?:['’-][^\W_]+)*"
)
ROMAN = re.compile(r"[IVX]+|[IVXLCDM]{5,}")
PLACES = frozenset({Place.SPEECH, Place.SETTING, Place.NARRATION, Place.HEADER})
#: "PM" belongs to its time
TAKEN = frozenset({AnnotationKind.DATE, AnnotationKind.TIME})


def annotate_abbreviations(
    source: Source, record: Record, settings: Settings
) -> Outcome[tuple[Annotation, ...]]:
    """Claim short words of capitals in texts that are not all in capitals.

    Left out are words that the record also writes small (shouted ones), Roman
    numerals, function words, the names of those who speak and what opens a passage.
    """
    tags = languages_of(source, record, settings)
    never = (
        _words(record.span.of(source.text))
        | vocabulary(tags, "function_words", "common")
        | _labels(record)
    )
    taken = merged(c.span for c in record.annotations if c.kind in TAKEN)
    return Outcome(
        tuple(
            Annotation(span, AnnotationKind.ABBR, rule=CAPITALS)
            for stretch in stretches(record)
            if stretch.place in PLACES
            for span in _abbreviations(source.text, stretch.span, never)
            if not touches(span, taken)
        )
    )


def _words(text: str) -> frozenset[str]:
    """Give all words; a stretch without spaces that recurs is looked at once."""
    return frozenset(WORD.findall(" ".join(set(text.split()))))


def _abbreviations(text: str, place: Span, never: frozenset[str]) -> Iterator[Span]:
    """Give the runs of words in capitals, each word of which may be abbreviated."""
    run: list[re.Match[str]] = []
    for match in SHOUTED.finditer(text, place.start, place.end):
        if not match[0].isupper() or len(match[0]) < SHORTEST:
            continue
        if run and text[run[-1].end() : match.start()] != " ":
            yield from _run(run, place, never)
            run = []
        run.append(match)
    yield from _run(run, place, never)


def _run(
    run: list[re.Match[str]], place: Span, never: frozenset[str]
) -> Iterator[Span]:
    # capitals that open a passage may be a name in a list, or a heading
    if not run or run[0].start() == place.start:
        return
    several = len(run) > 1 and max(len(match[0]) for match in run) > LONGEST_OF_SEVERAL
    if not several and all(_abbreviated(match[0], never) for match in run):
        yield Span(run[0].start(), run[-1].end())


def _abbreviated(word: str, never: frozenset[str]) -> bool:
    short = word.isalpha() and len(word) <= LONGEST
    return short and word.lower() not in never and not ROMAN.fullmatch(word)


def _labels(record: Record) -> set[str]:
    """Give the words of the names of those who speak, in small letters."""
    return {
        word.lower()
        for entity in record.entities
        for name in entity.names
        for word in WORD.findall(name.text)
    }
