"""Verifies a TEI file against its text, or the file that the text was read from."""

from dataclasses import dataclass
from pathlib import Path

from tei_encoder import readers
from tei_encoder.cli.render import Findings, SourceText
from tei_encoder.errors import TeiEncoderError
from tei_encoder.model.diagnostic import Report, Severity
from tei_encoder.model.source import Source
from tei_encoder.validate import verify


@dataclass(frozen=True, slots=True)
class Proof:
    """What a TEI file is verified against: a file, and how it is read.

    Without a `format` it is what its content looks like, else the reading text.
    """

    path: Path
    format: str | None = None
    encoding: str | None = None


def verified(file: Path, proof: Proof) -> Findings:
    """Give the differences between a TEI file and its text; `valid` means certified.

    The text is read as `convert` would read it.
    """
    tei, data = file.read_bytes(), proof.path.read_bytes()
    source = _read(tei, data, proof)
    is_text = source.reader == "text"
    found = verify(
        tei,
        data if is_text else source.text.encode(),
        tei_name=str(file),
        text_name=str(proof.path),
        encoding=source.encoding if is_text else "utf-8",
    )
    return Findings(
        file=str(file),
        diagnostics=found,
        beside=SourceText(str(proof.path), source.text),
        xml=tei.decode("utf-8", "replace"),
        valid=not Report(found).reaches(Severity.ERROR),
    )


def _read(tei: bytes, data: bytes, proof: Proof) -> Source:
    """Read the text in the way that gives what the TEI records, if there is one.

    A reading text may look like another format, hence the second way.
    Raises what the reader raises where no way gives any text.
    """
    found: list[Source] = []
    failures: list[TeiEncoderError] = []
    for name in (proof.format,) if proof.format else (None, "text"):
        try:
            found.append(_source(data, proof, name))
        except TeiEncoderError as error:
            failures.append(error)
    if not found:
        raise failures[0]
    recorded = (one for one in found if one.text_sha256.encode() in tei)
    return next(recorded, found[0])


def _source(data: bytes, proof: Proof, name: str | None) -> Source:
    path = str(proof.path)
    return readers.read(data, path, format=name, encoding=proof.encoding).value
