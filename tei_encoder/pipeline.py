"""The stages in order: from the text as received to certified, valid TEI.

    readers -> Source -> segment -> Blocks -> assemble -> Record -> annotate
            -> encode -> TeiDocument -> validate -> Report / export

This is the only module that knows that order.
"""

from dataclasses import dataclass, replace

from tei_encoder import annotate, assemble, encode, segment, validate
from tei_encoder.decisions import find_rulings
from tei_encoder.model.authority import Authority
from tei_encoder.model.block import Block
from tei_encoder.model.decision import Decisions
from tei_encoder.model.diagnostic import Diagnostic, Outcome, Report, Severity
from tei_encoder.model.metadata import completed
from tei_encoder.model.record import Record
from tei_encoder.model.source import Source, Span
from tei_encoder.profiles.model import AUTO, Profile
from tei_encoder.stages import Settings
from tei_encoder.tei.document import TeiDocument, parse, write
from tei_encoder.tei.schemas import schema_path


@dataclass(frozen=True, slots=True)
class Parsed:
    """A page read: its blocks and the records made of them.

    `profile` is the one applied, also where it was chosen by evidence; `decisions`
    are the rulings that find their words.
    """

    source: Source
    profile: Profile
    decisions: Decisions
    blocks: tuple[Block, ...]
    records: tuple[Record, ...]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """One record as TEI.

    `data` are the bytes of the file; they may be written only where `sound`.
    """

    record: Record
    document: TeiDocument
    data: bytes
    certified: bool
    valid: bool
    report: Report

    @property
    def sound(self) -> bool:
        """Tell whether the file is certified and valid."""
        return self.certified and self.valid


@dataclass(frozen=True, slots=True)
class Conversion:
    """All records of one source as TEI."""

    parsed: Parsed
    results: tuple[Result, ...]

    @property
    def report(self) -> Report:
        """All findings, those on the page first."""
        found = self.parsed.diagnostics
        return Report(
            found + tuple(d for r in self.results for d in r.report.diagnostics)
        )


def parse_record(source: Source, settings: Settings) -> Parsed:
    """Read the page and make described, annotated records of it.

    A file of several records is parted first (`settings.split`); each is read, and
    described, as if it stood alone.
    """
    chosen = _with_profile(source, _with_stated(source, settings))
    settings = _with_authority(chosen.value)
    found = find_rulings(source, settings.decisions)
    settings = replace(settings, decisions=found.value)
    spans = segment.divide(source, settings)
    read = [_blocks_in(source, settings, span) for span in spans.value]
    blocks = tuple(block for outcome in read for block in outcome.value)
    assembled = assemble.assemble(source, blocks, settings, spans=spans.value)
    annotated = [annotate.annotate(source, r, settings) for r in assembled.value]
    return Parsed(
        source=source,
        profile=settings.profile,
        decisions=settings.decisions,
        blocks=blocks,
        records=tuple(outcome.value for outcome in annotated),
        diagnostics=(
            *chosen.diagnostics,
            *found.diagnostics,
            *spans.diagnostics,
            *(d for outcome in read for d in outcome.diagnostics),
            *assembled.diagnostics,
            *(d for outcome in annotated for d in outcome.diagnostics),
        ),
    )


def explain_line(
    source: Source, settings: Settings, line: int
) -> tuple[segment.Reading, ...]:
    """Give the readings that compete on a line (from 1), best first."""
    settings = _with_profile(source, settings).value
    spans = segment.divide(source, settings).value
    return segment.explain_share(source, settings, spans, line)


def review(source: Source, settings: Settings) -> tuple[segment.Doubt, ...]:
    """Give the blocks that could be read otherwise, least certain first.

    Those that a reviewer has ruled on are settled.
    """
    settings = _with_profile(source, settings).value
    decisions = find_rulings(source, settings.decisions).value
    doubts = segment.review(source, settings, segment.divide(source, settings).value)
    return tuple(d for d in doubts if not segment.is_ruled(d.block, decisions))


def convert(source: Source, settings: Settings) -> Conversion:
    """Turn a source into TEI; every file is certified and validated.

    Nothing is written: see `Result.sound` before you do.
    """
    parsed = parse_record(source, settings)
    settings = replace(
        _with_stated(source, settings),
        profile=parsed.profile,
        decisions=parsed.decisions,
    )
    return Conversion(
        parsed, tuple(_encoded(source, record, settings) for record in parsed.records)
    )


def _with_stated(source: Source, settings: Settings) -> Settings:
    """Complete what people tell with what the file states."""
    return replace(settings, metadata=completed(settings.metadata, source.stated))


def _with_authority(settings: Settings) -> Settings:
    """Read the authority files, of which a process keeps what it has read."""
    files = settings.authority.files
    if not files:
        return settings
    from tei_encoder.authority import load_table  # noqa: PLC0415 - rarely needed

    return replace(settings, authority=Authority(files, load_table(files)))


def _blocks_in(
    source: Source, settings: Settings, span: Span
) -> Outcome[tuple[Block, ...]]:
    read = segment.segment_share(source, settings, span)
    return segment.rule_on_blocks(source, settings.decisions, read, span)


def _with_profile(source: Source, settings: Settings) -> Outcome[Settings]:
    if settings.profile.name != AUTO:
        return Outcome(settings)
    chosen = segment.choose_profile(source)
    return Outcome(replace(settings, profile=chosen.value), chosen.diagnostics)


def _encoded(source: Source, record: Record, settings: Settings) -> Result:
    encoded = encode.encode(source, record, settings)
    data = write(encoded.value)
    root = parse(data, f"{record.id}.xml")
    differences = validate.certify(root, source.text, within=record.span)
    schema = validate.validate(root, schema=schema_path("conversation.rng"))
    return Result(
        record=record,
        document=encoded.value,
        data=data,
        certified=not differences,
        valid=not schema.reaches(Severity.ERROR),
        report=Report((*encoded.diagnostics, *differences, *schema.diagnostics)),
    )
