"""Speech: utterances (`u`) or speeches (`sp`), of one shape and with parallel ids."""

from collections.abc import Iterable

from lxml import etree

from tei_encoder.encode import speech_sp, speech_u
from tei_encoder.encode.asides import write_aside
from tei_encoder.encode.draft import Draft
from tei_encoder.encode.inserted import write_between
from tei_encoder.encode.passages import Held, gathered, write_paragraph
from tei_encoder.encode.speakers import who
from tei_encoder.encode.timeline import write_time
from tei_encoder.model.block import Kind
from tei_encoder.model.record import Passage, Utterance
from tei_encoder.model.source import Span
from tei_encoder.stages import Speech
from tei_encoder.tei.names import XML_ID

_SPOKEN = frozenset({Kind.TURN, Kind.TURN_CONTINUATION})


def write_speech(draft: Draft, parent: etree._Element, utterance: Utterance) -> None:
    """Write a turn: its label as printed, then one element for each paragraph."""
    form = speech_sp if draft.settings.speech is Speech.SP else speech_u
    spans = [span for passage in utterance.content for span in passage.spans]
    said = [*([utterance.label] if utterance.label else []), *spans]
    write_between(draft, parent, min(span.start for span in said))
    speech = form.begin(draft, parent, utterance.label, who(draft, utterance))
    if utterance.exchange:
        speech.set("ana", draft.category(utterance.exchange))
    for held in _paragraphs(utterance.content):
        if held.kind in _SPOKEN:
            write_paragraph(draft, speech, held, form.PARAGRAPH, form.PARAGRAPH_ID)
        else:
            write_aside(draft, speech, held)
    if utterance.resumed and draft.last_speech is not None:
        _chain(draft.last_speech, speech)
    draft.last_speech = speech
    write_time(draft, speech, said, speech=True)
    draft.spans[speech.get(XML_ID, "")] = Span(spans[0].start, spans[-1].end)


def _chain(first: etree._Element, second: etree._Element) -> None:
    """Join two parts of one interrupted speech (Guidelines 17.7)."""
    first.set("next", f"#{second.get(XML_ID)}")
    second.set("prev", f"#{first.get(XML_ID)}")


def _paragraphs(content: Iterable[Passage]) -> list[Held]:
    """Gather the paragraphs; where none is called speech, the first one is."""
    held = [item for item in gathered(content) if isinstance(item, Held)]
    if held and not any(item.kind in _SPOKEN for item in held):
        first = held[0].passage
        spoken = Passage(Kind.TURN, first.spans, first.field)
        held[0] = Held(spoken, held[0].inside)
    return held
