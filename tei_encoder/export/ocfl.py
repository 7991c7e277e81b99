"""Target `ocfl`: an object of OCFL 1.1 with the TEI file as its first version.

A version says when it was made: on the day of the export where that is told (`--date`),
else on that of the file's publication; as midnight UTC, for no more is known.
Source: Oxford Common File Layout Specification 1.1, sections 3 and 5.
"""

import re
from hashlib import sha512
from typing import Final

from tei_encoder.export.json_file import Json, json_bytes, told
from tei_encoder.export.requirements import day_made
from tei_encoder.export.schema_org import address
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.holding import Holding
from tei_encoder.stages import ExportSettings, Package
from tei_encoder.version import VERSION

_SPECIFICATION: Final = "https://ocfl.io/1.1/spec/#inventory"
_DECLARATION: Final = "ocfl_object_1.1"
_ALGORITHM: Final = "sha512"
_VERSION: Final = "v1"
_CONTENT: Final = f"{_VERSION}/content"
_MAIL: Final = re.compile(r"[^\s@]+@[^\s@]+")


def export_ocfl(holding: Holding, settings: ExportSettings) -> Outcome[Package]:
    """Give the folder of one object."""
    inventory = json_bytes(_inventory(holding, settings))
    sidecar = f"{sha512(inventory).hexdigest()} inventory.json\n".encode()
    files = {
        f"0={_DECLARATION}": f"{_DECLARATION}\n".encode(),
        "inventory.json": inventory,
        f"inventory.json.{_ALGORITHM}": sidecar,
        f"{_VERSION}/inventory.json": inventory,
        f"{_VERSION}/inventory.json.{_ALGORITHM}": sidecar,
        f"{_CONTENT}/{holding.file_name}": holding.data,
    }
    return Outcome({f"{holding.name}/{path}": data for path, data in files.items()})


def _inventory(holding: Holding, settings: ExportSettings) -> dict[str, Json]:
    digest = sha512(holding.data).hexdigest()
    content: list[Json] = [f"{_CONTENT}/{holding.file_name}"]
    return {
        "id": address(holding.entry) or holding.entry.id,
        "type": _SPECIFICATION,
        "digestAlgorithm": _ALGORITHM,
        "head": _VERSION,
        "manifest": {digest: content},
        "versions": {
            _VERSION: {
                "created": f"{day_made(holding.entry, settings)}T00:00:00Z",
                "message": f"exported by tei_encoder {VERSION}",
                "user": _user(settings),
                "state": {digest: [holding.file_name]},
            }
        },
        "fixity": {"sha256": {holding.sha256: content}},
    }


def _user(settings: ExportSettings) -> dict[str, Json]:
    """Give whom to ask, else the program that made the version."""
    name, mail = settings.given.contact, settings.given.email
    if not name:
        return {"name": "tei_encoder"}
    known = mail if mail and _MAIL.fullmatch(mail) else None
    return told({"name": name, "address": f"mailto:{known}" if known else None})
