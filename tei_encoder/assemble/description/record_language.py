"""Tells the language of a record: asked for, given, of the house, or by evidence."""

from collections.abc import Sequence

from tei_encoder.language.identify import UNDETERMINED, identify
from tei_encoder.model.block import Block, Kind
from tei_encoder.model.description import Certainty, Origin, Statement
from tei_encoder.stages import Settings

BODY = frozenset({Kind.TURN, Kind.TURN_CONTINUATION, Kind.NARRATION})


def record_language(
    text: str, blocks: Sequence[Block], settings: Settings
) -> Statement:
    """Give a BCP 47 tag, `und` where nothing tells it, and where it is from."""
    if settings.language:
        return Statement(settings.language, origin=Origin.DECISION)
    if settings.metadata.language:
        return Statement(settings.metadata.language, origin=Origin.METADATA)
    if settings.profile.language:
        return Statement(settings.profile.language, origin=Origin.RULE)
    # the head and the frame of a page may be in the language of the archive
    body = "\n".join(b.span.of(text) for b in blocks if b.kind in BODY)
    guess = identify(body or text)
    if guess.tag == UNDETERMINED and body:
        guess = identify(text)
    certainty = None if guess.tag == UNDETERMINED else guess.certainty
    return Statement(
        guess.tag, origin=Origin.RULE, certainty=certainty or Certainty.UNKNOWN
    )
