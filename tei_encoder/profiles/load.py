"""Loads house styles: built-in ones, those of plug-ins and a user's own file."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from tei_encoder.configuration import check_keys, read_toml
from tei_encoder.errors import ConfigurationError, UnknownNameError
from tei_encoder.model.block import Kind
from tei_encoder.profiles.archives import read_archives
from tei_encoder.profiles.model import Profile
from tei_encoder.registry import plugins, suggestion

KEYS = (
    *("title", "language", "extends", "phrases", "zones", "costs", "favours"),
    "citation",
)
ZONES = ("front", "body", "back")


def names() -> tuple[str, ...]:
    """Give the names of all installed profiles, sorted."""
    return tuple(sorted(_paths()))


@cache
def load(name_or_path: str) -> Profile:
    """Load a profile by its name, or from a TOML file.

    A profile builds on the one that `extends` names (`generic` by default): its
    phrases are added, its zones and costs replace.
    Raises `UnknownNameError` with the nearest name, or `ConfigurationError` naming
    file and line.
    """
    path, name = _find(name_or_path)
    table, text = read_toml(path)
    check_keys(table, KEYS, text=text, name=path.name)
    check_keys(table.get("zones", {}), ZONES, text=text, name=path.name)
    _lists(table, "phrases", path)
    _kinds(table, text, path)
    read_archives(table.get("citation", {}), text=text, file=path.name)
    return build(table, name)


def own_keys(name_or_path: str) -> Mapping[str, Any]:
    """Give what the file of a profile says itself, without what it extends.

    Raises as `load`.
    """
    load(name_or_path)
    return read_toml(_find(name_or_path)[0])[0]


def build(table: Mapping[str, Any], name: str) -> Profile:
    """Make a profile of the keys of its file, on top of the one that it extends."""
    parent = _parent(table, name)
    return Profile(
        name=name,
        title=table.get("title", ""),
        language=table.get("language", parent.language),
        phrases=_added(parent.phrases, _tuples(table, "phrases")),
        zones={**parent.zones, **_tuples(table, "zones")},
        costs={**parent.costs, **table.get("costs", {})},
        favours={**parent.favours, **table.get("favours", {})},
        archives={
            **parent.archives,
            **read_archives(table.get("citation", {}), text="", file=name),
        },
    )


def _find(name_or_path: str) -> tuple[Path, str]:
    """Give the file and the name of a profile."""
    known = _paths()
    if name_or_path in known:
        return known[name_or_path], name_or_path
    path = Path(name_or_path)
    if path.suffix == ".toml":
        return path, path.stem
    raise UnknownNameError(
        f"there is no profile {name_or_path!r}",
        remedy=suggestion(name_or_path, tuple(known)),
    )


def _paths() -> dict[str, Path]:
    """Give the files of built-in profiles and of installed ones.

    An entry point of the group `tei_encoder.profiles` is a package whose folder holds
    `NAME.toml`.
    """
    folder = Path(str(files("tei_encoder.profiles")))
    found = {path.stem: path for path in folder.glob("*.toml")}
    for name, package in plugins("profiles"):
        found[name] = Path(str(files(package))) / f"{name}.toml"
    return found


def _parent(table: Mapping[str, Any], name: str) -> Profile:
    if name == "generic":
        return Profile(name)
    return load(table.get("extends", "generic"))


def _tuples(table: Mapping[str, Any], key: str) -> dict[str, tuple[str, ...]]:
    return {topic: tuple(value) for topic, value in table.get(key, {}).items()}


def _lists(table: Mapping[str, Any], key: str, path: Path) -> None:
    for topic, value in table.get(key, {}).items():
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise ConfigurationError(
                f"{key}.{topic} is no list of strings",
                place=path.name,
                remedy=f'write {topic} = ["...", "..."]',
            )


def _kinds(table: Mapping[str, Any], text: str, path: Path) -> None:
    _lists(table, "zones", path)
    known = tuple(map(str, Kind))
    for kinds in _tuples(table, "zones").values():
        check_keys(dict.fromkeys(kinds), known, text=text, name=path.name)


def _added(
    first: Mapping[str, tuple[str, ...]], second: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    return {
        topic: first.get(topic, ()) + second.get(topic, ())
        for topic in dict.fromkeys([*first, *second])
    }
