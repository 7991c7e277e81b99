"""Joins each package's own table of parts with those of installed plug-ins."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any, Final

from tei_encoder.errors import PluginError, UnknownNameError

#: reads the metadata of every installed package, once in a process
_installed = cache(entry_points)
#: names that a remedy lists, where none is near
_LISTED: Final = 30


def names(group: str, table: Mapping[str, str]) -> tuple[str, ...]:
    """Give the names of all parts of `group` (`readers`, `exporters`, ...), sorted.

    `table` maps the built-in names to `module:attribute`.
    Raises `PluginError` when a plug-in takes a name that is already taken.
    """
    return tuple(sorted(_joined(group, table)))


def load(group: str, table: Mapping[str, str], name: str) -> Any:  # noqa: ANN401 - the caller's protocol types it
    """Import the part called `name`, and nothing else.

    Raises `UnknownNameError` with near names, or `PluginError` naming the plug-in.
    """
    joined = _joined(group, table)
    if name not in joined:
        raise UnknownNameError(
            f"there is no {name!r} among the {group}",
            remedy=suggestion(name, tuple(joined)),
        )
    module, _, attribute = joined[name].partition(":")
    try:
        return getattr(import_module(module), attribute)
    except (ImportError, AttributeError) as error:
        raise PluginError(
            f"{group} {name!r} ({joined[name]}) cannot be loaded: {error}",
            remedy="reinstall or remove the package that provides it",
        ) from error


def suggestion(name: str, known: tuple[str, ...]) -> str:
    """Give a remedy for a mistyped name: the nearest one, else what is known."""
    from difflib import get_close_matches  # noqa: PLC0415 - only on the way out

    near = get_close_matches(name, known, n=1)
    if near:
        return f"did you mean {near[0]!r}?"
    listed = sorted(known)[:_LISTED]
    more = f" … {len(known) - len(listed)} more" if len(known) > len(listed) else ""
    return f"known: {', '.join(listed)}{more}" if known else "none is known"


def _joined(group: str, table: Mapping[str, str]) -> dict[str, str]:
    joined = dict(table)
    for name, target in plugins(group):
        if name in joined:
            raise PluginError(
                f"the name {name!r} among the {group} is taken twice",
                place=target,
                remedy="remove one of the two packages",
            )
        joined[name] = target
    return joined


@cache
def plugins(group: str) -> tuple[tuple[str, str], ...]:
    """Give names and targets of the installed plug-ins of a group."""
    found = _installed().select(group=f"tei_encoder.{group}")
    return tuple((point.name, point.value) for point in found)
