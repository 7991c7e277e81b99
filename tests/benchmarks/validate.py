"""Validation beside jing, libxml2 and the prototype, over real documents, in one run.

Run it by hand: `python tests/benchmarks/validate.py [--documents 10000]`; it prints a
Markdown table. TEI_ENCODER_SHARED names the folder with the documents and the schema.
Engines run in processes of their own, one after the other; nothing here is a test.
"""

import argparse
import importlib.util
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SHARED = Path(os.environ.get("TEI_ENCODER_SHARED", ""))
SCHEMA = SHARED / "schemas" / "tei_all-4.12.0.rng"
DOCUMENTS = SHARED / "tei" / "docs"
PROTOTYPE = SHARED / "prototypes" / "relaxng_derivatives.py"
COMMAND = Path(sys.executable).with_name("tei-encoder")
#: seconds after which an engine is given up
PATIENCE = 120
JING_ERROR = re.compile(r"^(.+\.xml):(\d+):\d+: (?:error|fatal)", re.MULTILINE)
XMLLINT_ERROR = re.compile(r"^(.+\.xml) fails to validate", re.MULTILINE)


@dataclass(frozen=True)
class Run:
    """A process that has ended: seconds, peak memory in MB, and what it printed."""

    wall: float
    cpu: float
    memory: float
    output: str
    ended: bool = True


def process(*command: object, seconds: float = PATIENCE) -> Run:
    """Run a command and measure it, its children included in its processor time."""
    with tempfile.TemporaryFile("w+") as output:
        start = time.perf_counter()
        child = subprocess.Popen(
            list(map(str, command)), stdout=output, stderr=subprocess.STDOUT
        )
        ended = _wait(child, start + seconds)
        _, _, usage = os.wait4(child.pid, 0)
        child.returncode = 0
        wall = time.perf_counter() - start
        output.seek(0)
        text = output.read()
    cpu = usage.ru_utime + usage.ru_stime
    return Run(wall, cpu, usage.ru_maxrss / 1024, text, ended)


def _wait(child: "subprocess.Popen[bytes]", until: float) -> bool:
    """Wait for a process to end without collecting it; kill it when it takes long."""
    while time.perf_counter() < until:
        if os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            return True
        time.sleep(0.001)
    os.kill(child.pid, 9)
    return False


def engine(name: str, *files: Path, rounds: int = 1) -> Run:
    """Run one of our engines (see `work`) over files in a process of its own."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as listed:
        json.dump([str(file) for file in files], listed)
        listed.flush()
        here = Path(__file__).resolve()
        return process(
            *(sys.executable, here, "--work", name, listed.name),
            *("--rounds", rounds),
            seconds=10 * PATIENCE,
        )


def work(name: str, listed: Path, rounds: int) -> None:
    """Validate files with an engine; print line of the first error and time of each."""
    from lxml import etree  # noqa: PLC0415 - its import is part of a cold process

    first_error = {"ours": _ours, "prototype": _prototype}[name]()
    parser = etree.XMLParser(huge_tree=True, no_network=True, collect_ids=False)
    for _ in range(rounds):
        for file in json.loads(listed.read_text()):
            start = time.perf_counter()
            line = first_error(etree.parse(file, parser).getroot())
            seconds = time.perf_counter() - start
            if rounds == 1:
                sys.stdout.write(f"{json.dumps([file, line, seconds])}\n")


def _ours() -> Any:  # noqa: ANN401 - a function of a tree to a line
    from tei_encoder.validate.relaxng import load_schema  # noqa: PLC0415

    schema = load_schema(SCHEMA)

    def first_error(root: Any) -> int | None:  # noqa: ANN401 - a tree
        violations = schema.validate(root)
        return violations[0].line if violations else None

    return first_error


def _prototype() -> Any:  # noqa: ANN401 - as above
    spec = importlib.util.spec_from_file_location("prototype", PROTOTYPE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.setrecursionlimit(10_000)
    spec.loader.exec_module(module)
    module.load(str(SCHEMA))
    return lambda root: None if module.validate(root) else 0


def found(run: Run) -> dict[str, int | None]:
    """Give the line of the first error by file, None for a valid one."""
    lines = (json.loads(line) for line in run.output.splitlines())
    return {file: line for file, line, _ in lines}


def first_lines(pattern: re.Pattern[str], output: str) -> dict[str, int]:
    """Give the line of the first error by file, from the output of a rival."""
    lines: dict[str, int] = {}
    for match in pattern.finditer(output):
        lines.setdefault(match[1], int(match[2]) if pattern.groups > 1 else 0)
    return lines


def row(*cells: str) -> None:
    """Print a row of the table."""
    sys.stdout.write("| " + " | ".join(cells) + " |\n")
    sys.stdout.flush()


def agreement(ours: dict[str, int | None], jing: dict[str, int]) -> Iterator[str]:
    """Print how often verdict and first line are jing's; give the documents apart."""
    same = [file for file, line in ours.items() if (line is None) == (file not in jing)]
    row("verdicts equal to jing's", f"{len(same)} of {len(ours)}")
    invalid = {file: line for file, line in ours.items() if line and file in jing}
    equal = [file for file, line in invalid.items() if jing[file] == line]
    share = 100 * len(equal) / max(1, len(invalid))
    row("first error on jing's line", f"{len(equal)} of {len(invalid)} ({share:.1f} %)")
    yield from (f"{Path(f).name}: verdict" for f in ours if f not in same)
    for file in invalid.keys() - set(equal):
        yield f"{Path(file).name}: line {invalid[file]}, jing {jing[file]}"


def whole(files: list[Path]) -> list[str]:
    """Measure every engine over all documents; give the documents apart."""
    ours = engine("ours", *files)
    jing = process("jing", SCHEMA, *files)
    apart = list(agreement(found(ours), first_lines(JING_ERROR, jing.output)))
    prototype = engine("prototype", *files)
    xmllint = process("xmllint", "--noout", "--huge", "--relaxng", SCHEMA, *files)
    for name, run in (
        ("tei-encoder, schema alone", ours),
        ("jing", jing),
        ("prototype", prototype),
        ("xmllint", xmllint),
    ):
        ended = "" if run.ended else f", killed after {PATIENCE} s"
        row(
            f"all documents, {name}",
            f"{run.cpu:.2f} s CPU ({run.cpu / jing.cpu:.2f} of jing's), "
            f"{run.wall:.2f} s, {run.memory:.0f} MB{ended}",
        )
    wrong = first_lines(XMLLINT_ERROR, xmllint.output).keys()
    theirs = first_lines(JING_ERROR, jing.output).keys()
    row("verdicts where xmllint differs from jing", str(len(wrong ^ theirs)))
    times = [json.loads(line) for line in ours.output.splitlines()]
    name, _, slowest = max(times, key=lambda entry: entry[2])
    row("slowest document, ours", f"{slowest:.2f} s ({Path(name).name})")
    return apart


def cold(file: Path) -> None:
    """Measure new processes on one small document: medians of seven."""
    ours = _median(lambda: engine("ours", file))
    jing = _median(lambda: process("jing", SCHEMA, file))
    row("cold, small document, jing", f"{jing * 1000:.0f} ms")
    told = f"{ours * 1000:.0f} ms ({ours / jing:.2f} of jing's)"
    row("cold, small document, schema alone", told)
    command = (COMMAND, "validate", "-q", "--schema", SCHEMA, file)
    all_ = _median(lambda: process(*command))
    row("the same with Schematron, pointers, command", f"{all_ * 1000:.0f} ms")
    xmllint = process("xmllint", "--noout", "--relaxng", SCHEMA, file)
    row("cold, small document, xmllint", f"{xmllint.wall * 1000:.0f} ms")


def _median(run: Any) -> float:  # noqa: ANN401 - a function that gives a run
    run()
    return statistics.median(run().wall for _ in range(7))


def command() -> None:
    """Measure the whole command: one process, two, and again with what it remembers."""
    plain = (COMMAND, "validate", "-q", "--schema", SCHEMA, DOCUMENTS)
    one = process(*plain, "--no-cache")
    two = process(*plain, "--no-cache", "--jobs", 2)
    for name, run in (("one process", one), ("two processes", two)):
        told = f"{run.wall:.2f} s ({run.cpu:.2f} s CPU), {run.memory:.0f} MB"
        row(f"whole command, {name}", told)
    with tempfile.TemporaryDirectory() as folder:
        process(*plain, "--cache", folder)
        again = process(*plain, "--cache", folder)
    row("second run, nothing changed", f"{again.wall:.2f} s")


def memory(files: list[Path], documents: int) -> None:
    """Measure the memory of one process over many small documents."""
    small = [file for file in files if file.stat().st_size < 1 << 15]
    rounds = -(-documents // len(small))
    run = engine("ours", *small, rounds=rounds)
    row(f"peak memory, {rounds * len(small):,} documents", f"{run.memory:.0f} MB")


def main() -> None:
    """Print the table, and the documents on which we and jing differ."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--documents", type=int, default=10_000)
    arguments.add_argument("--work", nargs=2, metavar=("ENGINE", "FILES"))
    arguments.add_argument("--rounds", type=int, default=1)
    given = arguments.parse_args()
    if given.work:
        work(given.work[0], Path(given.work[1]), given.rounds)
        return
    if not SCHEMA.is_file():
        sys.exit("set TEI_ENCODER_SHARED to the folder of shared material")
    files = sorted(DOCUMENTS.glob("*.xml"))
    sys.stdout.write(f"{os.cpu_count()} cores, {len(files)} documents\n\n")
    row("what", "measured")
    row("---", "---")
    apart = whole(files)
    cold(min(files, key=lambda file: file.stat().st_size))
    command()
    memory(files, given.documents)
    sys.stdout.write("".join(f"\n- {line}" for line in sorted(apart)) + "\n")


if __name__ == "__main__":
    main()
