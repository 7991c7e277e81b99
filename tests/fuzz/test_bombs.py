"""Files that are made to take all memory or time are read or refused."""

import gzip
import io
import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest


def zip_bomb() -> bytes:
    """Give 2 GB of nothing in 2 MB."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("a.txt", "w", force_zip64=True) as member,
    ):
        for _ in range(2048):
            member.write(b"\0" * 2**20)
    return stream.getvalue()


MULTIPART = b"A: b\nContent-Type: multipart/mixed; boundary=B\n\n"
BOMBS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "zip": ("zip", zip_bomb),
    "gzip": ("tar", lambda: b"".join([gzip.compress(b"\0" * 2**26, mtime=0)] * 32)),
    "nesting": ("html", lambda: b"<div>" * 1_000_000 + b"x"),
    "unclosed": ("html", lambda: b"<p>x<b><i>" * 300_000),
    "attribute": ("html", lambda: b"<p class='" + b"a " * 5_000_000 + b"'>x"),
    "attributes": ("html", lambda: b"<p" + b" a=b" * 1_000_000 + b">x"),
    "references": ("html", lambda: b"&#x26;" * 2_000_000),
    "notes": ("html", lambda: b"<a href='#n'>1</a><p id=n>x" * 50_000),
    "lists": ("html", lambda: b"<ul><li>x" * 100_000),
    "long list": ("html", lambda: b"<ol>" + b"<li>x" * 200_000),
    "many links": ("html", lambda: b"<a href=x>y</a>" * 200_000),
    "quotations": ("md", lambda: b"> " * 100_000 + b"x"),
    "brackets": ("md", lambda: b"[" * 50_000 + b"x"),
    "stars": ("md", lambda: b"*a **a " * 30_000),
    "footnotes": ("md", lambda: b"[^a]\n\n[^a]: [^a] [^b]\n[^b]: [^a]\n" * 20_000),
    "parts": ("eml", lambda: MULTIPART + b"--B\n\n" * 200_000),
    "addresses": ("eml", lambda: b"From: " + b"<(" * 50_000 + b"\nTo: x\n\nHi."),
    "words": ("eml", lambda: b"To: " + b"=?utf-8?q?a?= " * 20_000 + b"\n\nHi."),
}  # fmt: skip

_PROGRAM = """
import sys
from pathlib import Path
from tei_encoder.errors import TeiEncoderError
from tei_encoder.readers import read
try:
    read(Path(sys.argv[2]).read_bytes(), "a", format=sys.argv[1])
except TeiEncoderError as error:
    assert error.place, error
"""


@pytest.mark.slow
@pytest.mark.parametrize("name", BOMBS)
def test_bombs_end_within_a_gigabyte_and_a_minute(name: str, tmp_path: Path) -> None:
    """What is made to take all memory or time is read or refused."""
    kind, made = BOMBS[name]
    path = tmp_path / "bomb"
    path.write_bytes(made())

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_DATA, (2**30, 2**30))

    command = (sys.executable, "-c", _PROGRAM, kind, str(path))
    done = subprocess.run(command, timeout=60, preexec_fn=limit, check=False)
    assert done.returncode == 0
