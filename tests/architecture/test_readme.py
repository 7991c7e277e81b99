"""The tables of README.md name what the program has, no more and no less."""

import re
from pathlib import Path

import pytest

from tei_encoder import export, profiles, readers
from tei_encoder.cli.app import COMMANDS
from tei_encoder.profiles.model import AUTO

#: what the table of a heading names; `tei` is what `convert` writes, a TOML file is a
#: house style without a name
TABLES = {
    "formats read": set(readers.READERS),
    "house styles": {AUTO, "FILE.toml", *profiles.names()},
    "targets": {"tei", *export.EXPORTERS},
    "command": set(COMMANDS),
}


def named(readme: str, heading: str) -> list[str]:
    """Give the names in the first column of the table with that heading."""
    table = readme.partition(f"\n| {heading} ")[2].partition("\n\n")[0]
    rows = table.splitlines()[2:]
    return [name for row in rows for name in re.findall(r"`(.+?)`", row.split("|")[1])]


@pytest.mark.parametrize("heading", TABLES)
def test_the_readme_names_all_that_there_is(root: Path, heading: str) -> None:
    """Formats, house styles, targets and commands stand in the README, each once."""
    readme = (root / "README.md").read_text("utf-8")

    assert sorted(TABLES[heading]) == sorted(named(readme, heading))
