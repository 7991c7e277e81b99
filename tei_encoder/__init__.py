"""Records of conversations to scholarly TEI P5, with nothing lost or invented.

The public names; each is imported when it is first asked for, so that
`tei-encoder --help` need not load an XML library.
`tei_encoder.decode` and `tei_encoder.validate` are packages with functions of
the same name.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from tei_encoder.version import VERSION

if TYPE_CHECKING:
    from tei_encoder.decisions import load_decisions
    from tei_encoder.errors import TeiEncoderError
    from tei_encoder.metadata import load_metadata
    from tei_encoder.model.decision import Decisions
    from tei_encoder.model.metadata import Metadata
    from tei_encoder.model.source import Source, Span
    from tei_encoder.pipeline import Conversion, Parsed, Result, convert, parse_record
    from tei_encoder.profiles import load as load_profile
    from tei_encoder.readers import read
    from tei_encoder.stages import Settings, Speech, Split
    from tei_encoder.validate import certify

__version__ = VERSION

_HOMES = {
    "Conversion": "tei_encoder.pipeline:Conversion",
    "Decisions": "tei_encoder.model.decision:Decisions",
    "Metadata": "tei_encoder.model.metadata:Metadata",
    "Parsed": "tei_encoder.pipeline:Parsed",
    "Result": "tei_encoder.pipeline:Result",
    "Settings": "tei_encoder.stages:Settings",
    "Source": "tei_encoder.model.source:Source",
    "Span": "tei_encoder.model.source:Span",
    "Speech": "tei_encoder.stages:Speech",
    "Split": "tei_encoder.stages:Split",
    "TeiEncoderError": "tei_encoder.errors:TeiEncoderError",
    "certify": "tei_encoder.validate:certify",
    "convert": "tei_encoder.pipeline:convert",
    "load_decisions": "tei_encoder.decisions:load_decisions",
    "load_metadata": "tei_encoder.metadata:load_metadata",
    "load_profile": "tei_encoder.profiles:load",
    "parse_record": "tei_encoder.pipeline:parse_record",
    "read": "tei_encoder.readers:read",
}

__all__ = [
    "Conversion",
    "Decisions",
    "Metadata",
    "Parsed",
    "Result",
    "Settings",
    "Source",
    "Span",
    "Speech",
    "Split",
    "TeiEncoderError",
    "__version__",
    "certify",
    "convert",
    "load_decisions",
    "load_metadata",
    "load_profile",
    "parse_record",
    "read",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - typed by the imports above
    """Import a public name from its home (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, _, attribute = _HOMES[name].partition(":")
    return getattr(import_module(module), attribute)
