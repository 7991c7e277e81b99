"""Reads what LibreOffice has made of a file, as that file."""

from dataclasses import replace
from hashlib import sha256

from tei_encoder.model.diagnostic import Diagnostic, Outcome
from tei_encoder.model.source import Source
from tei_encoder.readers import docx
from tei_encoder.readers.office.libreoffice import to_docx
from tei_encoder.readers.office.rules import THROUGH_LIBREOFFICE


def read_converted(data: bytes, uri: str, *, reader: str) -> Outcome[Source]:
    """Read a file in a format that LibreOffice reads; `reader` names the format.

    Raises `ReadError` where LibreOffice is missing or cannot read the file.
    """
    found = docx.read(to_docx(data, f".{reader}", uri), uri)
    source = replace(found.value, bytes_sha256=sha256(data).hexdigest(), reader=reader)
    said = Diagnostic(THROUGH_LIBREOFFICE, "read through LibreOffice", source="readers")
    return Outcome(source, (said, *found.diagnostics))
