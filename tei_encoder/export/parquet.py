"""Target `parquet`: the table of utterances, typed and by columns (extra `parquet`).

Columns are those of `csv` (see `utterances`); what is not known is null.
"""

from collections.abc import Iterable
from itertools import islice
from typing import BinaryIO, Final

from tei_encoder.errors import MissingExtraError
from tei_encoder.export.utterances import COLUMNS, utterance_rows
from tei_encoder.stages import Row, Table

try:
    import pyarrow as pa  # type: ignore[import-untyped]  # it has no types
    from pyarrow.parquet import ParquetWriter  # type: ignore[import-untyped]
except ImportError as error:
    raise MissingExtraError(
        "the target parquet needs pyarrow, which is not installed",
        remedy="pip install 'tei-encoder[parquet]'",
    ) from error

_NUMBERS: Final = frozenset({"n", "start", "end"})
#: rows of one row group: as many are in memory at a time
_GROUP: Final = 10_000


def write_parquet(
    rows: Iterable[Row], columns: tuple[str, ...], stream: BinaryIO
) -> None:
    """Write rows in groups; numbers are int64, all else is text."""
    schema = pa.schema([(name, _type(name)) for name in columns])
    waiting = iter(rows)
    with ParquetWriter(stream, schema, compression="zstd") as writer:
        while group := list(islice(waiting, _GROUP)):
            filled = [{name: row.get(name) for name in columns} for row in group]
            writer.write_table(pa.Table.from_pylist(filled, schema=schema))


def _type(name: str) -> pa.DataType:
    return pa.int64() if name in _NUMBERS else pa.string()


TABLE: Final = Table(
    "utterances.parquet", COLUMNS, utterance_rows, write_parquet, frozenset(COLUMNS)
)
