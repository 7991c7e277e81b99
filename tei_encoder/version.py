"""The version of the software, which it writes into what it encodes."""

from typing import Final

VERSION: Final = "0.1.0"
