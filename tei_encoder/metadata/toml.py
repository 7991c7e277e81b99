"""Metadata of one record (or of all records of a run) in TOML."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tei_encoder.configuration import check_keys, line_of, read_toml
from tei_encoder.errors import ConfigurationError
from tei_encoder.metadata.values import (
    PUBLICATION,
    RECORD,
    TARGET,
    TOP,
    Given,
    kind_of,
    text_of,
    texts_of,
)
from tei_encoder.model.metadata import (
    Metadata,
    PersonGiven,
    PublicationGiven,
    ResponsibilityGiven,
    TargetGiven,
    label_key,
)

PERSON = ("name", "labels", "role", "ref")
RESPONSIBILITY = ("role", "name")


def load_metadata(path: Path) -> Metadata:
    """Read a metadata file.

    Raises `ConfigurationError` with file and line for TOML that is not valid, an
    unknown key (and the nearest known one), a value of a wrong type, and a date,
    language tag or id that is not well-formed.
    """
    tables, text = read_toml(path)
    file = _File(path.name, text)
    known = (*TOP, "record", "publication", "target", "person", "responsibility")
    check_keys(tables, known, text=text, name=path.name)
    record = file.table(tables, "record", RECORD)
    publication = file.table(tables, "publication", PUBLICATION)
    target = file.table(tables, "target", TARGET)
    return Metadata(
        name=path.name,
        **file.texts(tables, TOP),
        **file.texts(record, RECORD, "record"),
        publication=PublicationGiven(
            **file.texts(publication, PUBLICATION, "publication")
        ),
        target=TargetGiven(**file.texts(target, TARGET, "target")),
        persons=tuple(file.persons(tables)),
        responsibilities=tuple(file.responsibilities(tables)),
    )


class _File:
    """A metadata file: finds the line of each value for messages."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text

    def given(
        self, table: Mapping[str, Any], key: str, heading: str = "", nth: int = 0
    ) -> Given | None:
        """Give the value of a key with its place; None where the key is absent."""
        if key not in table:
            return None
        line = line_of(key, self.text, heading=(heading, nth))
        return Given(table[key], f"{self.name}:{line}")

    def texts(
        self, table: Mapping[str, Any], keys: tuple[str, ...], heading: str = ""
    ) -> dict[str, Any]:
        """Give the text of each key of a table, None where it is absent."""
        prefix = f"{heading}." if heading else ""
        return {
            key: text_of(prefix + key, self.given(table, key, heading)) for key in keys
        }

    def table(
        self, tables: Mapping[str, Any], heading: str, known: tuple[str, ...]
    ) -> Mapping[str, Any]:
        """Give the table under a heading, with no unknown key; empty when absent."""
        table = tables.get(heading, {})
        if not isinstance(table, dict):
            raise self._wrong(heading, f"must be a table [{heading}]", table)
        check_keys(table, known, text=self.text, name=self.name, heading=(heading, 0))
        return table

    def entries(
        self, tables: Mapping[str, Any], heading: str, known: tuple[str, ...]
    ) -> Iterator[tuple[int, Mapping[str, Any]]]:
        """Give the tables under `[[heading]]`, numbered from 0."""
        entries = tables.get(heading, [])
        if not isinstance(entries, list):
            raise self._wrong(heading, f"must be tables [[{heading}]]", entries)
        for nth, entry in enumerate(entries):
            if not isinstance(entry, dict):
                raise self._wrong(heading, f"must be tables [[{heading}]]", entry)
            check_keys(
                entry, known, text=self.text, name=self.name, heading=(heading, nth)
            )
            yield nth, entry

    def required(
        self, entry: Mapping[str, Any], key: str, heading: str, nth: int
    ) -> str:
        """Give the text of a key that must be there."""
        text = text_of(f"{heading}.{key}", self.given(entry, key, heading, nth))
        if text is None:
            line = line_of(heading, self.text, heading=(heading, nth))
            raise ConfigurationError(
                f"[[{heading}]] has no {key}",
                place=f"{self.name}:{line}",
                remedy=f'add {key} = "..."',
            )
        return text

    def persons(self, tables: Mapping[str, Any]) -> Iterator[PersonGiven]:
        """Give the persons, in the order of the file; a label is one person's alone."""
        owners: dict[str, str] = {}
        for nth, entry in self.entries(tables, "person", PERSON):
            person = PersonGiven(
                name=self.required(entry, "name", "person", nth),
                labels=texts_of(
                    "person.labels", self.given(entry, "labels", "person", nth)
                ),
                role=text_of("person.role", self.given(entry, "role", "person", nth)),
                ref=texts_of("person.ref", self.given(entry, "ref", "person", nth)),
            )
            for key, label in {label_key(each): each for each in person.labels}.items():
                if key in owners:
                    raise self._claimed(label, owners[key], person.name, nth)
                owners[key] = person.name
            yield person

    def responsibilities(
        self, tables: Mapping[str, Any]
    ) -> Iterator[ResponsibilityGiven]:
        """Give who did what, in the order of the file."""
        for nth, entry in self.entries(tables, "responsibility", RESPONSIBILITY):
            yield ResponsibilityGiven(
                role=self.required(entry, "role", "responsibility", nth),
                name=self.required(entry, "name", "responsibility", nth),
            )

    def _claimed(
        self, label: str, first: str, second: str, nth: int
    ) -> ConfigurationError:
        line = line_of("labels", self.text, heading=("person", nth))
        return ConfigurationError(
            f"the label {label!r} is given to {first} and to {second}",
            place=f"{self.name}:{line}",
            remedy="leave it to the one who speaks under it",
        )

    def _wrong(self, key: str, message: str, value: object) -> ConfigurationError:
        return ConfigurationError(
            f"{key} {message}, not {kind_of(value)}",
            place=f"{self.name}:{line_of(key, self.text)}",
            remedy="mend that line",
        )
