"""Optional packages: imported when they are needed, and asked for when missing."""

from importlib import import_module
from typing import Any

from tei_encoder.errors import MissingExtraError


def require(module: str, extra: str, *, place: str) -> Any:  # noqa: ANN401 - a module, whatever it holds
    """Import an optional module; `place` is the file that needs it.

    Raises `MissingExtraError` naming the extra to install.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(
            f"needs {module.partition('.')[0]}, which is not installed",
            place=place,
            remedy=f"pip install 'tei-encoder[{extra}]'",
        ) from error
