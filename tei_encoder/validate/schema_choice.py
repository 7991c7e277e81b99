"""Which schema a document is checked against; nothing is ever fetched for that."""

import os
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from lxml import etree

from tei_encoder.errors import UnknownNameError
from tei_encoder.tei.schemas import schema_path

if TYPE_CHECKING:
    from tei_encoder.validate.store import StoredSchema

#: folders with schemas, separated as in PATH
FOLDERS_VARIABLE: Final = "TEI_ENCODER_SCHEMAS"
CONVERSATION: Final = "conversation"
TEI_ALL: Final = "tei_all"
_HREF = re.compile(r"""href\s*=\s*["']([^"']*)["']""")
_SUFFIXES: Final = frozenset({".rng", ".rnc"})
_RULES: Final = ".sch"
_VAULT = re.compile(r"/P5/(\d+(?:\.\d+)*)/")


@dataclass(frozen=True, slots=True)
class Choice:
    """A schema, files of Schematron, and the addresses named that are not here."""

    path: Path
    missed: tuple[str, ...] = ()
    rules: tuple[Path, ...] = ()


def choose_schema(schema: Path | str | None, root: etree._Element) -> Choice:
    """Give the schema asked for, else what `<?xml-model?>` names, else tei_all.

    `schema` is a path, a name (`conversation`, `tei_all`, `tei_all@4.12.0`, or one
    of the store) or an address that is in the store.
    Raises `UnknownNameError` with the one command that gets it.
    """
    if schema is not None:
        return Choice(schema_at(schema))
    return choose_by_instructions(_instructions(root))


def choose_by_instructions(instructions: tuple[str, ...]) -> Choice:
    """Choose by the content of a document's `<?xml-model?>` lines.

    That is the first grammar that is here, else tei_all, and every file of rules.
    Raises `UnknownNameError` with the one command that gets it.
    """
    addresses = _addresses(instructions, _SUFFIXES)
    found = next(filter(None, map(find_schema, addresses)), None)
    missed = () if found else addresses
    found = found or find_schema(TEI_ALL)
    if not found:
        raise _absent(addresses)
    rules = {address: _find_rules(address) for address in _rule_addresses(instructions)}
    return Choice(
        found,
        (*missed, *(address for address, path in rules.items() if not path)),
        tuple(path for path in rules.values() if path),
    )


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
    return _addresses(_instructions(root), _SUFFIXES)


def find_schema(name: str) -> Path | None:
    """Find a schema by name or address: the project's, the store, the folders."""
    if name == CONVERSATION:
        return schema_path("conversation.rng")
    stored = _stored()
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


def _instructions(root: etree._Element) -> tuple[str, ...]:
    lines = [n for n in root.itersiblings(preceding=True) if _is_model(n)]
    return tuple(line.text or "" for line in reversed(lines))


def _addresses(
    instructions: tuple[str, ...], suffixes: Container[str]
) -> tuple[str, ...]:
    hrefs = map(_HREF.search, instructions)
    found = (match[1] for match in hrefs if match)
    return tuple(dict.fromkeys(a for a in found if _suffix(a) in suffixes))


def _rule_addresses(instructions: tuple[str, ...]) -> tuple[str, ...]:
    return _addresses(instructions, {_RULES})


def _find_rules(address: str) -> Path | None:
    """Find a file of Schematron by its address, or by its name."""
    stored = [s for s in _stored() if s.path.suffix == _RULES and s.path.is_file()]
    by_origin = (schema.path for schema in stored if schema.origin == address)
    by_name = (schema.path for schema in stored if schema.name == _stem(address))
    in_folders = (path for path in _files(_RULES) if path.stem == _stem(address))
    return next(chain(by_origin, by_name, in_folders), None)


def _stored() -> "tuple[StoredSchema, ...]":
    """Give the schemas of the store, which a schema given by its path does without."""
    from tei_encoder.validate.store import list_schemas  # noqa: PLC0415 - see above

    return list_schemas()


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


def _files(suffix: str = ".rng") -> Iterator[Path]:
    for folder in os.environ.get(FOLDERS_VARIABLE, "").split(os.pathsep):
        if folder and Path(folder).is_dir():
            yield from sorted(Path(folder).glob(f"*{suffix}"))


def _number(path: Path) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", path.stem)))


def _stem(address: str) -> str:
    return PurePosixPath(unquote(urlsplit(address).path)).stem


def _suffix(address: str) -> str:
    return PurePosixPath(urlsplit(address).path).suffix


def _is_model(node: etree._Element) -> bool:
    return getattr(node, "target", None) == "xml-model"
