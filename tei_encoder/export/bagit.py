"""Target `bagit`: a bag of RFC 8493 around the TEI file of a record.

Names in a bag are safe (see `file_names`), so that the escapes of RFC 8493 2.1.3 for
percent signs and line ends, which consumers read differently, never arise.
"""

from collections.abc import Iterator, Mapping
from hashlib import sha256, sha512
from typing import Final

from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.holding import Holding
from tei_encoder.stages import ExportSettings, Package

_DECLARATION: Final = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_ALGORITHMS: Final = {"sha256": sha256, "sha512": sha512}


def export_bagit(holding: Holding, settings: ExportSettings) -> Outcome[Package]:
    """Give a bag that holds the TEI file."""
    payload = {holding.file_name: holding.data}
    return Outcome(bag(holding, payload, settings))


def bag(
    holding: Holding, payload: Mapping[str, bytes], settings: ExportSettings
) -> Package:
    """Give a bag of any payload; its paths are below `data/`."""
    data = {f"data/{path}": content for path, content in payload.items()}
    tags = {
        "bagit.txt": _DECLARATION,
        "bag-info.txt": _lines(_info(holding, data, settings)),
    }
    tags |= _manifests("manifest", data)
    tags |= _manifests("tagmanifest", tags)
    files = {**data, **tags}
    return {f"{holding.name}/{path}": files[path] for path in sorted(files)}


def _info(
    holding: Holding, data: Mapping[str, bytes], settings: ExportSettings
) -> Iterator[tuple[str, str | None]]:
    """Give the reserved elements of RFC 8493 2.2.2 of which something is known."""
    entry, given = holding.entry, settings.given
    yield "Source-Organization", entry.publication.publisher
    yield "Contact-Name", given.contact
    yield "Contact-Email", given.email
    yield "External-Description", entry.title
    yield from (("External-Description", text) for text in entry.abstract)
    yield "Bagging-Date", settings.date
    yield "External-Identifier", entry.id
    yield from (("External-Identifier", number.value) for number in entry.identifiers)
    yield "Payload-Oxum", f"{sum(map(len, data.values()))}.{len(data)}"


def _lines(pairs: Iterator[tuple[str, str | None]]) -> bytes:
    lines = (f"{name}: {' '.join(value.split())}\n" for name, value in pairs if value)
    return "".join(lines).encode()


def _manifests(kind: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give a manifest of the files for each algorithm."""
    made = {}
    for name, digest in _ALGORITHMS.items():
        lines = (f"{digest(files[path]).hexdigest()}  {path}\n" for path in files)
        made[f"{kind}-{name}.txt"] = "".join(sorted(lines)).encode()
    return made
