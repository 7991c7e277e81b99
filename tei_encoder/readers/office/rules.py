"""The findings of the readers of office files (RD12x and RD13x)."""

from typing import Final

from tei_encoder.model.diagnostic import Rule, Severity

HIDDEN_TEXT: Final = Rule(
    code="RD121",
    name="hidden-text",
    severity=Severity.WARNING,
    meaning="The file holds text that its author has hidden, or that no page shows; "
    "it is not part of the reading text.",
    why="The reading text is what the eye sees; hidden text is often a note to "
    "oneself, sometimes a redaction.",
    remedy="Show it in the word processor (Word: Font, Hidden) and save the file, "
    "if it belongs to the record.",
    example="warning[RD121]: hidden text left out (17 characters)",
)

MACROS: Final = Rule(
    code="RD122",
    name="macros",
    severity=Severity.INFO,
    meaning="The file holds macros. They were neither run nor read.",
    why="Macros are programs; a record is not.",
    remedy="Nothing.",
    example="info[RD122]: macros ignored (1)",
)

EMBEDDED_OBJECT: Final = Rule(
    code="RD123",
    name="embedded-object",
    severity=Severity.WARNING,
    meaning="The file holds objects of other programs (charts, diagrams, tables of a "
    "spreadsheet, sounds). Words inside of them are not in the reading text.",
    why="Such an object is a file of its own, in a format of its own.",
    remedy="Convert the object to text or to a picture with a description, "
    "if its words belong to the record.",
    example="warning[RD123]: embedded objects left out (2)",
)

OUTSIDE_LINK: Final = Rule(
    code="RD124",
    name="outside-link",
    severity=Severity.INFO,
    meaning="The file shows something that it does not hold but links to: a picture, "
    "a sub-document, a section of another file. It was not fetched.",
    why="A reader that fetches what a file names tells others who reads it, and gives "
    "another text tomorrow.",
    remedy="Embed it in the file (Word: Edit Links, Break Link), if it is needed.",
    example="info[RD124]: links to outside files not followed (1)",
)

EQUATION: Final = Rule(
    code="RD125",
    name="equation",
    severity=Severity.INFO,
    meaning="An equation was read as the row of its characters; fractions, exponents "
    "and roots are not told apart.",
    why="The reading text is a line of characters, an equation is not (TEI "
    "Guidelines, Formulae and Mathematical Expressions).",
    remedy="Encode the equation by hand where its form matters.",
    example="info[RD125]: equations read as a row of characters (3)",
)

UNKNOWN_SYMBOL: Final = Rule(
    code="RD126",
    name="unknown-symbol",
    severity=Severity.WARNING,
    meaning="A character of a symbol font has no known Unicode character; it stands "
    "as a private-use character (U+F000 to U+F0FF).",
    why="Only that font shows what it is; elsewhere it is an empty box.",
    remedy="Replace it in the file by the Unicode character that it stands for.",
    example="warning[RD126]: symbols without a Unicode character (1)",
)

NUMBER_FORMAT: Final = Rule(
    code="RD127",
    name="number-format",
    severity=Severity.WARNING,
    meaning="Paragraphs or notes are numbered in a way that is not known here; "
    "their numbers were written in Arabic digits.",
    why="The printed number is part of the text and may be referred to.",
    remedy="Compare the numbers with the page; type them as text where they differ.",
    example="warning[RD127]: numbers of an unknown format, written in digits (4)",
)

FIELD: Final = Rule(
    code="RD128",
    name="field-without-result",
    severity=Severity.WARNING,
    meaning="A field (a computed piece of text) has no stored result, is not closed, "
    "or was computed anew by LibreOffice (today's date); nothing was read of it.",
    why="Fields are not computed here: a date would be that of the reading, not that "
    "of the record.",
    remedy="Open the file in its word processor, turn the field into text (Word: "
    "Ctrl+Shift+F9) and save it; old Word files best as docx.",
    example="warning[RD128]: fields without a stored result (1)",
)

MISSING_PART: Final = Rule(
    code="RD129",
    name="missing-part",
    severity=Severity.WARNING,
    meaning="The text refers to a note, header or part that the file does not hold.",
    why="The words are lost, and perhaps others with them.",
    remedy="Look for an earlier copy of the file.",
    example="warning[RD129]: notes or parts missing from the file (1)",
)

IMPORTED_CHUNK: Final = Rule(
    code="RD130",
    name="imported-chunk",
    severity=Severity.WARNING,
    meaning="The file holds another file whose text the word processor would import "
    "on opening it. It was not read.",
    why="Such a part is in a format of its own (HTML, RTF, text).",
    remedy="Open the file in its word processor and save it: that imports the text.",
    example="warning[RD130]: parts to be imported left out (1)",
)

THROUGH_LIBREOFFICE: Final = Rule(
    code="RD131",
    name="read-through-libreoffice",
    severity=Severity.INFO,
    meaning="The file was converted to DOCX by LibreOffice on this computer, and the "
    "outcome was read.",
    why="Another version of LibreOffice may read the file a little differently.",
    remedy="Keep the reading text (`--save-text`) beside the TEI.",
    example="info[RD131]: read through LibreOffice",
)

PLAIN_RTF: Final = Rule(
    code="RD132",
    name="plain-rtf",
    severity=Severity.WARNING,
    meaning="LibreOffice is not installed, so of the RTF file only its text was read: "
    "no bold or italics, no note marks; deleted words stand as if they were not.",
    why="What is printed in italics, or was deleted, matters to an edition.",
    remedy="Install LibreOffice, or save the file as docx.",
    example="warning[RD132]: only the text of the RTF file was read",
)

RULES: Final = (
    HIDDEN_TEXT,
    MACROS,
    EMBEDDED_OBJECT,
    OUTSIDE_LINK,
    EQUATION,
    UNKNOWN_SYMBOL,
    NUMBER_FORMAT,
    FIELD,
    MISSING_PART,
    IMPORTED_CHUNK,
    THROUGH_LIBREOFFICE,
    PLAIN_RTF,
)
