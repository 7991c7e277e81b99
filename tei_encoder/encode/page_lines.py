"""Lines of a page (Guidelines 3.11.3): kept with `lb` where the page is the source.

A hyphen at a line end before a small letter parts a word: `pc` and `lb break="no"`.
"""

import re

from lxml import etree

from tei_encoder.encode.characters import write
from tei_encoder.encode.draft import Draft
from tei_encoder.model.source import Source
from tei_encoder.tei.elements import child

_END = re.compile(r"(?P<hyphen>(?<=[^\W\d_])[-\u00ad\u2010])?[ \t\r]*\n[ \t\r]*")


def is_paged(source: Source) -> bool:
    """Tell whether lines are those of a page: its words have places on an image."""
    return bool(source.layout.zones or source.layout.surfaces)


def write_page_lines(draft: Draft, element: etree._Element, text: str) -> None:
    """Write words, line ends as `lb`; a word that a hyphen parts stays one."""
    done = 0
    for end in _END.finditer(text):
        if end["hyphen"] and text[end.end() : end.end() + 1].islower():
            write(draft, element, text[done : end.start()])
            child(element, "pc", end["hyphen"], force="weak")
            child(element, "lb", break_="no")
        else:
            write(draft, element, text[done : end.end()])
            child(element, "lb")
        done = end.end()
    write(draft, element, text[done:])
