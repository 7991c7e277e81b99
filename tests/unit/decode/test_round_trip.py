"""What is encoded from a source is decoded again, alike from both modes."""

import os
from dataclasses import fields
from pathlib import Path

import pytest

from tei_encoder.decode import Decoded, decode
from tei_encoder.model.description import Statement
from tei_encoder.model.record import Record, Utterance
from tei_encoder.pipeline import convert
from tei_encoder.profiles import load
from tei_encoder.readers import read
from tei_encoder.stages import Settings, Speech
from tei_encoder.tei.document import parse

SHARED = os.environ.get("TEI_ENCODER_SHARED")
pytestmark = pytest.mark.skipif(
    not SHARED, reason="TEI_ENCODER_SHARED names no folder of shared material"
)


@pytest.fixture(scope="module")
def seed() -> tuple[Record, Decoded, Decoded]:
    """Encode the seed in both modes; give the record and what is decoded of each."""
    (path,) = (Path(SHARED or "") / "seeds").glob("*.txt")
    source = read(path.read_bytes(), path.name).value
    decoded = []
    for speech in Speech:
        profile = load("wilson_center")
        settings = Settings(profile=profile, record_id="seed", speech=speech)
        (result,) = convert(source, settings).results
        decoded.append(decode(parse(result.data, "seed.xml")).value)
    return result.record, decoded[0], decoded[1]


def test_modes_are_equal(seed: tuple[Record, Decoded, Decoded]) -> None:
    """Both modes decode to the same value."""
    assert seed[1] == seed[2]


def test_turns(seed: tuple[Record, Decoded, Decoded]) -> None:
    """Speakers, labels and paragraphs are those of the record, with their spans."""
    record, decoded, _ = seed
    turns = [part for part in record.parts if isinstance(part, Utterance)]
    assert len(decoded.utterances) == len(turns)
    for turn, found in zip(turns, decoded.utterances, strict=True):
        assert found.speakers == turn.speakers
        assert found.label is not None
        assert found.label.spans == (turn.label,)
        assert [p.spans for p in found.content] == [p.spans for p in turn.content]
        assert [p.kind for p in found.content] == [p.kind for p in turn.content]


def test_description(seed: tuple[Record, Decoded, Decoded]) -> None:
    """Every single statement of the description comes back, words and date form."""
    record, decoded, _ = seed
    for field in fields(record.description):
        given = getattr(record.description, field.name)
        if isinstance(given, Statement):
            found = getattr(decoded.description, field.name)
            assert (found.text, found.when) == (given.text, given.when), field.name


def test_entities(seed: tuple[Record, Decoded, Decoded]) -> None:
    """Everybody comes back with id, kind, role and preferred name."""
    record, decoded, _ = seed
    for given in record.entities:
        found = decoded.entity(given.id)
        assert found is not None
        assert (found.kind, found.role) == (given.kind, given.role)
        assert found.names[0].text == given.names[0].text
