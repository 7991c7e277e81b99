"""What can go wrong between here and a server."""

from tei_encoder.errors import TeiEncoderError


class ServerError(TeiEncoderError):
    """The server refused a request, or answered what it should not."""


class RefusalError(ServerError):
    """The server understood a request, and does not do it."""


class AccessError(ServerError):
    """The server does not know the user, or does not allow them this."""


class UnreachableError(ServerError):
    """The server cannot be reached, fell silent or went away."""


def unreachable(place: str, error: Exception) -> UnreachableError:
    """Make an error of what the network said; `place` is the address."""
    if isinstance(error, TimeoutError):
        return UnreachableError(
            "the server did not answer in time",
            place=place,
            remedy="see whether it is busy, or give it longer with --timeout; the "
            "same command takes up where this one stopped",
        )
    reason = getattr(error, "strerror", None) or str(error) or "it went away"
    return UnreachableError(
        f"the server cannot be reached: {str(reason).lower()}",
        place=place,
        remedy="see whether it runs and the address is right; the same command takes "
        "up where this one stopped",
    )
