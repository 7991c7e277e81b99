"""One table of a file of decisions, and where its lines are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final, TypeVar

from tei_encoder.configuration import line_of
from tei_encoder.errors import ConfigurationError
from tei_encoder.metadata.values import kind_of
from tei_encoder.registry import suggestion

Name = TypeVar("Name", bound=StrEnum)
#: keys that say where, what (one of them a ruling), and who
QUOTING: Final = ("quote", "before", "after", "at")
VERBS: Final = (
    *("kind", "label", "speaker", "merge", "part"),
    *("confirm", "reject", "header", "note"),
)
SIGNING: Final = ("by", "when", "why")


@dataclass(frozen=True, slots=True)
class Entry:
    """The `nth` table (from 0) under a heading, with the text of its file."""

    table: Mapping[str, Any]
    heading: str
    nth: int
    file: str
    name: str

    def line(self, key: str = "") -> int:
        """Give the line of a key, or of the heading itself."""
        heading = (self.heading, self.nth)
        return line_of(key or self.heading, self.file, heading=heading)

    def text(self, key: str) -> str | None:
        """Give the text of a key, None where it is absent; never an empty one.

        A TOML date counts as its ISO form.
        """
        value = self.table.get(key)
        if isinstance(value, date) and key == "when":
            value = value.isoformat()
        if value is not None and not isinstance(value, str):
            raise wrong(
                self, key, f"{key} must be text in quotes, not {kind_of(value)}"
            )
        if value is not None and not value.strip():
            raise wrong(self, key, f"{key} is empty", "leave it out")
        return value

    def needed(self, key: str) -> str:
        """Give the text of a key that must be there."""
        value = self.text(key)
        if value is None:
            missing = f"[[{self.heading}]] has no {key}"
            raise wrong(self, "", missing, f'add {key} = "..."')
        return value

    def context(self, key: str) -> str:
        """Give what surrounds the quoted words; white space counts."""
        value = self.table.get(key, "")
        if not isinstance(value, str):
            raise wrong(
                self, key, f"{key} must be text in quotes, not {kind_of(value)}"
            )
        return value

    def offset(self, key: str) -> int | None:
        """Give a number of code points."""
        value = self.table.get(key)
        if value is None or (type(value) is int and value >= 0):
            return value
        raise wrong(self, key, f"{key} must be a number of characters, from 0")

    def truth(self, key: str) -> bool:
        """Give true or false."""
        value = self.table[key]
        if not isinstance(value, bool):
            raise wrong(self, key, f"{key} must be true or false, not {kind_of(value)}")
        return value

    def names(self, key: str) -> tuple[str, ...]:
        """Give two or more texts, no two the same."""
        values = self.table[key]
        if (
            not isinstance(values, list)
            or not all(isinstance(v, str) and v.strip() for v in values)
            or len(set(values)) < max(2, len(values))
        ):
            message = f"{key} must be a list of two or more different names"
            raise wrong(self, key, message, f'{key} = ["one", "other"]')
        return tuple(values)

    def one_of(
        self, key: str, names: type[Name], leaving: tuple[Name, ...] = ()
    ) -> Name:
        """Give a name of a closed vocabulary."""
        value = self.needed(key)
        known = tuple(str(name) for name in names if name not in leaving)
        if value not in known:
            remedy = suggestion(value, known)
            raise wrong(self, key, f"there is no {key} {value!r}", remedy)
        return names(value)


def wrong(
    entry: Entry, key: str, message: str, remedy: str = "mend that line"
) -> ConfigurationError:
    """Make the error for a key (or the whole table) with its file and line."""
    place = f"{entry.name}:{entry.line(key)}"
    return ConfigurationError(message, place=place, remedy=remedy)
