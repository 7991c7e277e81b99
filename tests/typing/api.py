"""The types of the public API, checked by mypy alone and never run."""

from pathlib import Path

from tei_encoder import (
    Conversion,
    Settings,
    Source,
    Speech,
    certify,
    convert,
    load_profile,
    read,
)
from tei_encoder.model.diagnostic import Diagnostic, Outcome

outcome: Outcome[Source] = read(b"A: yes", "a.txt", encoding="utf-8")
settings = Settings(profile=load_profile("generic"), speech=Speech.SP)
conversion: Conversion = convert(outcome.value, settings)
data: bytes = conversion.results[0].data
differences: tuple[Diagnostic, ...] = certify(
    conversion.results[0].document.root, outcome.value.text
)
written: int = Path("a.xml").write_bytes(data)
