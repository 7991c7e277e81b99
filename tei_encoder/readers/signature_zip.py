"""Tells what a zip file is by its members."""

import io
import zipfile
from typing import Final

from tei_encoder.readers.likeness import Likeness

#: members that only files of a format have: the format, and what such files are
_MEMBERS: Final = (
    ("word/document.xml", "docx", "a Word file"),
    ("xl/workbook.xml", "xlsx", "an Excel file"),
    ("ppt/presentation.xml", "", "a PowerPoint file"),
)

#: media types that the first member states (OpenDocument 1.3, part 2, 3.3; EPUB OCF)
_TYPES: Final = (
    ("application/vnd.oasis.opendocument.text", "odt", "an OpenDocument text"),
    ("application/vnd.oasis.opendocument.spreadsheet", "", "an OpenDocument table"),
    ("application/vnd.oasis.opendocument", "", "an OpenDocument file"),
    ("application/epub+zip", "", "an EPUB book"),
)


def zip_likeness(data: bytes) -> Likeness:
    """Say what a zip file is."""
    head = data[:200]
    for media_type, name, words in _TYPES:
        if b"mimetype" + media_type.encode() in head:
            return Likeness(name, words)
    members = _names(data)
    for member, name, words in _MEMBERS:
        if member in members:
            return Likeness(name, words)
    return Likeness("zip", "a zip archive")


def _names(data: bytes) -> frozenset[str]:
    """Give the names of the members; of a torn file those that it still shows."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return frozenset(name.replace("\\", "/") for name in archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return frozenset(m for m, *_ in _MEMBERS if m.encode() in data)
