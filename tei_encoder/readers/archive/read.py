"""Reads an archive that holds a single record."""

from collections.abc import Callable

from tei_encoder.errors import ReadError
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.source import Source
from tei_encoder.readers.archive import tar_file, zip_file
from tei_encoder.readers.members import Members, is_archive, meant


def read_zip(data: bytes, uri: str, *, encoding: str | None = None) -> Outcome[Source]:
    """Read the one record in a zip archive (see `convert` for many).

    Raises `ReadError` where it holds none, or several.
    """
    return _single(zip_file.open_archive, data, uri, encoding)


def read_tar(data: bytes, uri: str, *, encoding: str | None = None) -> Outcome[Source]:
    """Read the one record in a tar archive, packed or not (see `convert` for many).

    Raises `ReadError` where it holds none, or several.
    """
    return _single(tar_file.open_archive, data, uri, encoding)


def _single(
    opened: Callable[[bytes, str], Members],
    data: bytes,
    uri: str,
    encoding: str | None,
) -> Outcome[Source]:
    from tei_encoder.readers import read  # noqa: PLC0415 - which may read any format

    archive = opened(data, uri)
    names = meant(archive.names())
    if len(names) != 1:
        count = f"{len(names)} records" if names else "no record"
        raise ReadError(
            f"the archive holds {count}, not one",
            place=uri,
            remedy="convert the archive into a folder (-o), or unpack it"
            if names
            else "give an archive with records of the formats that `formats` lists",
        )
    content = archive.read(names[0])
    if is_archive(content):
        raise nested(f"{uri}/{names[0]}")
    return read(content, names[0], encoding=encoding)


def nested(place: str) -> ReadError:
    """Say that an archive in an archive is not opened."""
    return ReadError(
        "an archive within an archive is not opened",
        place=place,
        remedy="unpack the outer one first",
    )
