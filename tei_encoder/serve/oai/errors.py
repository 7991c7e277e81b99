"""What a provider answers to a request that it cannot fulfil (section 3.6)."""

from enum import StrEnum


class Code(StrEnum):
    """The codes of the protocol that this provider uses."""

    BAD_VERB = "badVerb"
    BAD_ARGUMENT = "badArgument"
    BAD_TOKEN = "badResumptionToken"  # noqa: S105 - a code of the protocol
    CANNOT_DISSEMINATE = "cannotDisseminateFormat"
    NO_SUCH_ID = "idDoesNotExist"
    NO_RECORDS = "noRecordsMatch"
    NO_SETS = "noSetHierarchy"


class OaiError(Exception):
    """A request cannot be fulfilled; `code` and `message` go to the harvester."""

    def __init__(self, code: Code, message: str) -> None:
        """Keep both apart."""
        super().__init__(message)
        self.code = code
        self.message = message
