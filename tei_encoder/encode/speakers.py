"""Who speaks: `@who` is never guessed and never dangling."""

from tei_encoder.encode import rules
from tei_encoder.encode.draft import Draft
from tei_encoder.model.record import Utterance
from tei_encoder.model.source import Span


def who(draft: Draft, utterance: Utterance) -> str:
    """Give pointers to whoever speaks.

    Without a known speaker there is an unidentified participant for each label as
    printed, and one for all speeches without a label (Guidelines 15.2).
    """
    place = utterance.label or _first(utterance)
    for name in utterance.speakers:
        if name not in draft.entity_ids:
            message = f"a speech is said to be by {name!r}"
            draft.report(rules.UNKNOWN_ENTITY, message, place)
    known = [draft.entity_ids[s] for s in utterance.speakers if s in draft.entity_ids]
    if known:
        return " ".join(f"#{identifier}" for identifier in known)
    return f"#{_unidentified(draft, utterance, place)}"


def _unidentified(draft: Draft, utterance: Utterance, place: Span | None) -> str:
    label = utterance.label.of(draft.source.text) if utterance.label else ""
    if label not in draft.unidentified:
        number = len(draft.unidentified) + 1
        draft.unidentified[label] = draft.ids.claim(f"g-unidentified-speaker-{number}")
        message = "nobody is known for this label" if label else "no label, no speaker"
        draft.report(rules.UNIDENTIFIED_SPEAKER, message, place)
    return draft.unidentified[label]


def _first(utterance: Utterance) -> Span | None:
    return utterance.content[0].spans[0] if utterance.content else None
