"""Jobs run in one process or several; results come in order."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path, PurePosixPath

from tei_encoder.batch.convert import CONVERTING, Done, convert_job
from tei_encoder.batch.inputs import Input
from tei_encoder.batch.plan import Job, Reading
from tei_encoder.batch.run import run
from tei_encoder.profiles import load
from tei_encoder.stages import Settings

TEXT = """\
Ambassador Example: Good morning, how are you?

Minister Sample: Very well.

Ambassador Example: I am glad.

"""


def job(folder: Path, name: str, text: str = TEXT) -> Job:
    """Make a job of a text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    settings = Settings(load("generic"), record_id=path.stem)
    return Job(Input(path, PurePosixPath(name)), settings, Reading(), None)


def test_results_come_in_the_order_of_the_jobs(tmp_path: Path) -> None:
    """Two processes give what one gives, in the same order."""
    jobs = [job(tmp_path, f"r{n}.txt", TEXT * (12 - n)) for n in range(12)]
    one = [(d.job.name, d.products[0].data) for d in run(CONVERTING, jobs)]
    two = [(d.job.name, d.products[0].data) for d in run(CONVERTING, jobs, processes=2)]
    assert one == two
    assert [name for name, _ in two] == [j.name for j in jobs]


def test_a_bad_input_does_not_stop_the_others(tmp_path: Path) -> None:
    """An empty file fails alone, with its path."""
    jobs = [job(tmp_path, "a.txt"), job(tmp_path, "b.txt", ""), job(tmp_path, "c.txt")]
    done = list(run(CONVERTING, jobs))
    assert [d.sound for d in done] == [True, False, True]
    assert done[1].error is not None
    assert done[1].error.place == str(tmp_path / "b.txt")


def test_figures_of_a_record_are_kept(tmp_path: Path) -> None:
    """Turns, speakers and verdicts of a plain dialogue."""
    (product,) = convert_job(job(tmp_path, "a.txt")).products
    figures = (product.id, product.turns, product.speakers, product.sound)
    assert figures == ("a", 3, 2, True)


def _dies(job: Job) -> Done:
    if job.name == "die.txt":
        os._exit(9)
    return convert_job(job)


def test_a_killed_process_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    """A job that takes its process with it fails; its neighbours do not."""
    work = replace(CONVERTING, do=_dies)
    names = ["a.txt", "die.txt", "b.txt", "c.txt"]
    jobs = [job(tmp_path, name) for name in names]
    done = list(run(work, jobs, processes=2))
    assert [d.job.name for d in done] == names
    assert [d.sound for d in done] == [True, False, True, True]
    assert "was killed" in str(done[1].error)


ENDLESS = """\
import os, time
from tei_encoder.batch.run import Work, run

def wait(job):
    os.write(1, b"%d" % job)
    time.sleep(600)

list(run(Work(wait, None, str), range(2), processes=2))
"""


def test_processes_end_with_the_main_one() -> None:
    """Where the main process is killed, nobody holds its standard output open."""
    main = subprocess.Popen([sys.executable, "-c", ENDLESS], stdout=subprocess.PIPE)
    assert main.stdout is not None
    begun = {main.stdout.read(1) for _ in range(2)}
    main.kill()
    assert (begun, main.communicate(timeout=30)[0]) == ({b"0", b"1"}, b"")
