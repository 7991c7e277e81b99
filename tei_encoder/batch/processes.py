"""Spreads jobs over several processes that end with the main one."""

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import parent_process
from threading import Thread
from typing import Final, TypeVar

from tei_encoder.batch.run import Work

J = TypeVar("J")
R = TypeVar("R")

#: jobs handed out ahead, per process: enough to keep all busy, few enough for memory
_AHEAD: Final = 4


def spread(work: Work[J, R], jobs: Iterable[J], processes: int) -> Iterator[R]:
    """Do every job in one of several processes; results come in the order of the jobs.

    A job that kills its process fails, and the others go on.
    """
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
