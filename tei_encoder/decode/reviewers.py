"""Whose ruling a statement is: whoever has a change of their own in `revisionDesc`."""

from typing import Final

from lxml import etree

from tei_encoder.decode.words import Context, words_of
from tei_encoder.tei.names import tei

_SOFTWARE: Final = "resp-software"


def reviewer_of(element: etree._Element, context: Context) -> str | None:
    """Give the name of the reviewer whom `@resp` names, if it names one."""
    for pointer in element.get("resp", "").split():
        if pointer.endswith(_SOFTWARE) or not _has_change(element, pointer):
            continue
        statement = context.ids.get(pointer.removeprefix("#"))
        name = None if statement is None else statement.find(tei("name"))
        if name is not None:
            return words_of(context, name).text.strip() or None
    return None


def _has_change(element: etree._Element, pointer: str) -> bool:
    changes = element.getroottree().iter(tei("change"))
    return any(pointer in change.get("who", "").split() for change in changes)
