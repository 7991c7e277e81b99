"""`timeline` (Guidelines 17.4.2): when words were said, from the recording's start."""

from collections.abc import Iterable

from lxml import etree

from tei_encoder.encode.draft import Draft
from tei_encoder.model.source import Span
from tei_encoder.stages import Speech
from tei_encoder.tei.elements import child
from tei_encoder.tei.names import local_name


def write_time(
    draft: Draft, element: etree._Element, spans: Iterable[Span], *, speech: bool
) -> None:
    """Say when the words of an element were said, if the file has time codes.

    `u` has `@start` and `@end`; what TEI does not time so has `@synch` with both.
    """
    during = draft.clock.during(spans)
    if during is None:
        return
    start, end = map(draft.clock.when, during)
    if speech and draft.settings.speech is Speech.U:
        element.set("start", start)
        element.set("end", end)
    else:
        element.set("synch", f"{start} {end}")


def in_speech(element: etree._Element) -> bool:
    """Tell whether the element around one is timed as a whole: `u` or `sp`."""
    parent = element.getparent()
    return parent is not None and local_name(parent.tag) in {"u", "sp"}


def write_timeline(draft: Draft, text: etree._Element) -> None:
    """Write the moments that the text points to, before its body."""
    clock = draft.clock
    if not clock.times:
        return
    origin = clock.when(0)
    made = child(text, "timeline", unit="ms", origin=origin)
    text.insert(0, made)
    for moment, identifier in sorted(clock.times.items()):
        if moment:
            interval = str(moment)
            child(made, "when", xml_id=identifier, interval=interval, since=origin)
        else:
            child(made, "when", xml_id=identifier)
