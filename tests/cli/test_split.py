"""`--split`: several records in one file, each a TEI file of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from lxml import etree

from tei_encoder import Settings, convert, read

Cli = Callable[..., Result]

MINUTES = """\
Minutes of a talk between Ann Example and Bo Sample

{day} 1961

Ambassador Example: Good morning. How are you today?

Minister Sample: Very well, thank you. I had a long journey over the hills.

Ambassador Example: I am glad to hear it, and we may begin with the bridge.

Minister Sample: Shall we begin?

Typed by C. Clerk
"""
DAYS = ("3 May", "5 June", "7 July")


@pytest.fixture
def volume(tmp_path: Path) -> Path:
    """Give a file of three records."""
    text = "\n\n".join(MINUTES.format(day=day) for day in DAYS)
    (tmp_path / "volume.txt").write_text(text, encoding="utf-8")
    return Path("volume.txt")


def test_each_record_becomes_a_file(cli: Cli, volume: Path) -> None:
    """Ids and names are numbered; each is certified, also later."""
    result = cli("convert", volume, "-o", "out/")

    assert result.exit_code == 0
    names = [f"volume-{number}.xml" for number in (1, 2, 3)]
    assert sorted(path.name for path in Path("out").glob("*.xml")) == names
    for name, day in zip(names, DAYS, strict=True):
        root = etree.parse(Path("out", name)).getroot()
        assert root.get("{http://www.w3.org/XML/1998/namespace}id") == name[:-4]
        assert f"{day} 1961" in "".join(root.itertext())
        assert cli("verify", f"out/{name}", "--text", volume).exit_code == 0
    rows = Path("out/report.csv").read_text(encoding="utf-8").splitlines()
    assert [row.split(",")[1] for row in rows[1:]] == [name[:-4] for name in names]


def test_the_shares_of_the_certificates_are_the_text(cli: Cli, volume: Path) -> None:
    """Together the records cover the file; nothing is in two of them."""
    assert cli("segment", volume).exit_code == 0
    source = read(volume.read_bytes(), volume.name).value

    results = convert(source, Settings(record_id="volume")).results

    assert [True] * 3 == [result.sound for result in results]
    spans = [result.record.span for result in results]
    assert source.text == "".join(span.of(source.text) for span in spans)


def test_several_records_need_a_folder(cli: Cli, volume: Path) -> None:
    """Nothing is written to one file; the remedy names both ways out."""
    result = cli("convert", volume, "-o", "one.xml")

    assert (result.exit_code, Path("one.xml").exists()) == (2, False)
    assert "--split never" in result.stderr


def test_one_record_may_be_asked_for(cli: Cli, volume: Path) -> None:
    """`--split never` gives one file with all of the text."""
    result = cli("convert", volume, "-o", "one.xml", "--split", "never")

    assert result.exit_code == 0
    assert cli("verify", "one.xml", "--text", volume).exit_code == 0


def test_a_record_that_is_unchanged_is_skipped(cli: Cli, volume: Path) -> None:
    """The option counts among what the output depends on."""
    cli("convert", volume, "-o", "out/")

    assert "unchanged" in cli("convert", volume, "-o", "out/").stderr
    again = cli("convert", volume, "-o", "out/", "--split", "never")
    assert "unchanged" not in again.stderr


def test_segment_reads_each_record_for_itself(cli: Cli, volume: Path) -> None:
    """Every record has its title, also the last."""
    shown = cli("segment", volume).stdout

    assert shown.count("  title  ") == 3
    assert cli("segment", volume, "--split", "never").stdout.count("  title  ") < 3
