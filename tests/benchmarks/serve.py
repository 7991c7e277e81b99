"""How fast a folder is surveyed and harvested over loopback, and in how much memory.

Run it by hand: `python tests/benchmarks/serve.py [RECORDS]`; it prints a table in
Markdown.
The server is a process of its own; nothing here is a test.
The records are the seed's TEI (about 55 kB) under ids of their own.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote
from urllib.request import urlopen

from lxml import etree

ROOT = Path(__file__).resolve().parent.parent.parent
SEED = ROOT / "tests" / "golden" / "hoxha-baek-1966-09-07" / "expected-u.xml"
ID = "hoxha-baek-1966-09-07"
COMMAND = Path(sys.executable).with_name("tei-encoder")
PORT = 8649
OAI = "{http://www.openarchives.org/OAI/2.0/}"
COUNT = 2000


def row(*cells: str) -> None:
    """Print a row of the table."""
    sys.stdout.write("| " + " | ".join(cells) + " |\n")
    sys.stdout.flush()


def records(folder: Path, count: int) -> Path:
    """Write so many records."""
    made = folder / "tei"
    made.mkdir()
    text = SEED.read_text("utf-8")
    for number in range(count):
        name = f"record-{number:05}"
        (made / f"{name}.xml").write_text(text.replace(ID, name), "utf-8")
    return made


def start(tei: Path) -> tuple[subprocess.Popen[str], float]:
    """Start the server; give it, and the seconds until it can be asked."""
    begin = time.perf_counter()
    command = [str(COMMAND), "serve", str(tei), "--port", str(PORT)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    for line in process.stderr or ():
        if "Ctrl-C" in line:
            break
    return process, time.perf_counter() - begin


def stop(process: subprocess.Popen[str]) -> float:
    """Stop the server; give the most memory that it had, in MB."""
    process.send_signal(signal.SIGINT)
    _, _, used = os.wait4(process.pid, 0)
    return used.ru_maxrss / 1000


def harvest(verb: str, prefix: str) -> tuple[int, int, float]:
    """Follow a list to its end; give records, bytes and seconds."""
    begin, number, size = time.perf_counter(), 0, 0
    query = f"metadataPrefix={prefix}"
    while query:
        url = f"http://127.0.0.1:{PORT}/oai?verb={verb}&{query}"
        with urlopen(url) as answer:
            data = answer.read()
        page = etree.fromstring(data)
        number += len(page.findall(f".//{OAI}header"))
        size += len(data)
        token = page.findtext(f".//{OAI}resumptionToken")
        query = f"resumptionToken={quote(token)}" if token else ""
    return number, size, time.perf_counter() - begin


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if sys.argv[1:] else COUNT
    sys.stdout.write(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n\n")
    row("what", "records", "records/s", "MB/s")
    row("---", "---", "---", "---")
    with tempfile.TemporaryDirectory() as name:
        tei = records(Path(name), count)
        process, seconds = start(tei)
        row("first survey", str(count), f"{count / seconds:.0f}", "")
        stop(process)
        process, seconds = start(tei)
        row("second survey", str(count), f"{count / seconds:.0f}", "")
        for verb, prefix in (
            ("ListIdentifiers", "oai_dc"),
            ("ListRecords", "oai_dc"),
            ("ListRecords", "mods"),
            ("ListRecords", "tei"),
        ):
            number, size, seconds = harvest(verb, prefix)
            speed = f"{size / seconds / 1e6:.1f}"
            row(f"{verb} {prefix}", str(number), f"{number / seconds:.0f}", speed)
        row("peak of the server's memory", f"{stop(process):.0f} MB", "", "")


if __name__ == "__main__":
    main()
