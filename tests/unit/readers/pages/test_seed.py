"""The seed, printed and recognized, is read as its plain text is."""

import gzip
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from tei_encoder.model.record import Utterance
from tei_encoder.model.source import Source
from tei_encoder.pipeline import convert
from tei_encoder.readers import read
from tei_encoder.stages import Settings, Split

SETTINGS = Settings(record_id="hoxha-baek-1966-09-07", split=Split.NEVER)


@pytest.fixture
def pages(root: Path) -> Path:
    """Give the folder of files made by real programs."""
    return root / "tests" / "fixtures" / "pages"


def source(path: Path) -> Source:
    """Read a file, compressed or not."""
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    return read(data, path.name.removesuffix(".gz")).value


def said(found: Source) -> list[tuple[str, str]]:
    """Give the label of every utterance, and its words without white space.

    A word parted at the end of a line has white space that the seed has not.
    """
    (result,) = convert(found, SETTINGS).results
    assert result.sound
    return [
        (
            part.label.of(found.text).rstrip(" :") if part.label else "",
            "".join("".join(s.of(found.text) for s in p.spans) for p in part.content),
        )
        for part in result.record.parts
        if isinstance(part, Utterance)
    ]


def bare(turns: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Take the white space out."""
    return [(" ".join(label.split()), "".join(words.split())) for label, words in turns]


@pytest.mark.parametrize("name", ["seed-writer.pdf", "seed-chromium.pdf"])
def test_printed_utterances_are_the_same(name: str, pages: Path, seed: Path) -> None:
    """18 utterances with the same speakers and letters, certified and valid."""
    pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
    expected = bare(said(read(seed.read_bytes(), seed.name).value))
    assert 18 == len(expected)
    assert expected == bare(said(source(pages / name)))


@pytest.mark.parametrize("name", ["seed.hocr.gz", "seed.alto.xml.gz"])
def test_recognized_utterances_are_nearly_the_same(
    name: str, pages: Path, seed: Path
) -> None:
    """18 utterances of the same speakers; one letter in 500 may be wrong."""
    expected = bare(said(read(seed.read_bytes(), seed.name).value))
    found = bare(said(source(pages / name)))
    assert [label for label, _ in expected] == [label for label, _ in found]
    for (_, printed), (_, recognized) in zip(expected, found, strict=True):
        matcher = SequenceMatcher(None, printed, recognized, autojunk=False)
        same = sum(block.size for block in matcher.get_matching_blocks())
        assert len(printed) - same <= 1 + len(printed) // 500
