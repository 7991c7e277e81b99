"""The time of day, in the one form that OAI-PMH knows (UTC, to the second)."""

import os
import time
from datetime import UTC, datetime

from tei_encoder.errors import ConfigurationError


def now() -> str:
    """Give the present time; SOURCE_DATE_EPOCH stands for it, where it is set.

    Raises `ConfigurationError` where that is no number of seconds.
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if not seconds:
        return stamp(time.time())
    try:
        return stamp(int(seconds))
    except (ValueError, OverflowError, OSError) as error:
        raise ConfigurationError(
            f"{seconds!r} is no number of seconds since 1970",
            place="SOURCE_DATE_EPOCH",
            remedy="unset it, or give a whole number",
        ) from error


def stamp(seconds: float) -> str:
    """Give a moment, in seconds since 1970, as `2024-05-01T12:00:00Z`."""
    moment = datetime.fromtimestamp(int(seconds), UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
