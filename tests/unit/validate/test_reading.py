"""Files are read safely: nothing from outside, nothing without bound."""

from pathlib import Path

import pytest

from tei_encoder.errors import ReadError
from tei_encoder.validate.reading import NotWellFormedError, read_tree


def bomb() -> bytes:
    """Declare entities that grow to a gigabyte."""
    grown = "".join(f"<!ENTITY e{i} '{f'&e{i - 1};' * 10}'>" for i in range(1, 10))
    return f"<!DOCTYPE x [<!ENTITY e0 'lol'>{grown}]><x>&e9;</x>".encode()


def test_entities_of_the_file_are_replaced() -> None:
    """What the file itself declares is read as a validator must."""
    root = read_tree(b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", "a.xml")
    assert root.text == "b"


def test_entities_from_outside_are_not_loaded(tmp_path: Path) -> None:
    """A file beside the document cannot be drawn into it."""
    secret = tmp_path / "secret"
    secret.write_text("secret")
    data = f"<!DOCTYPE x [<!ENTITY a SYSTEM '{secret.as_uri()}'>]><x>&a;</x>".encode()
    with pytest.raises(NotWellFormedError):
        read_tree(data, "a.xml")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entity_bomb(encoding: str) -> None:
    """Entities that grow out of proportion are refused, in any encoding."""
    with pytest.raises(NotWellFormedError, match="amplification"):
        read_tree(bomb().decode().encode(encoding), "a.xml")


def test_depth() -> None:
    """Elements nested thousands deep are refused with the place."""
    with pytest.raises(NotWellFormedError, match=r"a\.xml:1:.*depth"):
        read_tree(b"<x>" * 5000 + b"</x>" * 5000, "a.xml")


def test_size() -> None:
    """A file above the limit is refused before it is parsed."""
    with pytest.raises(ReadError, match="11 bytes are more than the 10 allowed"):
        read_tree(b"<x>aaaa</x>", "a.xml", largest=10)


def test_long_text() -> None:
    """A text of more than ten million characters is no attack."""
    root = read_tree(b"<x>" + b"a" * 10_500_000 + b"</x>", "a.xml")
    assert len(root.text or "") == 10_500_000


@pytest.mark.parametrize("data", [b"", b"<x>", b"<x></y>", b"\xff\xfe\x00"])
def test_broken(data: bytes) -> None:
    """What is not XML gives a clear error with a place."""
    with pytest.raises(NotWellFormedError, match=r"a\.xml:\d+:\d+: not well-formed"):
        read_tree(data, "a.xml")
