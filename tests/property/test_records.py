"""What holds for any record: valid, certified, its pointers sound, the same twice."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree
from strategies import pages
from strategies import settings as asked

from tei_encoder.decode import decode
from tei_encoder.encode import encode
from tei_encoder.model.record import Record
from tei_encoder.model.source import Source
from tei_encoder.stages import Settings, Speech
from tei_encoder.tei.document import parse, write
from tei_encoder.tei.names import XML_ID
from tei_encoder.tei.schemas import schema_path
from tei_encoder.validate import certify, validate

SHARED = os.environ.get("TEI_ENCODER_SHARED")
TEI_ALL = Path(SHARED or "", "schemas", "tei_all-4.12.0.rng")
#: records are big: drawing one takes longer than checking it
unhurried = settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def encoded(page: tuple[Source, Record], given_settings: Settings) -> bytes:
    """Encode and write."""
    source, record = page
    return write(encode(source, record, given_settings).value)


@unhurried
@given(pages(), asked())
def test_any_record_is_certified_and_valid(
    page: tuple[Source, Record], chosen: Settings
) -> None:
    """No character is lost, and our schema, Schematron and pointers find no error."""
    source, record = page
    root = parse(encoded(page, chosen), "any.xml")
    errors = validate(root, schema=schema_path("conversation.rng")).diagnostics

    assert () == certify(root, source.text, within=record.span)
    assert [] == [e.message for e in errors if e.severity == "error"]


@pytest.mark.skipif(not TEI_ALL.is_file(), reason="TEI_ENCODER_SHARED has no tei_all")
@unhurried
@given(pages(), asked())
def test_any_record_is_valid_under_tei_all(
    page: tuple[Source, Record], chosen: Settings
) -> None:
    """The schema of the TEI Consortium finds no error either."""
    root = parse(encoded(page, chosen), "any.xml")
    errors = validate(root, schema=TEI_ALL).diagnostics

    assert [] == [e.message for e in errors if e.severity == "error"]


@settings(unhurried, max_examples=25)
@given(pages(), asked())
def test_same_record_same_bytes(page: tuple[Source, Record], chosen: Settings) -> None:
    """Two runs give the same file."""
    assert encoded(page, chosen) == encoded(page, chosen)


@settings(unhurried, max_examples=25)
@given(pages(), asked())
def test_what_is_written_is_what_was_made(
    page: tuple[Source, Record], chosen: Settings
) -> None:
    """Reading the file gives the tree, and `spans` names its elements."""
    document = encode(*page, chosen).value
    root = parse(write(document), "any.xml")

    assert etree.tostring(document.root) == etree.tostring(root)
    assert set(document.spans) <= {e.get(XML_ID) for e in root.iter()}


@settings(unhurried, max_examples=40)
@given(pages(), asked())
def test_both_modes_say_the_same(page: tuple[Source, Record], chosen: Settings) -> None:
    """Utterances and performance text are read back as one and the same record."""
    first, second = (
        decode(parse(encoded(page, replace(chosen, speech=speech)), "any.xml")).value
        for speech in Speech
    )

    assert first == second
