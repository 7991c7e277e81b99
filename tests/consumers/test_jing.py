"""What jing says of our files under the TEI Consortium's tei_all."""

import subprocess
from pathlib import Path

import pytest

from tei_encoder import Settings, Speech, convert, read

#: of the gold texts, one in so many is enough by default
SAMPLE = 6


@pytest.fixture(
    params=[SAMPLE, pytest.param(1, marks=pytest.mark.slow)], ids=["sample", "all"]
)
def texts(request: pytest.FixtureRequest, shared: Path) -> list[Path]:
    """Give some of the gold texts, or all of them."""
    found = sorted((shared / "gold" / "texts").glob("*/*.txt"))
    return found[:: int(request.param)]


@pytest.mark.parametrize("speech", Speech)
def test_gold_texts_become_valid_tei(
    speech: Speech, texts: list[Path], tei_all: Path, jing: str, tmp_path: Path
) -> None:
    """The texts of the gold data become certified TEI that jing finds valid."""
    for path in texts:
        source = read(path.read_bytes(), path.name).value
        settings = Settings(speech=speech, record_id="r")
        for number, result in enumerate(convert(source, settings).results):
            assert result.certified, path.name
            assert result.valid, (path.name, result.report)
            (tmp_path / f"{path.parent.name}-{path.stem}-{number}.xml").write_bytes(
                result.data
            )
    files = [str(path) for path in sorted(tmp_path.glob("*.xml"))]
    done = subprocess.run(
        [jing, str(tei_all), *files], capture_output=True, text=True, check=False
    )

    assert (0, "") == (done.returncode, done.stdout)
