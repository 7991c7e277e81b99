"""Citations of archives, and how a house style teaches another one."""

from hashlib import sha256
from pathlib import Path

import pytest

from tei_encoder.assemble import assemble
from tei_encoder.errors import ConfigurationError
from tei_encoder.model.block import Block, Field, Kind
from tei_encoder.model.description import Citation
from tei_encoder.model.metadata import Metadata
from tei_encoder.model.source import Source, Span
from tei_encoder.profiles import load
from tei_encoder.stages import Settings

LINES = [
    (
        "SAPMO-BA, DY 30, 2460.",
        "DY 30",
        [("fonds", "DY 30"), ("file", "2460")],
    ),
    (
        "TsKhSD, f. 89, per. 25, dok. 2",
        "f. 89",
        [("fonds", "f. 89"), ("series", "per. 25"), ("item", "dok. 2")],
    ),
    (
        "AVPRF, f. 0102, op. 7, p. 29, d. 47, l. 12-15",
        "f. 0102",
        [
            *(("fonds", "f. 0102"), ("series", "op. 7"), ("box", "p. 29")),
            *(("file", "d. 47"), ("pages", "l. 12-15")),
        ],
    ),
    (
        "ANIC, Central Committee, Chancellery, file no.72/1971, ff.10-58.",
        "Central Committee",
        [
            *(("series", "Chancellery"), ("file", "file no.72/1971")),
            ("pages", "ff.10-58"),
        ],
    ),
    (
        "TNA, FO 371/12345",
        "FO",
        [("series", "371"), ("file", "12345")],
    ),
]


def cited(line: str, profile: str = "generic") -> Citation:
    """Assemble a page that is nothing but a citation."""
    block = Block(Kind.SOURCE, Span(0, len(line)), "test", field=Field.CITATION)
    digest = sha256(line.encode()).hexdigest()
    source = Source("page.txt", line, digest, digest, "utf-8", "text")
    settings = Settings(load(profile), Metadata(language="en"))
    (record,) = assemble(source, (block,), settings).value
    citation = record.description.citation
    assert citation is not None
    return citation


@pytest.mark.parametrize(("line", "collection", "parts"), LINES)
def test_the_habits_of_an_archive_tell_the_levels(
    line: str, collection: str, parts: list[tuple[str, str]]
) -> None:
    """What a piece numbers is told by its word, its form or its place (3.1.4)."""
    citation = cited(line)
    assert citation.collection is not None
    assert collection == citation.collection.text
    assert parts == [(kind, part.text) for kind, part in citation.identifiers]
    for _, part in citation.identifiers:
        assert part.span is not None
        assert part.text == part.span.of(line)


def test_a_house_style_teaches_an_archive(tmp_path: Path) -> None:
    """`[citation.NAME]` in a profile gives names and levels of another archive."""
    line = "Harbour Vault, Letters, bay 7, sheaf 12"
    assert cited(line).repository is None
    path = tmp_path / "house.toml"
    path.write_text(
        'title = "House"\n[citation.vault]\nnames = ["Harbour Vault"]\n'
        'levels = ["fonds"]\nbox = ["bay"]\nfile = ["sheaf"]\n',
        "utf-8",
    )
    citation = cited(line, str(path))
    assert citation.repository is not None
    assert "Harbour Vault" == citation.repository.text
    assert [("box", "bay 7"), ("file", "sheaf 12")] == [
        (kind, part.text) for kind, part in citation.identifiers
    ]


def test_a_word_in_small_letters_is_no_archive() -> None:
    """`pro` is not the Public Record Office."""
    assert cited("pro memoria, FO 371/12345").repository is None


def test_an_unknown_level_is_refused(tmp_path: Path) -> None:
    """A level that ISAD(G) does not know is answered with file and proposal."""
    path = tmp_path / "house.toml"
    path.write_text('[citation.a]\nlevels = ["fond"]\n', "utf-8")
    with pytest.raises(ConfigurationError, match="fonds"):
        load(str(path))


def test_levels_are_lists(tmp_path: Path) -> None:
    """A string where a list belongs is answered with what to write."""
    path = tmp_path / "house.toml"
    path.write_text('[citation.a]\nlevels = "fonds"\n', "utf-8")
    with pytest.raises(ConfigurationError, match="list of strings"):
        load(str(path))
