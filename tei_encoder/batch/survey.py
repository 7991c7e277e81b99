"""Looks through all files before anything is exported.

What a target insists on must be known of every record before the first is written;
names of packages must differ.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final

from tei_encoder.batch.export_job import ExportJob
from tei_encoder.batch.inputs import Input, bytes_of
from tei_encoder.batch.run import Work, run
from tei_encoder.decode import read_entry
from tei_encoder.errors import TeiEncoderError, defect
from tei_encoder.export import rules, target
from tei_encoder.export.file_names import Stems
from tei_encoder.export.given import completed
from tei_encoder.model.diagnostic import Diagnostic
from tei_encoder.model.metadata import Metadata
from tei_encoder.stages import ExportSettings
from tei_encoder.version import VERSION


@dataclass(frozen=True, slots=True)
class Question:
    """A file to look at, and what is known of it besides."""

    input: Input
    target: str
    metadata: Metadata = field(default_factory=Metadata)
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Surveyed:
    """What was found of a file: its id, its digest, and what the target misses.

    `missing` are names of requirements (see `export.requirements`); `words` is a date
    that has no other form.
    """

    question: Question
    id: str = ""
    digest: str = ""
    missing: tuple[str, ...] = ()
    words: str = ""
    error: TeiEncoderError | None = None


def survey(questions: Iterable[Question], *, processes: int = 1) -> Iterator[Surveyed]:
    """Look at every file, in order; whatever goes wrong is in the results."""
    return run(SURVEYING, questions, processes=processes)


def jobs_of(surveyed: Iterable[Surveyed]) -> Iterator[ExportJob]:
    """Give a job for each readable file, with a name that no other has."""
    stems = Stems()
    for found in surveyed:
        if found.error is None:
            name, numbered = stems.claim(found.id)
            question = found.question
            yield ExportJob(
                input=question.input,
                name=name,
                target=question.target,
                key=_key(found, name),
                metadata=question.metadata,
                date=question.date,
                findings=tuple(_findings(found, name, numbered=numbered)),
            )


def look(question: Question) -> Surveyed:
    """Look at one file; whatever goes wrong is in the result, never raised."""
    shown = question.input.shown
    try:
        data = bytes_of(question.input)
        entry = read_entry(data, question.input.name.stem)
    except TeiEncoderError as error:
        error.place = shown
        return Surveyed(question, error=error)
    except Exception as error:  # noqa: BLE001 - a defect in one file stops no other
        return Surveyed(question, error=defect(error, place=shown))
    entry = completed(entry, question.metadata)
    settings = ExportSettings(question.metadata.target, question.date)
    missing = target(question.target).missing(entry, settings)
    digest = sha256(data).hexdigest()
    in_words = entry.date if entry.date and not entry.date.when else None
    return Surveyed(
        question,
        entry.id,
        digest,
        tuple(requirement.name for requirement in missing),
        in_words.text if in_words else "",
    )


def _failed(question: Question, error: TeiEncoderError) -> Surveyed:
    return Surveyed(question, error=error)


#: looking, for `run`
SURVEYING: Final = Work(look, _failed, lambda question: question.input.shown)


def questions_of(
    inputs: Iterable[Input],
    name: str,
    metadata: Metadata,
    own: Mapping[Input, Metadata],
    date: str | None,
) -> Iterator[Question]:
    """Join each input with its row of a table, or with what is known of all."""
    for item in inputs:
        yield Question(item, name, own.get(item, metadata), date)


def _key(found: Surveyed, name: str) -> str:
    question = found.question
    parts = (
        VERSION,
        found.digest,
        name,
        question.target,
        repr(question.metadata),
        question.date,
    )
    return sha256(json.dumps(parts).encode()).hexdigest()


def _findings(found: Surveyed, name: str, *, numbered: bool) -> Iterator[Diagnostic]:
    if numbered:
        message = f"the id {found.id!r} is taken; exported as {name!r}"
        yield Diagnostic(rules.SHARED_ID, message, source=rules.SOURCE)
    if found.words:
        message = f"the date {found.words!r} stands in words alone"
        yield Diagnostic(rules.UNUSED_DATE, message, source=rules.SOURCE)
