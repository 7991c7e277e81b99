"""Which schema a document is checked against; nothing is ever fetched for that."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import unquote, urlsplit

from lxml import etree

from tei_encoder.errors import UnknownNameError
from tei_encoder.tei.schemas import schema_path
from tei_encoder.validate.store import list_schemas

#: folders with schemas, separated as in PATH
FOLDERS_VARIABLE: Final = "TEI_ENCODER_SCHEMAS"
CONVERSATION: Final = "conversation"
TEI_ALL: Final = "tei_all"
_HREF = re.compile(r"""href\s*=\s*["']([^"']*)["']""")
_SUFFIXES: Final = frozenset({".rng", ".rnc"})
_VAULT = re.compile(r"/P5/(\d+(?:\.\d+)*)/")


@dataclass(frozen=True, slots=True)
class Choice:
    """A schema, and the addresses a document named that are not here."""

    path: Path
    missed: tuple[str, ...] = ()


def choose_schema(schema: Path | str | None, root: etree._Element) -> Choice:
    """Give the schema asked for, else what `<?xml-model?>` names, else tei_all.

    `schema` is a path, a name (`conversation`, `tei_all`, `tei_all@4.12.0`, or one
    of the store) or an address that is in the store.
    Raises `UnknownNameError` with the one command that gets it.
    """
    if schema is not None:
        return Choice(schema_at(schema))
    return choose_by_address(model_addresses(root))


def choose_by_address(addresses: tuple[str, ...]) -> Choice:
    """Give the first schema of a document's addresses that is here, else tei_all.

    Raises `UnknownNameError` with the one command that gets it.
    """
    missed = []
    for address in addresses:
        found = find_schema(address)
        if found:
            return Choice(found)
        missed.append(address)
    found = find_schema(TEI_ALL)
    if not found:
        raise _absent(addresses)
    return Choice(found, tuple(missed))


def schema_at(schema: Path | str) -> Path:
    """Give the path of a schema that is asked for by path, name or address.

    Raises `UnknownNameError` with the one command that gets it.
    """
    path = Path(schema)
    if path.is_file():
        return path
    found = find_schema(str(schema)) if isinstance(schema, str) else None
    if found:
        return found
    name = str(schema) if isinstance(schema, str) else schema.name
    base = name.partition("@")[0]
    add = f"tei-encoder schema add {name}"
    raise UnknownNameError(
        f"there is no schema {name!r}",
        remedy=add if base == TEI_ALL else f"{add} FILE-or-URL, or --schema FILE",
    )


def model_addresses(root: etree._Element) -> tuple[str, ...]:
    """Give the RELAX NG addresses in the `<?xml-model?>` lines before the root."""
    lines = [n for n in root.itersiblings(preceding=True) if _is_model(n)]
    return grammar_addresses(line.text or "" for line in reversed(lines))


def grammar_addresses(instructions: Iterable[str]) -> tuple[str, ...]:
    """Give the RELAX NG addresses in the content of `<?xml-model?>` lines."""
    hrefs = map(_HREF.search, instructions)
    found = (match[1] for match in hrefs if match)
    return tuple(dict.fromkeys(a for a in found if _suffix(a) in _SUFFIXES))


def find_schema(name: str) -> Path | None:
    """Find a schema by name or address: the project's, the store, the folders."""
    if name == CONVERSATION:
        return schema_path("conversation.rng")
    stored = list_schemas()
    for schema in stored:
        if name in {schema.name, schema.origin} and schema.path.is_file():
            return schema.path
    if "/" not in name and "." not in name.partition("@")[0]:
        return _in_folders(name)
    stem = _stem(name)
    if stem == CONVERSATION:
        return schema_path("conversation.rng")
    version = _VAULT.search(name)
    wanted = [f"{stem}@{version[1]}"] if version else []
    for candidate in (*wanted, stem):
        by_name = (s.path for s in stored if s.name == candidate and s.path.is_file())
        found = next(by_name, None) or _in_folders(candidate)
        if found:
            return found
    return None


def _absent(addresses: tuple[str, ...]) -> UnknownNameError:
    """Say that neither what a document names nor tei_all is here, and how to get it."""
    if not addresses:
        message, wanted = "the file names no schema, and tei_all is not here", TEI_ALL
    else:
        message = f"the schema that the file names is not here: {addresses[0]}"
        wanted = _wanted(addresses[0])
    return UnknownNameError(
        message,
        remedy=f"`tei-encoder schema add {wanted}` gets it, once; "
        f"`--schema {CONVERSATION}` checks at once, against this project's own schema",
    )


def _wanted(address: str) -> str:
    """Give the arguments of `schema add` that get a schema."""
    stem = _stem(address)
    if stem != TEI_ALL:
        return f"{stem} {address}"
    version = _VAULT.search(address)
    return f"{TEI_ALL}@{version[1]}" if version else TEI_ALL


def _in_folders(name: str) -> Path | None:
    """Find `tei_all` or `tei_all@4.12.0` as a file; the highest version wins."""
    base, _, version = name.partition("@")
    found = [path for path in _files() if _matches(path, base, version)]
    return max(found, key=_number, default=None)


def _matches(path: Path, base: str, version: str) -> bool:
    stem = path.stem
    if version:
        return stem in {f"{base}-{version}", f"{base}@{version}"}
    return stem == base or bool(re.fullmatch(rf"{re.escape(base)}[-@][\d.]+\w?", stem))


def _files() -> Iterator[Path]:
    for folder in os.environ.get(FOLDERS_VARIABLE, "").split(os.pathsep):
        if folder and Path(folder).is_dir():
            yield from sorted(Path(folder).glob("*.rng"))


def _number(path: Path) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", path.stem)))


def _stem(address: str) -> str:
    return PurePosixPath(unquote(urlsplit(address).path)).stem


def _suffix(address: str) -> str:
    return PurePosixPath(urlsplit(address).path).suffix


def _is_model(node: etree._Element) -> bool:
    return getattr(node, "target", None) == "xml-model"
