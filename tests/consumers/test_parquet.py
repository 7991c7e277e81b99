"""What pyarrow, which pandas and DuckDB read alike, finds in our Parquet file."""

import io
from collections.abc import Callable, Mapping

import pytest

from tei_encoder.export.utterances import COLUMNS
from tei_encoder.model.holding import Holding

Make = Callable[..., Mapping[str, bytes]]
Hold = Callable[..., Holding]

pyarrow = pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
parquet = pytest.importorskip("pyarrow.parquet")


def test_every_utterance_arrives(hold: Hold, make: Make, seed_tei: bytes) -> None:
    """Each utterance of two records is a row with all that was decoded."""
    one, two = hold(seed_tei), hold(seed_tei, "other")
    (data,) = make("parquet", one, two).values()
    rows = parquet.read_table(io.BytesIO(data)).to_pylist()
    spoken = [u for holding in (one, two) for u in holding.decoded.utterances]

    assert [u.text for u in spoken] == [row["text"] for row in rows]
    assert [u.number for u in spoken] == [row["n"] for row in rows]
    assert {"1966-09-07"} == {row["date"] for row in rows}
    assert "" not in {cell for row in rows for cell in row.values()}


def test_types_hold_without_rows(make: Make, hold: Hold) -> None:
    """A record without utterances leaves a table of no rows and the same columns."""
    silent = b"<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><p/></body></text>"
    (data,) = make("parquet", hold(silent + b"</TEI>")).values()
    schema = parquet.read_table(io.BytesIO(data)).schema

    assert list(COLUMNS) == schema.names
    assert {"n", "start", "end"} == {
        field.name for field in schema if field.type == pyarrow.int64()
    }


def test_many_groups(make: Make, hold: Hold, seed_tei: bytes) -> None:
    """A table longer than a row group holds every row once, in order."""
    holding = hold(seed_tei)
    spoken = len(holding.decoded.utterances)
    times = 10_000 // spoken + 2
    (data,) = make("parquet", *([holding] * times)).values()
    file = parquet.ParquetFile(io.BytesIO(data))

    assert 2 == file.num_row_groups
    assert [u.number for u in holding.decoded.utterances] * times == file.read()[
        "n"
    ].to_pylist()
