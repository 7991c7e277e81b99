"""Zip containers: what is unpacked, and what is refused."""

from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest

from tei_encoder.errors import ReadError
from tei_encoder.readers.zip_members import Limits, open_zip


def packed(members: dict[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    """Pack members."""
    out = BytesIO()
    with ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def refusal(data: bytes, name: str = "a", limits: Limits | None = None) -> str:
    """Give the error with which a member is refused."""
    with pytest.raises(ReadError) as caught:
        open_zip(data, "f.zip", limits or Limits()).read(name)
    return str(caught.value)


def test_members_come_in_their_own_order() -> None:
    """Names come as the directory lists them, folders left out."""
    members = open_zip(packed({"b": b"1", "d/": b"", "a": b"2"}), "f.zip")
    assert ("b", "a") == members.names()
    assert b"2" == members.read("a")
    assert "b" in members
    assert "c" not in members


def test_a_missing_member_is_named() -> None:
    """The error names container and member."""
    assert refusal(packed({"b": b""})).startswith("f.zip:a: is missing")


def test_damage_is_our_own_error() -> None:
    """A changed byte fails the checksum; a cut file has no directory."""
    data = packed({"a": b"some text"}, method=0)
    assert "damaged" in refusal(data.replace(b"some text", b"same text"))
    assert "damaged" in refusal(data[:-30])
    assert "damaged" in refusal(b"PK\x03\x04")


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    """Ratio, size of a member, total size and number of members are limited."""
    zeros = packed({"a": bytes(5_000_000)})
    assert "would unpack to 5000000 bytes in" in refusal(zeros)
    assert "at most 4000000" in refusal(zeros, limits=Limits(member=4_000_000))
    assert "at most 9" in refusal(zeros, limits=Limits(total=9))
    assert "more than 1 members" in refusal(
        packed({"a": b"", "b": b""}), limits=Limits(members=1)
    )


def test_a_small_member_may_be_packed_tightly() -> None:
    """Repetitive text of a real document is no bomb."""
    data = bytes(1_000_000)
    assert data == open_zip(packed({"a": data}), "f.zip").read("a")


def test_a_password_is_named() -> None:
    """The flag of an encrypted member is seen before its bytes are."""
    data = bytearray(packed({"a": b"some text"}))
    for header, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(header) + offset] |= 1
    assert "password" in refusal(bytes(data))


def test_other_methods_are_refused() -> None:
    """Methods whose unpacking cannot be bounded are not read."""
    assert "method 12" in refusal(packed({"a": b"text"}, ZIP_BZIP2))
