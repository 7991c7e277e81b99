"""Profiles are data: built in, from a user's file, with exact messages."""

from pathlib import Path

import pytest

from tei_encoder.errors import ConfigurationError, UnknownNameError
from tei_encoder.model.block import Kind
from tei_encoder.profiles import load, names


@pytest.mark.parametrize("name", names())
def test_every_profile_loads_and_has_a_title(name: str) -> None:
    """Each built-in profile names kinds that exist and the costs of the plan."""
    profile = load(name)
    assert profile.title
    kinds = {kind for zone in profile.zones.values() for kind in zone}
    assert kinds <= set(map(str, Kind))
    assert {"stray", "no_speaker", "front_body"} <= set(profile.costs)


def test_ten_lines_make_a_profile(tmp_path: Path) -> None:
    """A user's file adds phrases to the generic profile and keeps its plan."""
    path = tmp_path / "house.toml"
    path.write_text('title = "House"\n[phrases]\npersons = ["warden"]\n', "utf-8")
    profile = load(str(path))
    assert "house" == profile.name
    assert ("warden",) == profile.phrases["persons"]
    assert load("generic").zones == profile.zones


def test_an_unknown_name_gives_the_nearest_one() -> None:
    """A mistyped profile is answered with a proposal."""
    with pytest.raises(UnknownNameError, match="did you mean 'parliament'"):
        load("parlament")


def test_an_unknown_key_is_named_with_its_line(tmp_path: Path) -> None:
    """A key that nobody reads is refused with file, line and proposal."""
    path = tmp_path / "house.toml"
    path.write_text('title = "House"\nphrase = 1\n', "utf-8")
    with pytest.raises(ConfigurationError, match=r"house\.toml:2.*phrases"):
        load(str(path))


def test_an_unknown_kind_in_a_zone_is_refused(tmp_path: Path) -> None:
    """A zone holds kinds of blocks and nothing else."""
    path = tmp_path / "house.toml"
    path.write_text('[zones]\nfront = ["titel"]\n', "utf-8")
    with pytest.raises(ConfigurationError, match="title"):
        load(str(path))


def test_phrases_are_lists(tmp_path: Path) -> None:
    """A string where a list belongs is answered with what to write."""
    path = tmp_path / "house.toml"
    path.write_text('[phrases]\npersons = "warden"\n', "utf-8")
    with pytest.raises(ConfigurationError, match="no list of strings"):
        load(str(path))
