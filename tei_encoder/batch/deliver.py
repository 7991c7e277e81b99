"""Writes what a job gave: sound TEI alone, under names that nobody else has."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from tei_encoder.batch.convert import Done, Product
from tei_encoder.batch.plan import Job, numbered, text_path
from tei_encoder.batch.write import make_folder, write_whole
from tei_encoder.errors import OutputError, TeiEncoderError
from tei_encoder.model.source import Source


class Claims:
    """Which input has which id and which output; each belongs to one."""

    def __init__(self, jobs: Iterable[Job]) -> None:
        """Begin with what was planned."""
        self._owners: dict[str | Path, str] = {}
        for job in jobs:
            if job.output:
                self._owners[job.settings.record_id] = job.name
                self._owners[job.output] = job.name

    def claim(self, key: str | Path, name: str) -> None:
        """Take an id or an output for an input; raises `OutputError` when taken."""
        owner = self._owners.setdefault(key, name)
        if owner != name:
            raise OutputError(
                f"{owner} has {str(key)!r} already",
                place=name,
                remedy="rename one of the two, or give ids in a CSV of metadata",
            )


def delivered(
    done: Done, claims: Claims, *, save_text: bool
) -> tuple[Done, list[Path]]:
    """Write the sound records of a job and give the files written.

    Where writing fails, the job comes back with the error.
    """
    written: list[Path] = []
    try:
        for path, data in _files(done, claims, save_text=save_text):
            make_folder(path.parent)
            write_whole(path, data)
            written.append(path)
    except TeiEncoderError as error:
        return replace(done, error=error), written
    return done, written


def text_bytes(source: Source) -> bytes:
    """Give the reading text in UTF-8, so that reading it gives the same text.

    A text that begins with U+FEFF gets a byte order mark before it: readers take
    the first one for a mark.
    """
    marked = source.text.startswith("\ufeff")
    return source.text.encode("utf-8-sig" if marked else "utf-8")


def _files(
    done: Done, claims: Claims, *, save_text: bool
) -> Iterator[tuple[Path, bytes]]:
    output = done.job.output
    if output is None:
        return
    name = done.job.name
    sound = list(_sound(done, output))
    for product, path in sound:
        claims.claim(product.id, name)
        claims.claim(path, name)
    yield from ((path, product.data) for product, path in sound)
    if save_text and sound and done.source:
        yield text_path(output), text_bytes(done.source)


def _sound(done: Done, output: Path) -> Iterator[tuple[Product, Path]]:
    several = len(done.products) > 1
    for number, product in enumerate(done.products, start=1):
        if product.sound:
            yield product, numbered(output, number) if several else output
