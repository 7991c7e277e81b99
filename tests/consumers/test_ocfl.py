"""What ocfl-py says of our objects."""

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tei_encoder.model.holding import Holding

Make = Callable[..., Mapping[str, bytes]]
Unpacked = Callable[[Mapping[str, bytes]], Path]
COMMAND = Path(sys.executable).with_name("ocfl-validate.py")


@pytest.fixture
def made(
    hold: Callable[[bytes], Holding], make: Make, seed_tei: bytes, unpacked: Unpacked
) -> Path:
    """Give the object of the seed, under an identifier that is an address."""
    number = b"<idno type='url'>https://example.org/r</idno></publicationStmt>"
    seed = seed_tei.replace(b"</publicationStmt>", number)
    return unpacked(make("ocfl", hold(seed))) / "record"


def validated(folder: Path) -> tuple[int, str]:
    """Run `ocfl-validate.py`."""
    if not COMMAND.exists():
        pytest.skip("ocfl-validate.py comes with the PyPI package ocfl-py")
    command = [sys.executable, str(COMMAND), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_object_is_valid(made: Path) -> None:
    """The object of the seed is valid."""
    status, said = validated(made)

    assert 0 == status, said
    assert "VALID" in said
    assert "INVALID" not in said


def test_changed_byte_is_found(made: Path) -> None:
    """One changed byte in the content makes it invalid."""
    path = made / "v1" / "content" / "record.xml"
    path.write_bytes(path.read_bytes().replace(b"Hoxha", b"Hoxhu", 1))
    status, said = validated(made)

    assert 0 != status
    assert "INVALID" in said
