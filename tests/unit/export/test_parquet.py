"""What happens where pyarrow is not installed."""

import sys

import pytest

from tei_encoder.errors import MissingExtraError
from tei_encoder.export import load


def test_missing_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error comes before any file is read, and names the extra."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "tei_encoder.export.parquet", raising=False)

    with pytest.raises(MissingExtraError) as raised:
        load("parquet")
    assert "tei-encoder[parquet]" in (raised.value.remedy or "")
