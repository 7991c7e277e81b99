"""What the user of `convert` asks for, and the settings that follow from it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tei_encoder.batch.inputs import Input
from tei_encoder.batch.rows import metadata_by_input
from tei_encoder.cli.outcome import MACHINE
from tei_encoder.errors import ConfigurationError
from tei_encoder.metadata import load_metadata, load_table
from tei_encoder.model.authority import Authority
from tei_encoder.model.metadata import Metadata
from tei_encoder.profiles import Profile, load
from tei_encoder.profiles.model import AUTO
from tei_encoder.stages import Settings, Speech, Split


@dataclass(frozen=True, slots=True)
class Request:
    """The arguments and options of `convert`, as click gives them."""

    inputs: tuple[str, ...]
    output: str | None
    jobs: int
    speech: str
    metadata: Path | None
    authority: tuple[Path, ...]
    decisions: Path | None
    no_decisions: bool
    date: str | None
    format: str | None
    encoding: str | None
    columns: str | None
    sheet: str | None
    profile: str
    language: str | None
    split: str
    save_text: bool
    again: bool
    dry_run: bool
    verbose: bool
    quiet: bool
    message_format: str | None
    fail_on: str

    @property
    def processes(self) -> int:
        """Give the number of processes."""
        return self.jobs or os.cpu_count() or 1

    @property
    def silent(self) -> bool:
        """Tell whether nothing but findings may be shown."""
        return self.quiet or self.message_format in MACHINE

    def settings(self) -> Settings:
        """Give the settings that hold for every input."""
        return Settings(
            profile=profile_of(self.profile),
            metadata=Metadata() if self.has_table else self._metadata(),
            authority=authority_of(self.authority),
            speech=Speech(self.speech),
            language=self.language,
            date=self.date or _epoch_date(),
            split=Split(self.split),
        )

    @property
    def has_table(self) -> bool:
        """Tell whether the metadata are a table for many inputs."""
        return self.metadata is not None and is_table(self.metadata)

    def table(self) -> Mapping[str, Metadata]:
        """Give the metadata by input, if a table was given."""
        return load_table(self.metadata) if self.metadata and self.has_table else {}

    def protected(self) -> list[Path]:
        """Give the files that must not be overwritten, besides the inputs."""
        profile = Path(self.profile)
        given = [
            self.metadata,
            self.decisions,
            *self.authority,
            profile if profile.suffix == ".toml" else None,
        ]
        return [path for path in given if path]

    def _metadata(self) -> Metadata:
        return load_metadata(self.metadata) if self.metadata else Metadata()


def metadata_of(item: Input, path: Path | None) -> Metadata:
    """Load what a file of metadata says of one input: all of it, or its row."""
    if path is None:
        return Metadata()
    if not is_table(path):
        return load_metadata(path)
    return metadata_by_input(load_table(path), [item]).get(item, Metadata())


def authority_of(paths: tuple[Path, ...]) -> Authority:
    """Name authority files, read once to see that they can be."""
    if not paths:
        return Authority()
    from tei_encoder.authority import authority_file

    return Authority(tuple(map(authority_file, paths)))


def is_table(path: Path) -> bool:
    """Tell a table for many inputs (CSV) from metadata of one record."""
    return path.suffix.lower() == ".csv"


def profile_of(name: str) -> Profile:
    """Load a profile by name or from a file; `auto` chooses by evidence."""
    return Profile(AUTO) if name == AUTO else load(name)


def _epoch_date() -> str | None:
    """Give the day of SOURCE_DATE_EPOCH (reproducible-builds.org), if it is set."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if not seconds:
        return None
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError) as error:
        raise ConfigurationError(
            f"{seconds!r} is no number of seconds since 1970",
            place="SOURCE_DATE_EPOCH",
            remedy="unset it, or give the date with --date",
        ) from error
