"""Finds the records in archives, and in what is attached to mails."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from tei_encoder.batch.inputs import Input
from tei_encoder.batch.opened import members_of
from tei_encoder.errors import ReadError
from tei_encoder.readers.members import holds_others, may_hold, meant


def with_members(
    inputs: Iterable[Input], format_name: str | None = None
) -> tuple[Input, ...]:
    """Give the records in each archive instead of it; other inputs as they are.

    A mail comes before the files that are attached to it. An archive that cannot be
    opened, or holds no record, stays as it is: converting it says why.
    """
    return tuple(found for item in inputs for found in _found(item, format_name))


def _found(item: Input, format_name: str | None) -> Iterator[Input]:
    names: tuple[str, ...] = ()
    itself = True
    if item.path and not item.unreadable and may_hold(item.name.name, format_name):
        names, itself = _members(item.path, format_name)
    if itself or not names:
        yield item
    yield from (replace(item, name=item.name / n, member=n) for n in names)


def _members(path: Path, format_name: str | None) -> tuple[tuple[str, ...], bool]:
    """Give the records that a file holds, and whether it is one itself."""
    try:
        members = members_of(path)
        names = meant(members.names(), format_name) if members else ()
    except (ReadError, OSError):
        return (), True
    itself = members is None or members.is_record
    return names, itself and (format_name is None or holds_others(format_name))
