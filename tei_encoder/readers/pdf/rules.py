"""The findings of the PDF reader (RD150 to RD156)."""

from typing import Final

from tei_encoder.model.diagnostic import Rule, Severity

PAGES_WITHOUT_TEXT: Final = Rule(
    code="RD150",
    name="pages-without-text",
    severity=Severity.WARNING,
    meaning="Some pages of the PDF have no text: they are empty, or pictures of text.",
    why="What only a picture shows is not in the TEI.",
    remedy="Look at these pages. "
    "If they show text, recognize it first, "
    "e.g. `ocrmypdf --skip-text in.pdf out.pdf`.",
    example="warning[RD150]: no text on pages 3-5 of 9",
)

UNMAPPED_CHARACTERS: Final = Rule(
    code="RD151",
    name="unmapped-characters",
    severity=Severity.WARNING,
    meaning="A font of the PDF does not say which characters its shapes are "
    "(it has no ToUnicode map); U+FFFD stands for each.",
    why="The shapes can be seen but not be known; "
    "whatever stood there would be a guess (ISO 32000-1, 9.10).",
    remedy="Recognize the pages anew, e.g. `ocrmypdf --force-ocr in.pdf out.pdf`.",
    example="warning[RD151]: 12 characters have no Unicode value",
)

HIDDEN_TEXT: Final = Rule(
    code="RD152",
    name="hidden-text-left-out",
    severity=Severity.WARNING,
    meaning="The PDF holds text that is not printed and that no picture stands over; "
    "it is not read.",
    why="The record is what the reader of the page sees. "
    "Text written unseen over a scanned picture is its recognized text, and is read.",
    remedy="Nothing, unless the hidden words belong to the record; "
    "then give them in a file of their own.",
    example="warning[RD152]: 8 words are written without being seen",
)

TURNED_TEXT: Final = Rule(
    code="RD153",
    name="turned-text",
    severity=Severity.INFO,
    meaning="Some words run in another direction than the rest of their page; "
    "they are kept and set aside.",
    why="Stamps, watermarks and captions at the edge are no speech, "
    "and where they would belong cannot be told.",
    remedy="Look at what is set aside as `turned` in the header of the TEI.",
    example="info[RD153]: 2 lines run in another direction",
)

NOT_READ: Final = Rule(
    code="RD154",
    name="pdf-parts-not-read",
    severity=Severity.INFO,
    meaning="The PDF holds comments, form fields or attached files, which are not "
    "read; scripts are never run.",
    why="They are no printed text, but may say something about the record.",
    remedy="Print the file with its comments and fields, or save what is attached.",
    example="info[RD154]: not read: 3 comments or form fields, 1 attached file",
)

DAMAGED_PAGE: Final = Rule(
    code="RD155",
    name="damaged-page",
    severity=Severity.WARNING,
    meaning="A page of the PDF cannot be opened; the others are read.",
    why="Its text is not in the TEI.",
    remedy="Get the file again, or mend it, e.g. `qpdf in.pdf out.pdf`.",
    example="warning[RD155]: pages 7, 8 cannot be opened",
)

RULES: Final = (
    PAGES_WITHOUT_TEXT,
    UNMAPPED_CHARACTERS,
    HIDDEN_TEXT,
    TURNED_TEXT,
    NOT_READ,
    DAMAGED_PAGE,
)
