"""Verifies a TEI file against its text."""

from pathlib import Path

from tei_encoder import readers
from tei_encoder.cli.render import Findings, SourceText
from tei_encoder.model.diagnostic import Report, Severity
from tei_encoder.validate import verify


def verified(file: Path, text: Path, encoding: str | None) -> Findings:
    """Give the differences between a TEI file and its text; `valid` means certified.

    The text is decoded as `convert` would decode it.
    """
    tei, data = file.read_bytes(), text.read_bytes()
    source = readers.read(data, str(text), format="text", encoding=encoding).value
    found = verify(
        tei,
        data,
        tei_name=str(file),
        text_name=str(text),
        encoding=source.encoding,
    )
    return Findings(
        file=str(file),
        diagnostics=found,
        beside=SourceText(str(text), source.text),
        xml=tei.decode("utf-8", "replace"),
        valid=not Report(found).reaches(Severity.ERROR),
    )
