"""The services whose addresses identify persons, organisations and places."""

from typing import Final
from urllib.parse import urlsplit

from tei_encoder.encode.attributes import is_address

#: `idno/@type` by host name, without `www.`
_SERVICES: Final = {
    "viaf.org": "VIAF",
    "wikidata.org": "Wikidata",
    "geonames.org": "GeoNames",
    "sws.geonames.org": "GeoNames",
    "d-nb.info": "GND",
    "isni.org": "ISNI",
    "orcid.org": "ORCID",
    "id.loc.gov": "LC",
    "vocab.getty.edu": "Getty",
}
OTHER: Final = "URI"


def service_of(reference: str) -> str | None:
    """Name the service of an address, `URI` for another; None for what is none."""
    if not is_address(reference):
        return None
    try:
        host = urlsplit(reference).hostname or ""
    except ValueError:
        return OTHER
    return _SERVICES.get(host.removeprefix("www."), OTHER)
