"""Reads many records, and writes what is made of them."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lxml import etree

from tei_encoder import pipeline, readers
from tei_encoder.batch.inputs import Input, bytes_of, find_inputs
from tei_encoder.batch.plan import record_id
from tei_encoder.batch.write import write_whole
from tei_encoder.cli.outcome import FAILURE, echo_error
from tei_encoder.cli.request import authority_of
from tei_encoder.corpus import (
    Member,
    check_ids,
    corpus_of,
    member_of,
    merge,
    personography,
    read_personography,
)
from tei_encoder.errors import ConfigurationError, OutputError
from tei_encoder.metadata.values import id_problem
from tei_encoder.model.authority import Authority
from tei_encoder.model.diagnostic import Severity
from tei_encoder.stages import Settings
from tei_encoder.tei.document import TeiDocument, parse, write
from tei_encoder.tei.names import TEI
from tei_encoder.tei.schemas import schema_path
from tei_encoder.validate import validate

#: of the files that are searched for in a folder
_SUFFIXES: Final = (".tei", ".xml")


def write_people(
    inputs: tuple[str, ...],
    output: Path | None,
    into: Path | None,
    authority: tuple[Path, ...],
    *,
    quiet: bool,
) -> None:
    """Write the personography of all inputs, and show who was joined, and why."""
    found = _inputs(inputs, output, into, *authority)
    members = list(_members(found, output, authority_of(authority)))
    check_ids(members)
    data = into.read_bytes() if into else b""
    tree, earlier = read_personography(data, into.name) if into else (None, [])
    merged = merge((a for m in members for a in m.appearances), earlier)
    made = _written(personography(merged.persons, tree))
    if not quiet:
        for person in merged.persons:
            for reason in person.reasons:
                echo_error(f"{person.id}: {reason}")
        for kept in merged.apart:
            echo_error(kept)
    _deliver(made, output)


@dataclass(frozen=True, slots=True)
class CorpusRequest:
    """The arguments and options of `corpus`, as click gives them."""

    inputs: tuple[str, ...]
    output: Path
    title: str
    identifier: str
    xinclude: bool


def write_corpus(asked: CorpusRequest) -> int:
    """Write the corpus of all inputs where it is valid; give the exit code."""
    if problem := id_problem(asked.identifier):
        raise ConfigurationError(problem, place="--id", remedy="give another")
    found = _inputs(asked.inputs, asked.output)
    members = list(_members(found, asked.output, None))
    made = corpus_of(members, title=asked.title, identifier=asked.identifier)
    whole = _written(made)
    root = parse(whole, asked.output.name)
    report = validate(root, schema=schema_path("conversation.rng"))
    for finding in report.diagnostics:
        echo_error(f"{finding.severity}[{finding.rule.code}]: {finding.message}")
    if report.reaches(Severity.ERROR):
        return FAILURE
    if asked.xinclude:
        made = corpus_of(
            members, title=asked.title, identifier=asked.identifier, include=True
        )
        whole = _written(made)
    _deliver(whole, asked.output)
    echo_error(f"{len(members)} records in {asked.output}")
    return 0


def _inputs(inputs: tuple[str, ...], *leave: Path | None) -> tuple[Input, ...]:
    """Give the inputs without the files that are written, or are no records."""
    left = {path.resolve() for path in leave if path}
    found = [
        item
        for item in find_inputs(inputs, suffixes=_SUFFIXES)
        if item.path is None or item.path.resolve() not in left
    ]
    if not found:
        raise ConfigurationError("no records", remedy="give files of TEI, or a folder")
    return tuple(found)


def _members(
    inputs: tuple[Input, ...], output: Path | None, authority: Authority | None
) -> Iterator[Member]:
    """Read TEI, and convert what is none, if `authority` is given for that."""
    for item in inputs:
        data = bytes_of(item)
        if f'"{TEI}"'.encode() in data or authority is None:
            yield member_of(data, item.shown, _path_from(item, output))
            continue
        source = readers.read(data, item.name.name).value
        settings = Settings(record_id=record_id(item.name.stem), authority=authority)
        for result in pipeline.convert(source, settings).results:
            yield member_of(result.data, item.shown)


def _path_from(item: Input, output: Path | None) -> str:
    """Give the path by which a file at `output` points to an input."""
    if item.path is None:
        return ""
    folder = output.resolve().parent if output else Path.cwd()
    return Path(os.path.relpath(item.path.resolve(), folder)).as_posix()


def _written(root: etree._Element) -> bytes:
    return write(TeiDocument(root, (), {}))


def _deliver(data: bytes, output: Path | None) -> None:
    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    if output.is_dir():
        raise OutputError("is a folder", place=str(output), remedy="give a file")
    write_whole(output, data)
