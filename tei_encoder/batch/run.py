"""Runs jobs, in this process or in several, and gives the results in order."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from tei_encoder.errors import TeiEncoderError

J = TypeVar("J")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Work(Generic[J, R]):
    """What is done with a job: `do` (a function of a module, for other processes).

    `do` puts whatever goes wrong into its result; `fail` makes the result of a job
    that killed its process, and `name` says which file it was.
    """

    do: Callable[[J], R]
    fail: Callable[[J, TeiEncoderError], R]
    name: Callable[[J], str]

    def killed(self, job: J) -> R:
        """Give the result of a job that killed its process."""
        error = TeiEncoderError(
            "the process that worked on this file was killed",
            place=self.name(job),
            remedy="most often memory ran out: try it alone, or with fewer --jobs",
        )
        return self.fail(job, error)


def run(work: Work[J, R], jobs: Iterable[J], *, processes: int = 1) -> Iterator[R]:
    """Do every job; results come in the order of the jobs.

    A job that kills its process (for want of memory) is reported as failed, and the
    others go on.
    """
    if processes <= 1:
        yield from map(work.do, jobs)
        return
    from tei_encoder.batch.processes import spread  # noqa: PLC0415 - 15 ms, rarely needed

    yield from spread(work, jobs, processes)
