"""A whole TEI file: description, entities and parts, and what is to be said of it."""

from collections.abc import Iterator

from lxml import etree

from tei_encoder.decode import rules
from tei_encoder.decode.body import parts_of
from tei_encoder.decode.description import description_of
from tei_encoder.decode.entities import entities_of
from tei_encoder.decode.words import context_of
from tei_encoder.model.decoded import Decoded
from tei_encoder.model.diagnostic import Diagnostic, Outcome
from tei_encoder.tei.names import TEI, local_name, tei
from tei_encoder.tei.place import place_of


def decode(root: etree._Element) -> Outcome[Decoded]:
    """Read a TEI tree: description, entities and parts; equal from both modes.

    Offsets in `spans` are those of the source that `@source` states.
    Any well-formed tree is read; nothing is raised.
    """
    context = context_of(root)
    decoded = Decoded(
        id=context.record,
        description=description_of(root, context),
        entities=entities_of(root, context),
        parts=parts_of(root, context),
    )
    return Outcome(decoded, tuple(_findings(root, decoded)))


def _findings(root: etree._Element, decoded: Decoded) -> Iterator[Diagnostic]:
    place = place_of(root)
    if not str(root.tag).startswith(f"{{{TEI}}}"):
        message = f"the root element {local_name(root.tag)} is not TEI"
        yield Diagnostic(rules.NOT_TEI, message, place=place, source=rules.SOURCE)
    if next(root.iter(tei("teiHeader")), None) is None:
        message = "the file has no header"
        yield Diagnostic(rules.NO_HEADER, message, place=place, source=rules.SOURCE)
    if not decoded.utterances:
        message = "the file holds neither u nor sp"
        yield Diagnostic(rules.NO_SPEECH, message, place=place, source=rules.SOURCE)
