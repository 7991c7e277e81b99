"""User name and password: from the environment or a prompt, never from arguments."""

import os
import re
import sys
from typing import Final

import click

from tei_encoder.errors import ConfigurationError
from tei_encoder.push import Credentials

USER: Final = "TEI_ENCODER_USER"
PASSWORD: Final = "TEI_ENCODER_PASSWORD"  # noqa: S105 - the variable, not a password

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")


def ask_credentials(user: str | None) -> Credentials:
    """Give who asks; what is not given is asked for on a terminal.

    An empty password in the environment is one. Raises `ConfigurationError` where
    there is nobody to ask.
    """
    name = user or _prompted("User name", USER, hidden=False)
    password = os.environ.get(PASSWORD)
    if password is None:
        password = _prompted(f"Password of {name}", PASSWORD, hidden=True)
    if ":" in name or _CONTROL.search(name + password):
        raise ConfigurationError(
            "user name or password hold what no server takes",
            place=f"{USER}, {PASSWORD}",
            remedy="leave out control characters and, in the name, colons",
        )
    return Credentials(name, password)


def _prompted(what: str, variable: str, *, hidden: bool) -> str:
    if not sys.stdin.isatty():
        raise ConfigurationError(
            f"nobody says the {what.lower()}",
            place=variable,
            remedy="set this variable in the environment, or call from a terminal",
        )
    default = "" if hidden else None  # eXist-db comes with an empty password
    answer: str = click.prompt(
        what, default, hide_input=hidden, show_default=False, err=True
    )
    return answer
