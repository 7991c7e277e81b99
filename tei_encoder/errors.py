"""Exceptions: the program could not do its job.

Everything about a text or its TEI is a `Diagnostic` instead (see `model.diagnostic`).
"""

import os


class TeiEncoderError(Exception):
    """The program could not do its job.

    `message` says what is wrong, `place` where (a file, `file:line` or an option)
    and `remedy` what to do about it.
    """

    def __init__(
        self, message: str, *, place: str | None = None, remedy: str | None = None
    ) -> None:
        """Keep the three parts apart so that any front end can lay them out."""
        super().__init__(message)
        self.message = message
        self.place = place
        self.remedy = remedy

    def __str__(self) -> str:
        """Give one line: place, message, remedy."""
        where = f"{self.place}: " if self.place else ""
        how = f" ({self.remedy})" if self.remedy else ""
        return f"{where}{self.message}{how}"


class ReadError(TeiEncoderError):
    """An input could not be read or decoded."""


class ConfigurationError(TeiEncoderError):
    """A profile, metadata or decisions file is wrong."""


class UnknownNameError(TeiEncoderError):
    """A profile, format, target, schema or rule of that name does not exist."""


class MissingExtraError(TeiEncoderError):
    """An optional part is needed that is not installed."""


class PluginError(TeiEncoderError):
    """A plug-in is registered twice or failed."""


class OutputError(TeiEncoderError):
    """A result could not be written where it was asked for."""


def defect(error: Exception, *, place: str | None = None) -> TeiEncoderError:
    """Make one of our errors of one that should not have happened.

    Raises `error` itself where TEI_ENCODER_DEBUG asks for tracebacks.
    """
    if os.environ.get("TEI_ENCODER_DEBUG"):
        raise error
    return TeiEncoderError(
        f"a defect of tei-encoder: {type(error).__name__}: {error}",
        place=place,
        remedy="please report it; TEI_ENCODER_DEBUG=1 shows where it happened",
    )
