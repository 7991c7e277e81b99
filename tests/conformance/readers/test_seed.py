"""The seed, saved by other programs, gives the same speeches as its plain text."""

import gzip
from functools import cache
from pathlib import Path

import pytest

from tei_encoder import pipeline, readers
from tei_encoder.model.record import Utterance
from tei_encoder.stages import Settings

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"

#: files by other programs, under the name that they had before they were packed
FILES = ("web/seed-pandoc.html", "web/seed-writer.html", "web/seed.md")


def converted(path: Path, data: bytes) -> pipeline.Conversion:
    """Convert the bytes of a file."""
    return pipeline.convert(readers.read(data, path.name).value, Settings())


def speeches(conversion: pipeline.Conversion) -> list[tuple[tuple[str, ...], str]]:
    """Give speakers and words of each utterance, white space made one space."""
    text = conversion.parsed.source.text
    return [
        (part.speakers, " ".join(_words(part, text).split()))
        for result in conversion.results
        for part in result.record.parts
        if isinstance(part, Utterance)
    ]


def _words(part: Utterance, text: str) -> str:
    return " ".join(span.of(text) for one in part.content for span in one.spans)


@cache
def plain(seed: Path) -> list[tuple[tuple[str, ...], str]]:
    """Give the speeches of the plain text."""
    return speeches(converted(seed, seed.read_bytes()))


@pytest.mark.parametrize("name", FILES)
def test_the_seed_keeps_its_speeches(name: str, seed: Path) -> None:
    """The same 18 utterances with the same words, certified and valid."""
    data = gzip.decompress((FIXTURES / f"{name}.gz").read_bytes())
    conversion = converted(Path(name), data)
    assert plain(seed) == speeches(conversion)
    assert len(plain(seed)) == 18
    assert [True] == [result.sound for result in conversion.results]
