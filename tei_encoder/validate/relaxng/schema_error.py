"""The error of a schema that cannot be used."""

from tei_encoder.errors import TeiEncoderError


class SchemaError(TeiEncoderError):
    """A RELAX NG schema is wrong, unreadable or reaches outside the file system.

    `place` is `file:line`; `section` names the part of the RELAX NG specification
    that is broken, where there is one (such as `4.18`).
    """

    def __init__(
        self,
        message: str,
        *,
        place: str | None = None,
        remedy: str | None = None,
        section: str | None = None,
    ) -> None:
        """Keep the section beside the usual three parts."""
        super().__init__(message, place=place, remedy=remedy)
        self.section = section
