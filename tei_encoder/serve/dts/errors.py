"""What a client is told when its request cannot be fulfilled."""

from http import HTTPStatus


class DtsError(Exception):
    """A request cannot be fulfilled; `status` is 400 or 404."""

    def __init__(self, status: HTTPStatus, message: str) -> None:
        """Keep both apart."""
        super().__init__(message)
        self.status = status
        self.message = message


def bad_request(message: str) -> DtsError:
    """Tell that the parameters contradict the specification."""
    return DtsError(HTTPStatus.BAD_REQUEST, message)


def not_found(message: str) -> DtsError:
    """Tell that something is asked for that is not there."""
    return DtsError(HTTPStatus.NOT_FOUND, message)
