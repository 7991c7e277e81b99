"""The findings of the reader of mails (RD116, RD117)."""

from typing import Final

from tei_encoder.model.diagnostic import Rule, Severity

ATTACHMENTS: Final = Rule(
    code="RD116",
    name="mail-attachments",
    severity=Severity.INFO,
    meaning="Files are attached to the mail; they are no part of its reading text.",
    why="An attachment is a document of its own: "
    "`convert` into a folder makes a record of each that it can read.",
    remedy="Convert the mail into a folder (`-o FOLDER/`), or save the attachments.",
    example="info[RD116]: 2 attachments: minutes.docx, scan.png",
)

MAIL_FIELDS: Final = Rule(
    code="RD117",
    name="mail-fields-left-out",
    severity=Severity.INFO,
    meaning="Fields of the head of the mail that programs write for programs (way of "
    "transport, signatures, formats) are not part of the reading text.",
    why="Who wrote to whom, when and about what are kept as the mail's first lines; "
    "the rest is evidence of transmission, which archives keep with the file itself.",
    remedy="Keep the mail itself beside the TEI.",
    example="info[RD117]: 9 fields of the head left out: Received, MIME-Version",
)

RULES: Final = (ATTACHMENTS, MAIL_FIELDS)
