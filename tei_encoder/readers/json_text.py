"""JSON as it is written: numbers keep their digits, and errors name their line."""

import json
from typing import Any

from tei_encoder.errors import ReadError


class Number(str):
    """A number, or `NaN` and the like, as it is written."""

    __slots__ = ()


def parse_json(text: str, uri: str, *, line: int = 1) -> Any:  # noqa: ANN401 - JSON
    """Parse JSON; a number becomes the string that stands there, a `Number`.

    `line` is that on which `text` begins in the file.
    Raises `ReadError` with line and column.
    """
    try:
        return json.loads(
            text, parse_float=Number, parse_int=Number, parse_constant=Number
        )
    except json.JSONDecodeError as error:
        raise ReadError(
            f"not valid JSON: {error.msg}",
            place=f"{uri}:{error.lineno + line - 1}:{error.colno}",
            remedy="mend the file at that place",
        ) from error
    except RecursionError as error:
        raise ReadError(
            "JSON nested too deeply",
            place=f"{uri}:{line}",
            remedy="give a flatter file: an object for each turn",
        ) from error


def json_text(value: Any) -> str:  # noqa: ANN401 - JSON
    """Write JSON that was parsed: strings and numbers as they stood, null as nothing.

    Strings within lists and objects keep their quotes.
    """
    return "" if value is None else value if isinstance(value, str) else _written(value)


def _written(value: Any) -> str:  # noqa: ANN401 - JSON
    match value:
        case Number():
            return str(value)
        case dict():
            pairs = (
                f"{_written(key)}: {_written(item)}" for key, item in value.items()
            )
            return "{" + ", ".join(pairs) + "}"
        case list():
            return "[" + ", ".join(map(_written, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
