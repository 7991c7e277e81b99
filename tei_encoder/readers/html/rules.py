"""The findings of the reader of web pages (RD110 to RD112)."""

from typing import Final

from tei_encoder.model.diagnostic import Rule, Severity

HIDDEN_TEXT: Final = Rule(
    code="RD110",
    name="hidden-page-text",
    severity=Severity.INFO,
    meaning="The page holds text that browsers do not show (hidden elements, text for "
    "browsers without scripts); it is not part of the reading text.",
    why="What no reader of the page has seen belongs to the program of the page, "
    "not to the record.",
    remedy="Nothing, unless a part of the record is folded away on the page: "
    "unfold it, save the page again and convert that.",
    example="info[RD110]: 3 hidden elements left out (47 characters)",
)

PAGE_FURNITURE: Final = Rule(
    code="RD111",
    name="page-furniture",
    severity=Severity.INFO,
    meaning="Navigation, banners, footers and the like were told from the record, by "
    "the page's own markup or because they are links and little else.",
    why="It is text of the site, not of the record. "
    "It stays in the reading text and is set aside in the TEI with its reason.",
    remedy="Look at what is set aside. "
    "Where the record is among it, save the page as plain text and convert that.",
    example="info[RD111]: set aside: furniture (2 places, 310 characters), "
    "navigation (3 places, 120 characters)",
)

OUTSIDE_CONTENT: Final = Rule(
    code="RD112",
    name="outside-page-content",
    severity=Severity.WARNING,
    meaning="The page shows what lies in other files (frames, embedded objects, "
    "recordings); they are not fetched.",
    why="A frame may hold the record itself; the TEI then lacks it.",
    remedy="Open the frame on its own, save that page and convert it.",
    example="warning[RD112]: 1 iframe not read: transcript.html",
)

RULES: Final = (HIDDEN_TEXT, PAGE_FURNITURE, OUTSIDE_CONTENT)
