"""Runs jobs, in this process or in several, and gives the results in order."""

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from tei_encoder.batch.convert import Done, convert_job
from tei_encoder.batch.plan import Job
from tei_encoder.errors import TeiEncoderError

#: jobs handed out ahead, per process: enough to keep all busy, few enough for memory
_AHEAD = 4


def run(jobs: Iterable[Job], *, processes: int = 1) -> Iterator[Done]:
    """Convert every job; results come in the order of the jobs.

    A job that kills its process (for want of memory) is reported as failed, and the
    others go on.
    """
    if processes <= 1:
        yield from map(convert_job, jobs)
        return
    waiting = deque(jobs)
    while waiting:
        yield from _until_broken(waiting, processes)
        if waiting:
            yield _alone(waiting.popleft())


def _until_broken(waiting: deque[Job], processes: int) -> Iterator[Done]:
    """Convert from the left of `waiting`; it keeps what a dying process left undone."""
    under_way: deque[tuple[Job, Future[Done]]] = deque()
    executor = ProcessPoolExecutor(processes, initializer=_leave_interrupts)
    try:
        while waiting or under_way:
            while waiting and len(under_way) < processes * _AHEAD:
                under_way.append((waiting[0], executor.submit(convert_job, waiting[0])))
                waiting.popleft()
            done = under_way[0][1].result()
            under_way.popleft()
            yield done
    except BrokenProcessPool:
        waiting.extendleft(job for job, _ in reversed(under_way))
    finally:
        executor.shutdown(cancel_futures=True)


def _alone(job: Job) -> Done:
    """Convert a job that was first in line when a process died."""
    with ProcessPoolExecutor(1, initializer=_leave_interrupts) as executor:
        try:
            return executor.submit(convert_job, job).result()
        except BrokenProcessPool:
            return Done(job, error=_killed(job))


def _killed(job: Job) -> TeiEncoderError:
    return TeiEncoderError(
        "the process that converted this file was killed",
        place=job.input.shown,
        remedy="most often memory ran out: try it alone, or with fewer --jobs",
    )


def _leave_interrupts() -> None:
    """Let the main process alone answer Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
