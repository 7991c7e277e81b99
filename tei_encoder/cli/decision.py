"""What the user of `decide` asks for."""

from dataclasses import dataclass
from pathlib import Path

from tei_encoder.cli.page import PageRequest
from tei_encoder.decisions import beside


@dataclass(frozen=True, slots=True)
class Decision:
    """The arguments and options of `decide`, as click gives them."""

    file: Path
    quote: str | None
    before: str | None
    after: str | None
    kind: str | None
    field: str | None
    label: bool | None
    speaker: str | None
    merge: tuple[str, str] | None
    part: tuple[str, str] | None
    confirm: str | None
    reject: str | None
    header: str | None
    value: str | None
    ref: str | None
    note: str | None
    reviewed: bool
    by: str | None
    when: str | None
    why: str | None
    listing: bool
    decisions: Path | None
    format: str | None
    encoding: str | None
    columns: str | None
    sheet: str | None
    profile: str
    language: str | None
    split: str

    @property
    def path(self) -> Path:
        """Where the rulings are kept."""
        return self.decisions or beside(self.file)

    @property
    def page(self) -> PageRequest:
        """The same file, to be read as `segment` reads it."""
        kept = self.path if self.path.is_file() else None
        return PageRequest(
            file=str(self.file),
            layout="text",
            line=None,
            review=False,
            metadata=None,
            decisions=kept,
            no_decisions=kept is None,
            format=self.format,
            encoding=self.encoding,
            columns=self.columns,
            sheet=self.sheet,
            profile=self.profile,
            language=self.language,
            split=self.split,
        )
