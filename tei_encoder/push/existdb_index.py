"""What eXist-db is told of our records: indexes, and facets to choose by."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

_FILES: Final = Path(__file__).parent / "existdb_files"
#: stands in every configuration of ours, and before the digest of its module
_MARK: Final = b"written by tei-encoder"


@cache
def module() -> bytes:
    """Give index.xql, which says what the facets of a record are."""
    return (_FILES / "index.xql").read_bytes()


@cache
def installation() -> bytes:
    """Give pre-install.xql, which stores the configuration of a package."""
    return (_FILES / "pre-install.xql").read_bytes()


@cache
def configuration() -> bytes:
    """Give collection.xconf; it changes with the module, so that eXist notices."""
    text = (_FILES / "collection.xconf").read_bytes()
    digest = sha256(module()).hexdigest().encode()
    comment = b"<!-- " + _MARK + b" for index.xql " + digest + b" -->"
    return comment + b"\n" + text


def is_ours(xconf: bytes) -> bool:
    """Tell whether a configuration that a server holds was written by us."""
    return _MARK in xconf
