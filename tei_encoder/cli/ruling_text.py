"""Makes the ruling that a command line asks for, as strictly as one in a file."""

from dataclasses import replace
from typing import Final

from tei_encoder.cli.decision import Decision
from tei_encoder.decisions import parse_decisions, places, quote
from tei_encoder.decisions.entry import VERBS
from tei_encoder.decisions.find import occurrences
from tei_encoder.decisions.rules import AMBIGUOUS, LOST
from tei_encoder.decisions.writing import table_toml
from tei_encoder.errors import ConfigurationError, TeiEncoderError
from tei_encoder.model.decision import Quote, Ruling
from tei_encoder.model.diagnostic import Diagnostic, Outcome
from tei_encoder.model.source import Source, Span

_KEYS: Final = (
    *("quote", "before", "after", *VERBS),
    *("field", "value", "ref", "by", "when", "why"),
)
#: places of ambiguous words that are shown
_SHOWN: Final = 8


def asked_ruling(asked: Decision) -> Ruling:
    """Give the ruling; raises `ConfigurationError` for what a file may not say."""
    pairs = [(key, getattr(asked, key) or None) for key in _KEYS if key != "label"]
    pairs.append(("label", asked.label))
    try:
        read = parse_decisions(table_toml("ruling", pairs), "")
    except ConfigurationError as error:
        error.place = "command line"
        raise
    return replace(read.rulings[0], line=0)


def located(source: Source, ruling: Ruling) -> Outcome[Ruling]:
    """Give the ruling with its words quoted so that they are found again.

    Words that stand in several places are findings, one for each.
    Raises `TeiEncoderError` for words that the source has not.
    """
    for name in ruling.names:
        if not any(occurrences(source.text, name)):
            raise _absent(source, name)
    if ruling.quote is None:
        return Outcome(ruling)
    spans = places(source.text, ruling.quote)
    if not spans:
        return Outcome(ruling, _elsewhere(source, ruling.quote))
    if len(spans) > 1:
        return Outcome(ruling, _findings(spans, "the words are found here, too"))
    span = spans[0]
    return Outcome(replace(ruling, quote=quote(source.text, span), span=span))


def _elsewhere(source: Source, given: Quote) -> tuple[Diagnostic, ...]:
    """Report the places whose surroundings are others; raises where there are none."""
    spans = tuple(occurrences(source.text, given.exact))
    if not spans:
        raise _absent(source, given.exact)
    message = "here the words stand with others before and after them"
    found = (Diagnostic(LOST, message, span=span) for span in spans[:_SHOWN])
    return tuple(found)


def _findings(spans: tuple[Span, ...], message: str) -> tuple[Diagnostic, ...]:
    more = len(spans) - _SHOWN
    told = f"give --before or --after{f'; {more} more places' if more > 0 else ''}"
    shown = spans[:_SHOWN]
    return tuple(
        Diagnostic(AMBIGUOUS, message, span, help=told if span is shown[-1] else "")
        for span in shown
    )


def _absent(source: Source, words: str) -> TeiEncoderError:
    return TeiEncoderError(
        f"the words are not in the text: “{' '.join(words.split())}”",
        place=source.uri,
        remedy="copy them from the page; case and accents count, line ends do not",
    )
