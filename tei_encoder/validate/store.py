"""The user's own store of schemas; adding one is all that ever touches the network.

A folder (`$XDG_DATA_HOME/tei-encoder/schemas`) with the files and `schemas.json`,
which records where each came from, its SHA-256 and the version found in it.
"""

import json
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from shutil import rmtree
from typing import Final

from tei_encoder.errors import OutputError, ReadError, UnknownNameError
from tei_encoder.registry import suggestion
from tei_encoder.validate.schema_gathering import Gathered, gather

#: the folder named here takes the place of the user's own (for tests and servers)
STORE_VARIABLE: Final = "XDG_DATA_HOME"
_INDEX: Final = "schemas.json"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]*\Z")
_VERSION = re.compile(r"Version (\d+\.\d+\.\d+[a-z]?)")
_SUFFIXES: Final = frozenset({".rng", ".rnc", ".sch"})
_TEI_ALL: Final = "xml/tei/custom/schema/relaxng/tei_all.rng"


@dataclass(frozen=True, slots=True)
class StoredSchema:
    """A schema in the store; `version` is empty where none stands in the file.

    `file` is the place of the main file in the store: in a folder of its own where
    the schema draws in others. `sha256` is that of the main file.
    """

    name: str
    file: str
    sha256: str
    origin: str
    version: str = ""

    @property
    def path(self) -> Path:
        """Where the file is."""
        return store_folder() / self.file


def store_folder() -> Path:
    """Give the folder of the store, which need not exist (XDG Base Directory)."""
    home = os.environ.get(STORE_VARIABLE)
    base = Path(home) if home else Path.home() / ".local" / "share"
    return base / "tei-encoder" / "schemas"


def list_schemas() -> tuple[StoredSchema, ...]:
    """Give all schemas of the store, by name.

    Raises `ReadError` for a store whose index cannot be read.
    """
    index = store_folder() / _INDEX
    if not index.is_file():
        return ()
    try:
        entries = json.loads(index.read_text(encoding="utf-8"))
        found = [StoredSchema(**entry) for entry in entries]
    except (OSError, ValueError, TypeError) as error:
        raise ReadError(
            f"the index of the schema store cannot be read: {error}",
            place=_INDEX,
            remedy="remove it and add the schemas again",
        ) from error
    return tuple(sorted(found, key=lambda schema: schema.name))


def show_schema(name: str) -> StoredSchema:
    """Give one schema of the store.

    Raises `UnknownNameError` with near names.
    """
    schemas = {schema.name: schema for schema in list_schemas()}
    if name not in schemas:
        raise UnknownNameError(
            f"there is no schema {name!r} in the store",
            remedy=suggestion(name, tuple(schemas)),
        )
    return schemas[name]


def add_schema(
    name: str,
    origin: str | None = None,
    *,
    sha256_expected: str | None = None,
    timeout: float = 30.0,
) -> StoredSchema:
    """Put a schema into the store under `name`, in place of one of that name.

    `origin` is a path or an https address; `tei_all` and `tei_all@VERSION` know
    theirs. The file is RELAX NG, in either syntax, or Schematron; what it draws in
    by relative paths comes with it.
    `timeout` counts seconds. An interrupted download leaves nothing behind.
    Raises `UnknownNameError`, `ReadError`, `SchemaError` or `OutputError`.
    """
    if not _NAME.match(name):
        raise UnknownNameError(
            f"{name!r} cannot be the name of a schema",
            remedy="use letters, digits, and . _ @ -",
        )
    origin = origin or address_of(name)
    gathered = gather(origin, lambda place: _fetched(place, timeout))
    data = gathered.files[gathered.main]
    digest = sha256(data).hexdigest()
    if sha256_expected and digest != sha256_expected.lower():
        raise ReadError(
            f"the SHA-256 is {digest}, not {sha256_expected.lower()}",
            place=origin,
            remedy="check the address and the digest",
        )
    found = _VERSION.search(data.decode("utf-8", "replace"))
    version = found[1] if found else ""
    schema = StoredSchema(name, _keep(name, gathered), digest, _told(origin), version)
    others = tuple(other for other in list_schemas() if other.name != name)
    _write_index((*others, schema))
    return schema


def _keep(name: str, gathered: Gathered) -> str:
    """Write the files of a schema; give the place of the main one in the store.

    Those of a schema of several files go into a folder named by their digest, so
    that the index never names half a schema.
    """
    if len(gathered.files) == 1:
        suffix = gathered.main.suffix if gathered.main.suffix in _SUFFIXES else ".rng"
        if "schematron" in str(gathered.root.tag):
            suffix = ".sch"
        place = f"{name}{suffix}"
        _write(store_folder() / place, gathered.files[gathered.main])
        return place
    digest = sha256()
    for path, data in gathered.files.items():
        digest.update(b"%s\0%d\0%s" % (str(path).encode(), len(data), data))
    folder = f"{name}.{digest.hexdigest()[:12]}"
    for path, data in gathered.files.items():
        _write(store_folder() / folder / path, data)
    return str(PurePosixPath(folder) / gathered.main)


def remove_schema(name: str) -> StoredSchema:
    """Take a schema out of the store; raises `UnknownNameError` if it is not there."""
    schema = show_schema(name)
    _write_index(tuple(s for s in list_schemas() if s.name != name))
    folder, _, inside = schema.file.partition("/")
    if inside:
        rmtree(store_folder() / folder, ignore_errors=True)
    else:
        schema.path.unlink(missing_ok=True)
    return schema


def address_of(name: str) -> str:
    """Give the TEI Consortium's address of `tei_all` or `tei_all@VERSION`."""
    base, _, version = name.partition("@")
    if base != "tei_all":
        raise UnknownNameError(
            f"no address is known for the schema {name!r}",
            remedy=f"name a file or an address: schema add {name} FILE-or-URL",
        )
    folder = f"Vault/P5/{version}" if version else "release"
    return f"https://www.tei-c.org/{folder}/{_TEI_ALL}"


def _fetched(origin: str, timeout: float) -> bytes:
    if "://" in origin:
        from tei_encoder.validate.download import (  # noqa: PLC0415 - slow to load, rarely needed
            download,
        )

        return download(origin, timeout=timeout)
    try:
        return Path(origin).read_bytes()
    except OSError as error:
        raise ReadError(
            f"cannot be read: {error.strerror or error}",
            place=origin,
            remedy="give the path of a file or an https address",
        ) from error


def _told(origin: str) -> str:
    """Keep an address whole and of a path the file's name alone."""
    return origin if "://" in origin else Path(origin).name


def _write_index(schemas: tuple[StoredSchema, ...]) -> None:
    entries: list[Mapping[str, str]] = [
        asdict(schema) for schema in sorted(schemas, key=lambda schema: schema.name)
    ]
    text = json.dumps(entries, indent=2, ensure_ascii=False) + "\n"
    _write(store_folder() / _INDEX, text.encode())


def _write(path: Path, data: bytes) -> None:
    """Write beside and rename, so that nobody ever sees half a file."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise OutputError(
            f"cannot be written: {error.strerror or error}",
            place=path.name,
            remedy=f"make the folder of {STORE_VARIABLE} writable",
        ) from error
