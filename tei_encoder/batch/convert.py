"""Converts one input and keeps what the batch needs of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from tei_encoder import pipeline, readers
from tei_encoder.batch.inputs import bytes_of
from tei_encoder.batch.plan import Job
from tei_encoder.batch.run import Work
from tei_encoder.errors import TeiEncoderError, defect
from tei_encoder.model.block import Block, Field, Kind
from tei_encoder.model.diagnostic import Diagnostic, Outcome, Report
from tei_encoder.model.record import Utterance
from tei_encoder.model.source import Source
from tei_encoder.pipeline import Conversion, Result
from tei_encoder.readers.members import holds_others


@dataclass(frozen=True, slots=True)
class Product:
    """One record as TEI: the bytes, what was found, and figures for the report.

    `speakers` counts different speakers, `unclassified` blocks under no kind;
    `lowest_margin` is None where the page has no labelled block.
    """

    id: str
    data: bytes
    certified: bool
    valid: bool
    turns: int
    speakers: int
    unclassified: int
    lowest_margin: float | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def sound(self) -> bool:
        """Tell whether the TEI may be written."""
        return self.certified and self.valid


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a job: its records, or the error that prevented them.

    `diagnostics` are those on the page; `digest` is the SHA-256 of the bytes, empty
    where they could not be read.
    """

    job: Job
    digest: str = ""
    source: Source | None = None
    products: tuple[Product, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    error: TeiEncoderError | None = None

    @property
    def report(self) -> Report:
        """All findings, those on the page first."""
        own = tuple(d for product in self.products for d in product.diagnostics)
        return Report((*self.diagnostics, *own))

    @property
    def sound(self) -> bool:
        """Tell whether every record of the input may be written."""
        sound = all(product.sound for product in self.products)
        return self.error is None and bool(self.products) and sound


def data_of(job: Job) -> bytes:
    """Give the bytes of a job's input; raises `ReadError`."""
    return bytes_of(job.input) if job.data is None else job.data


def convert_job(job: Job) -> Done:
    """Convert one input; whatever goes wrong is in the result, never raised.

    A defect of ours in one file must not stop the others, hence the wide `except`.
    """
    try:
        return _converted(job)
    except TeiEncoderError as error:
        if error.place in {None, job.input.name.name}:
            error.place = job.input.shown
        return Done(job, error=error)
    except Exception as error:  # noqa: BLE001 - see above
        return Done(job, error=defect(error, place=job.input.shown))


def _failed(job: Job, error: TeiEncoderError) -> Done:
    return Done(job, error=error)


#: converting, for `run`
CONVERTING: Final = Work(convert_job, _failed, lambda job: job.input.shown)


def read_job(job: Job, data: bytes) -> Outcome[Source]:
    """Read the bytes of a job's input as it asks for; raises `ReadError`."""
    how = job.reading
    of_archive = job.input.member and holds_others(how.format)
    return readers.read(
        data,
        job.name,
        format=None if of_archive else how.format,
        encoding=how.encoding,
        options=how.options,
    )


def _converted(job: Job) -> Done:
    data = data_of(job)
    read = read_job(job, data)
    conversion = pipeline.convert(read.value, job.settings)
    return Done(
        job,
        sha256(data).hexdigest(),
        read.value,
        tuple(_products(conversion)),
        (*read.diagnostics, *conversion.parsed.diagnostics),
    )


def _products(conversion: Conversion) -> Iterator[Product]:
    for result in conversion.results:
        blocks = [b for b in conversion.parsed.blocks if b.span in result.record.span]
        margins = [b.margin for b in blocks if b.field is not Field.BLANK]
        turns = _turns(result)
        yield Product(
            id=result.record.id,
            data=result.data,
            certified=result.certified,
            valid=result.valid,
            turns=len(turns),
            speakers=len({who for turn in turns for who in turn.speakers}),
            unclassified=sum(map(_is_unclassified, blocks)),
            lowest_margin=min(margins, default=None),
            diagnostics=result.report.diagnostics,
        )


def _turns(result: Result) -> list[Utterance]:
    return [part for part in result.record.parts if isinstance(part, Utterance)]


def _is_unclassified(block: Block) -> bool:
    return block.kind is Kind.OTHER and block.field is None
