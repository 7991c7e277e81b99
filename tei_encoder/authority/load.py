"""Reads authority files, whichever format each has."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from tei_encoder.authority.entry import wrong
from tei_encoder.authority.json_list import entries_of_json
from tei_encoder.authority.table import entries_of_csv
from tei_encoder.authority.xml_file import entries_of_xml
from tei_encoder.model.authority import AuthorityEntry, AuthorityFile, AuthorityTable


def authority_file(path: Path) -> AuthorityFile:
    """Say which file this is, by its bytes too; it is read to see that it can be.

    Raises `ConfigurationError` with file and place.
    """
    file = AuthorityFile(str(path), sha256(_bytes(path)).hexdigest())
    _entries(file)
    return file


@cache
def load_table(files: tuple[AuthorityFile, ...]) -> AuthorityTable:
    """Give the entries of all files, in their order; each is read once a process.

    Raises `ConfigurationError` also where a file has changed since it was named.
    """
    return AuthorityTable(tuple(entry for file in files for entry in _entries(file)))


@cache
def _entries(file: AuthorityFile) -> tuple[AuthorityEntry, ...]:
    path = Path(file.path)
    data = _bytes(path)
    if sha256(data).hexdigest() != file.sha256:
        raise wrong("changed while it was in use", path.name, "run again")
    begin = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if begin == b"<":
        return tuple(entries_of_xml(data, path.name))
    if begin in {b"[", b"{"}:
        return tuple(entries_of_json(data, path.name))
    return tuple(entries_of_csv(data, path.name))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise wrong(
            f"cannot be read: {reason}", str(path), "check the path of the file"
        ) from error
