"""Runs jobs, in this process or in several, and gives the results in order."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import parent_process
from threading import Thread
from typing import Final, Generic, TypeVar

from tei_encoder.errors import TeiEncoderError

J = TypeVar("J")
R = TypeVar("R")

#: jobs handed out ahead, per process: enough to keep all busy, few enough for memory
_AHEAD: Final = 4


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
    waiting = deque(jobs)
    while waiting:
        yield from _until_broken(work, waiting, processes)
        if waiting:
            yield _alone(work, waiting.popleft())


def _until_broken(work: Work[J, R], waiting: deque[J], processes: int) -> Iterator[R]:
    """Work from the left of `waiting`; it keeps what a dying process left undone."""
    under_way: deque[tuple[J, Future[R]]] = deque()
    executor = ProcessPoolExecutor(processes, initializer=_serve)
    try:
        while waiting or under_way:
            while waiting and len(under_way) < processes * _AHEAD:
                under_way.append((waiting[0], executor.submit(work.do, waiting[0])))
                waiting.popleft()
            done = under_way[0][1].result()
            under_way.popleft()
            yield done
    except BrokenProcessPool:
        waiting.extendleft(job for job, _ in reversed(under_way))
    finally:
        executor.shutdown(cancel_futures=True)


def _alone(work: Work[J, R], job: J) -> R:
    """Do a job that was first in line when a process died."""
    with ProcessPoolExecutor(1, initializer=_serve) as executor:
        try:
            return executor.submit(work.do, job).result()
        except BrokenProcessPool:
            return work.killed(job)


def _serve() -> None:
    """Let the main process alone answer Ctrl-C, and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process when the main one is gone, however it went."""
    if parent := parent_process():
        parent.join()
        os._exit(1)
