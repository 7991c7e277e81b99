"""RTF: through LibreOffice where it is installed, else its text alone."""

import re
from dataclasses import replace
from hashlib import sha256
from typing import Final

from tei_encoder.errors import ReadError
from tei_encoder.model.diagnostic import Diagnostic, Outcome
from tei_encoder.model.source import Source
from tei_encoder.readers.extra import require
from tei_encoder.readers.office.converted import read_converted
from tei_encoder.readers.office.flow import Flow, ParagraphLook
from tei_encoder.readers.office.libreoffice import is_installed
from tei_encoder.readers.office.rules import PLAIN_RTF

#: the end of a cell, which striprtf would print as a vertical bar
_CELL: Final = re.compile(r"\\(?:nest)?cell(?![a-z])")

#: fields that LibreOffice computes anew, whatever result the file stores
_COMPUTED: Final = (
    b"DATE|TIME|FILENAME|USERNAME|USERINITIALS|USERADDRESS|EDITTIME|SAVEDATE|PRINTDATE|"
    b"CREATEDATE|NUMPAGES|NUMWORDS|NUMCHARS|SECTIONPAGES|AUTHOR|LASTSAVEDBY|REVNUM|"
    b"TITLE|SUBJECT|KEYWORDS|COMMENTS|DOCPROPERTY|INFO"
)
#: the name of such a field, behind the groups and control words that may precede it
_FIELD: Final = re.compile(
    rb"(\\fldinst(?:[\s{]|\\(?!fldinst)[a-z]++-?\d*+)*+)(" + _COMPUTED + rb")\b",
    re.IGNORECASE,
)


def read(data: bytes, uri: str, *, encoding: str | None = None) -> Outcome[Source]:
    """Read an RTF file; it says itself what it is encoded in.

    Raises `ReadError` where it is none or cannot be read, `MissingExtraError` where
    neither LibreOffice nor the extra `rtf` is installed.
    """
    del encoding
    if not data.lstrip().startswith(b"{\\rtf"):
        raise ReadError(
            "is no RTF file: it does not begin with {\\rtf",
            place=uri,
            remedy="leave out `--from rtf`, so that its content decides",
        )
    if is_installed():
        outcome = read_converted(_with_stored_results(data), uri, reader="rtf")
        digest = sha256(data).hexdigest()
        return replace(outcome, value=replace(outcome.value, bytes_sha256=digest))
    return _text_alone(data, uri)


def _with_stored_results(data: bytes) -> bytes:
    """Rename fields, so that none is computed anew: what the file stores is text."""
    return _FIELD.sub(rb"\1Stored\2", data)


def _text_alone(data: bytes, uri: str) -> Outcome[Source]:
    striprtf = require("striprtf.striprtf", "rtf", place=uri)
    marked = _CELL.sub(r"\\tab", data.decode("latin-1"))
    try:
        text = striprtf.rtf_to_text(marked, errors="replace")
    except (ValueError, LookupError, OverflowError, AttributeError) as error:
        raise ReadError(
            f"damaged RTF file: {error}",
            place=uri,
            remedy="open it in a word processor and save it as docx",
        ) from error
    flow = Flow()
    for line in text.split("\n"):
        with flow.paragraph(ParagraphLook()):
            flow.words(line)
    said = Diagnostic(
        PLAIN_RTF,
        "only the text of the RTF file was read",
        help="install LibreOffice, or save the file as docx",
        source="readers",
    )
    return Outcome(flow.text.source(data, uri, reader="rtf"), (said,))
