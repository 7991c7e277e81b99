"""Headers and footers: each once, after everything else."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei_encoder.readers.docx.names import R, W
from tei_encoder.readers.docx.package import Part
from tei_encoder.readers.docx.properties import is_on
from tei_encoder.readers.docx.walk import Walk
from tei_encoder.readers.office.rules import HIDDEN_TEXT, MISSING_PART

#: references, and why their words are set aside
_MARGINS: Final = (
    ("headerReference", "running-head"),
    ("footerReference", "running-foot"),
)


def sections(body: etree._Element) -> list[etree._Element]:
    """Give the properties of the sections, in order; former ones are left out."""
    changed = f"{W}sectPrChange"
    return [
        found
        for found in body.iter(f"{W}sectPr")
        if (parent := found.getparent()) is not None and parent.tag != changed
    ]


def write_margins(
    walk: Walk, found: list[etree._Element], settings: etree._Element | None
) -> None:
    """Write headers, then footers, as asides; what no page shows is counted."""
    shown = {"default"}
    if any(is_on(section.find(f"{W}titlePg")) for section in found):
        shown.add("first")
    if settings is not None and is_on(settings.find(f"{W}evenAndOddHeaders")):
        shown.add("even")
    seen: set[tuple[str, str]] = set()
    for name, reason in _MARGINS:
        for kind, part in _parts(walk, found, name):
            words = "".join(t.text or "" for t in part.root.iter(f"{W}t"))
            if kind not in shown:
                walk.flow.losses.count(HIDDEN_TEXT, len(words))
            elif (reason, words) not in seen:
                seen.add((reason, words))
                with walk.flow.aside(reason), walk.story(part.root, part):
                    walk.through(part.root)


def _parts(
    walk: Walk, found: list[etree._Element], name: str
) -> Iterator[tuple[str, Part]]:
    seen: set[str] = set()
    for section in found:
        for reference in section.iterchildren(f"{W}{name}"):
            relation = walk.part.relations.get(reference.get(f"{R}id", ""))
            part = walk.package.part(relation)
            if part is None:
                walk.flow.losses.count(MISSING_PART)
            elif part.name not in seen:
                seen.add(part.name)
                yield reference.get(f"{W}type", "default"), part
