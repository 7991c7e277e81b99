"""Reads what LibreOffice has made of a file, as that file."""

from dataclasses import replace
from hashlib import sha256
from typing import Final

from tei_encoder.model.diagnostic import Diagnostic, Outcome
from tei_encoder.model.source import Source
from tei_encoder.readers import docx
from tei_encoder.readers.office.libreoffice import to_docx
from tei_encoder.readers.office.rules import THROUGH_LIBREOFFICE

#: fields that LibreOffice computes anew by the clock and the computer it runs on
_COMPUTED: Final = frozenset(
    {"DATE", "TIME", "FILENAME", "USERNAME", "USERINITIALS", "USERADDRESS", "EDITTIME"}
)


def read_converted(data: bytes, uri: str, *, reader: str) -> Outcome[Source]:
    """Read a file in a format that LibreOffice reads; `reader` names the format.

    Of fields that LibreOffice computes anew (today's date where the file stores that
    of its printing) nothing is read: they are counted instead.

    Raises `ReadError` where LibreOffice is missing or cannot read the file.
    """
    made = to_docx(data, f".{reader}", uri)
    found = docx.read_package(made, uri, computed=_COMPUTED)
    source = replace(found.value, bytes_sha256=sha256(data).hexdigest(), reader=reader)
    said = Diagnostic(THROUGH_LIBREOFFICE, "read through LibreOffice", source="readers")
    return Outcome(source, (said, *found.diagnostics))
