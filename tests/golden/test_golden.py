"""Whole records with their blocks and TEI; every golden must itself be valid.

`pytest tests/golden --accept` rewrites them, for a person to review.
"""

import subprocess
from pathlib import Path

import pytest

from tei_encoder import Settings, Speech, certify, convert, read
from tei_encoder.model.block import Block, Field
from tei_encoder.pipeline import Conversion
from tei_encoder.tei.document import parse

FOLDER = Path(__file__).parent
SEED = FOLDER.parent.parent / "seeds" / "hoxha-baek-1966-09-07.txt"
RECORDS = sorted(
    path.name
    for path in FOLDER.iterdir()
    if path.is_dir() and path.name != "__pycache__"
)


def source_of(record: str) -> Path:
    """Give the text of a golden record; the seed's stays where it is kept."""
    own = FOLDER / record / "source.txt"
    return own if own.exists() else SEED


def converted(record: str, speech: Speech) -> Conversion:
    """Convert a golden record."""
    path = source_of(record)
    source = read(path.read_bytes(), path.name).value
    settings = Settings(speech=speech, record_id=record)
    return convert(source, settings)


def rows(blocks: tuple[Block, ...]) -> str:
    """Give blocks as lines of start, end, kind, field, label."""
    return "".join(
        "\t".join(
            (
                str(block.span.start),
                str(block.span.end),
                block.kind,
                block.field or "",
                f"{block.label.name.start},{block.label.name.end}"
                if block.label
                else "",
            )
        )
        + "\n"
        for block in blocks
        if block.field is not Field.BLANK
    )


@pytest.mark.parametrize("record", RECORDS)
@pytest.mark.parametrize("speech", Speech)
def test_golden(record: str, speech: Speech, request: pytest.FixtureRequest) -> None:
    """The record gives the same bytes as ever."""
    conversion = converted(record, speech)
    blocks = FOLDER / record / "blocks.tsv"
    expected = FOLDER / record / f"expected-{speech}.xml"
    if request.config.getoption("--accept"):
        blocks.write_text(rows(conversion.parsed.blocks), "utf-8")
        expected.write_bytes(conversion.results[0].data)

    assert blocks.read_text("utf-8") == rows(conversion.parsed.blocks)
    assert expected.read_bytes() == conversion.results[0].data


@pytest.mark.parametrize("record", RECORDS)
@pytest.mark.parametrize("speech", Speech)
def test_golden_is_certified(record: str, speech: Speech) -> None:
    """The golden accounts for every character of its text."""
    text = source_of(record).read_bytes().decode()
    root = parse((FOLDER / record / f"expected-{speech}.xml").read_bytes(), record)

    assert () == certify(root, text)


def test_goldens_are_valid_tei(tei_all: Path, jing: str) -> None:
    """Every golden is valid under the TEI Consortium's tei_all, says jing."""
    goldens = [str(path) for path in sorted(FOLDER.rglob("expected-*.xml"))]
    done = subprocess.run(
        [jing, str(tei_all), *goldens], capture_output=True, text=True, check=False
    )

    assert (0, "") == (done.returncode, done.stdout)
