"""How a TEI file is published, for catalogues (Guidelines 2.2.4)."""

from typing import Final

from tei_encoder.decode.dating import dating_of
from tei_encoder.decode.header import HeaderPaths, words_in
from tei_encoder.model.bare_name import bare_name
from tei_encoder.model.catalogue import Publication

_STATEMENT: Final = "fileDesc/publicationStmt"
_PUBLISHERS: Final = (
    f"{_STATEMENT}/publisher",
    f"{_STATEMENT}/distributor",
    f"{_STATEMENT}/authority",
)
_AVAILABILITY: Final = f"{_STATEMENT}/availability"


def publication_of(header: HeaderPaths) -> Publication:
    """Read publisher, date and terms; a statement in prose counts among the terms."""
    licences = header.all(f"{_AVAILABILITY}/licence")
    targets = (t for e in licences for t in e.get("target", "").split())
    dates = (dating_of(e) for e in header.all(f"{_STATEMENT}/date"))
    available = header.all(_AVAILABILITY)
    return Publication(
        publisher=bare_name(header.text(*_PUBLISHERS) or "") or None,
        date=next((date for date in dates if date), None),
        licence=next((w for e in licences if (w := words_in(e))), None),
        licence_uri=next(targets, None),
        rights=header.texts(f"{_AVAILABILITY}/p"),
        prose=header.texts(f"{_STATEMENT}/p"),
        status=next((e.get("status") for e in available if e.get("status")), None),
    )
