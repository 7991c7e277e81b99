"""The languages in which a record may speak of dates, gaps and laughter."""

from tei_encoder.language.identify import UNDETERMINED, identify
from tei_encoder.model.record import Record
from tei_encoder.model.source import Source
from tei_encoder.stages import Settings

#: the language of most archives' own words, asked after the record's
SECOND = "en"


def languages_of(source: Source, record: Record, settings: Settings) -> tuple[str, ...]:
    """Give BCP 47 tags, the record's own language first.

    The language asked for, then the one described, then the one that the words
    show; none at all (that is, any) where they show none.
    """
    for tag in (settings.language, record.description.language.text):
        if tag and tag != UNDETERMINED:
            return _with_second(tag)
    guess = identify(record.span.of(source.text))
    return () if guess.tag == UNDETERMINED else _with_second(guess.tag)


def _with_second(tag: str) -> tuple[str, ...]:
    primary = tag.partition("-")[0].lower()
    return (tag,) if primary == SECOND else (tag, SECOND)
