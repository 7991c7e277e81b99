"""The original of a record and where it is kept, for catalogues (Guidelines 11)."""

from collections.abc import Iterator
from typing import Final

from tei_encoder.decode.header import HeaderPaths, words_in
from tei_encoder.model.bare_name import bare_name
from tei_encoder.model.catalogue import Identifier, Original
from tei_encoder.tei.names import tei

_SOURCE: Final = "fileDesc/sourceDesc"
_MS: Final = f"{_SOURCE}/msDesc"
_IDENTIFIER: Final = f"{_MS}/msIdentifier"
_ORIGINAL: Final = f"{_SOURCE}/bibl[@type='original']"
#: types of `idno` that name the file that was read, not the original
_DIGITAL: Final = frozenset({"filename", "sha256"})
_UNDETERMINED: Final = "und"


def original_of(header: HeaderPaths) -> Original:
    """Read what is told of the original; all empty where nothing is."""
    admin = f"{_MS}/additional/adminInfo"
    return Original(
        repository=_name(header, f"{_IDENTIFIER}/repository"),
        settlement=header.text(f"{_IDENTIFIER}/settlement"),
        country=header.text(f"{_IDENTIFIER}/country"),
        institution=_name(header, f"{_IDENTIFIER}/institution"),
        collection=header.text(f"{_IDENTIFIER}/collection"),
        reference_code=_reference_code(header),
        identifiers=tuple(_identifiers(header)),
        citation=header.text(f"{_SOURCE}/bibl[@type='archival']"),
        language=_language(header),
        extent=header.text(f"{_MS}/physDesc//extent", f"{_ORIGINAL}/extent"),
        publisher=_name(header, f"{_SOURCE}/bibl/publisher"),
        custodial_history=header.texts(
            f"{_MS}/history/provenance", f"{admin}/custodialHist"
        ),
        acquisition=header.texts(f"{_MS}/history/acquisition"),
        rights=header.texts(
            f"{_SOURCE}/bibl/availability/p",
            f"{_SOURCE}/biblFull/publicationStmt/availability/p",
        ),
        conditions_of_access=header.text(f"{admin}/availability/p"),
    )


def _name(header: HeaderPaths, path: str) -> str | None:
    """Give the name of a body, without editorial brackets."""
    return bare_name(header.text(path) or "") or None


def _reference_code(header: HeaderPaths) -> str | None:
    """Give the whole number of the original, not a list of its parts."""
    numbers = header.all(f"{_IDENTIFIER}/idno")
    whole = (e for e in numbers if e.find(tei("idno")) is None)
    return next((words for e in whole if (words := words_in(e))), None)


def _identifiers(header: HeaderPaths) -> Iterator[Identifier]:
    """Give parts of the shelf mark and other numbers, as they stand."""
    paths = (f"{_IDENTIFIER}/idno/idno", f"{_IDENTIFIER}/altIdentifier/idno")
    for path in (*paths, f"{_SOURCE}/bibl/idno"):
        for element in header.all(path):
            words, kind = words_in(element), element.get("type", "")
            if words and kind not in _DIGITAL:
                yield Identifier(words, kind)


def _language(header: HeaderPaths) -> str | None:
    for element in header.all(f"{_MS}/msContents//textLang", f"{_ORIGINAL}/textLang"):
        tag = element.get("mainLang")
        if tag and tag != _UNDETERMINED:
            return tag
    return None
