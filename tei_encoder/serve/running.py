"""Runs the server until somebody stops it (needs the extra `serve`)."""

import socket
from collections.abc import Callable
from contextlib import suppress
from typing import Final

import uvicorn

from tei_encoder.errors import OutputError
from tei_encoder.serve.application import application
from tei_encoder.serve.site import Site

#: seconds given to answers under way when the server is stopped
_PATIENCE: Final = 5
#: simultaneous connections; who comes later is told to try again
_CONNECTIONS: Final = 100
_WAITING: Final = 128


def listen(host: str, port: int) -> socket.socket:
    """Take a port (0: any that is free); raises `OutputError`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
    except (OSError, OverflowError) as error:
        made.close()
        reason = getattr(error, "strerror", None) or str(error)
        raise OutputError(
            f"cannot listen: {reason.lower()}",
            place=f"{host}:{port}",
            remedy="give another --port or --host",
        ) from error
    made.listen(_WAITING)
    return made


def address_of(listening: socket.socket) -> str:
    """Give the address of a server as people type it."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def run(site: Site, listening: socket.socket, ready: Callable[[], None]) -> None:
    """Serve until interrupted; `ready` is called when requests can come."""
    config = uvicorn.Config(
        application(site, ready),
        log_level="warning",
        access_log=False,
        server_header=False,
        limit_concurrency=_CONNECTIONS,
        timeout_graceful_shutdown=_PATIENCE,
    )
    server = uvicorn.Server(config)
    with suppress(KeyboardInterrupt):
        server.run(sockets=[listening])
