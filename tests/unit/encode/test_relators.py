"""Codes for roles have an address where the Library of Congress gives one."""

import pytest

from tei_encoder.encode.relators import relator_address


@pytest.mark.parametrize("code", ["trl", "mtk", "abr", "wst"])
def test_a_known_code_has_an_address(code: str) -> None:
    """The address is that of the code list."""
    expected = f"http://id.loc.gov/vocabulary/relators/{code}"
    assert expected == relator_address(code)


@pytest.mark.parametrize("role", ["xyz", "TRL", "typist", "t l", "", "\n", "trl edt"])
def test_anything_else_has_none(role: str) -> None:
    """No address is made up of three letters that mean nothing there."""
    assert relator_address(role) is None
