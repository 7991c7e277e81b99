"""Fields of Dataverse's native JSON: primitive, of a controlled list, or compound."""

from collections.abc import Iterable, Mapping
from typing import Final

from tei_encoder.export.json_file import Json, each

Field = dict[str, Json]
_PRIMITIVE: Final = "primitive"
_CONTROLLED: Final = "controlledVocabulary"


def text(name: str, value: str | None, *, controlled: bool = False) -> Field | None:
    """Give a field of one value; None where there is none."""
    if not value:
        return None
    return _field(name, value, _CONTROLLED if controlled else _PRIMITIVE, several=False)


def multiple(
    name: str, values: Iterable[str | None], *, controlled: bool = False
) -> Field | None:
    """Give a field of several values; None where there is none."""
    told = each(values)
    kind = _CONTROLLED if controlled else _PRIMITIVE
    return _field(name, told, kind, several=True) if told else None


def compound(
    name: str,
    values: Iterable[Mapping[str, str | None]],
    controlled: frozenset[str] = frozenset(),
) -> Field | None:
    """Give a field of fields; their names begin with its own, keys are what follows."""
    return group(
        name,
        (
            {
                f"{name}{key}": text(f"{name}{key}", told, controlled=key in controlled)
                for key, told in value.items()
            }
            for value in values
        ),
    )


def group(name: str, values: Iterable[Mapping[str, Field | None]]) -> Field | None:
    """Give a field of fields by their names; None where all are empty."""
    kept = ({key: f for key, f in value.items() if f} for value in values)
    filled: list[Json] = [dict(value) for value in kept if value]
    return _field(name, filled, "compound", several=True) if filled else None


def words(*texts: str | None) -> str:
    """Give paragraphs as one text, each once."""
    return "\n".join(dict.fromkeys(text for text in texts if text))


def _field(name: str, value: Json, kind: str, *, several: bool) -> Field:
    return {"typeName": name, "multiple": several, "typeClass": kind, "value": value}
