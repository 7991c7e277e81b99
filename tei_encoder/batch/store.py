"""A folder of packages: what is ours is renewed, what is not is left alone."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from tei_encoder.batch.export_job import Exported, ExportJob
from tei_encoder.batch.export_ledger import ExportLedger, Made
from tei_encoder.batch.packages import (
    ASIDE,
    Shelf,
    digest_on_disk,
    package_digest,
    top_of,
)
from tei_encoder.errors import OutputError, TeiEncoderError
from tei_encoder.stages import Package


class Store:
    """The packages of one target in one folder."""

    def __init__(
        self, folder: Path, target: str, jobs: Iterable[ExportJob], *, again: bool
    ) -> None:
        """Open the folder; `again` allows writing over what others changed.

        Raises `OutputError` where it holds packages of another target.
        """
        self.folder, self.again = folder, again
        self.ledger = ExportLedger(folder, target)
        self.shelf = Shelf(folder, folder / ASIDE)
        paths = (job.input.path for job in jobs)
        self.inputs = {_identity(path) for path in paths if path and path.exists()}

    def is_unchanged(self, job: ExportJob) -> bool:
        """Tell whether an earlier run made this package, and it is as it was made."""
        made = self.ledger.made.get(job.name)
        if made is None or made.key != job.key:
            return False
        return digest_on_disk(self.folder, made.top) == made.digest

    def stored(self, done: Exported) -> Exported:
        """Write a package and forget its bytes; what prevents that is its error."""
        if done.package is None:
            return done
        try:
            self._store(done.job, done.package)
        except TeiEncoderError as error:
            return replace(done, error=error, package=None)
        return replace(done, package={})

    def close(self) -> None:
        """End the run."""
        self.shelf.close()
        self.ledger.tidy()

    def _store(self, job: ExportJob, package: Package) -> None:
        top, digest = top_of(package), package_digest(package)
        before = digest_on_disk(self.folder, top)
        if before != digest:
            if before is not None:
                self._check(job.name, top, before)
            self.shelf.put(package)
        self.ledger.add(job.name, Made(top, job.key, digest))

    def _check(self, name: str, top: str, digest: str) -> None:
        """Refuse to write over what is not ours, or was changed since."""
        path = self.folder / top
        if _identity(path) in self.inputs:
            raise OutputError(
                "an input would be overwritten",
                place=str(path),
                remedy="give another folder with -o",
            )
        made = self.ledger.made.get(name)
        ours = made is not None and (made.top, made.digest) == (top, digest)
        if not ours and not self.again:
            raise OutputError(
                "was not exported from here, or was changed since, and would be lost",
                place=str(path),
                remedy="move it away, or write over it with --again",
            )


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino
