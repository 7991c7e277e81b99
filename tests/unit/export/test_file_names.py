"""Names of files that every system takes."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_encoder.export.file_names import LONGEST, Stems, coded, safe_stem


@given(name=st.text())
def test_any_name_becomes_safe(name: str) -> None:
    """A stem is ASCII, lowercase, not empty, not too long, and stays as it is."""
    stem = safe_stem(name)

    assert stem.isascii()
    assert stem.replace("-", "a").isalnum()
    assert stem == stem.lower()
    assert 0 < len(stem) <= LONGEST + len("-record")
    assert stem[0] != "-" != stem[-1]
    assert stem == safe_stem(stem)


@given(names=st.lists(st.text(max_size=3)))
def test_no_stem_is_given_twice(names: list[str]) -> None:
    """However alike the names, their stems differ."""
    stems = Stems()
    given_out = [stems.claim(name)[0] for name in names]

    assert len(set(given_out)) == len(given_out)


def test_numbered_stems_are_told() -> None:
    """Who comes second learns it; a stem that looks numbered is not taken twice."""
    stems = Stems()

    assert ("a", False) == stems.claim("A")
    assert ("a-2", False) == stems.claim("a-2")
    assert ("a-3", True) == stems.claim("a")


def test_scripts_are_romanized() -> None:
    """With anyascii, letters of any script are romanized."""
    pytest.importorskip("anyascii", reason="the extra slugs is not installed")

    assert "beseda-1966" == safe_stem("Беседа 1966")
    assert "tirane" == safe_stem("Tiranë")


def test_without_anyascii(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it, accents fall away and other letters become code points."""
    monkeypatch.setitem(sys.modules, "anyascii", None)

    assert "tirane-u0411" == safe_stem("Tiranë Б")
    assert "e-u0411" == coded("éБ")


def test_names_of_devices() -> None:
    """A name that Windows keeps for a device is no stem."""
    assert "con-record" == safe_stem("CON")
    assert "console" == safe_stem("console")
