"""What bagit.py (Library of Congress) says of our bags."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tei_encoder.model.holding import Holding

bagit = pytest.importorskip("bagit", reason="PyPI package bagit is not installed")

Make = Callable[..., Mapping[str, bytes]]


@pytest.mark.parametrize("target", ["bagit", "archivematica"])
def test_bag_is_valid(
    target: str,
    hold: Callable[[bytes], Holding],
    make: Make,
    seed_tei: bytes,
    unpacked: Callable[[Mapping[str, bytes]], Path],
) -> None:
    """The bag validates, with every checksum of both algorithms."""
    folder = unpacked(make(target, hold(seed_tei)))
    bag = bagit.Bag(str(folder / "record"))

    assert bag.validate()
    assert (1, 0) == bag.version_info
    assert {"sha256", "sha512"} == set(bag.algorithms)
    assert "archive@example.org" == bag.info["Contact-Email"]
    assert "hoxha-baek-1966-09-07" == bag.info["External-Identifier"]


@pytest.mark.parametrize("target", ["bagit", "archivematica"])
def test_one_changed_byte_fails(
    target: str,
    hold: Callable[[bytes], Holding],
    make: Make,
    seed_tei: bytes,
    unpacked: Callable[[Mapping[str, bytes]], Path],
) -> None:
    """Whatever file of the bag has one byte changed, the bag is no longer valid."""
    files = make(target, hold(seed_tei))
    folder = unpacked(files)
    manifests = {p for p in files if "tagmanifest" in p or p.endswith("bagit.txt")}
    for path in files.keys() - manifests:
        data = files[path]
        (folder / path).write_bytes(data[:-2] + bytes([data[-2] ^ 1]) + data[-1:])
        with pytest.raises(bagit.BagError):
            bagit.Bag(str(folder / "record")).validate()
        (folder / path).write_bytes(data)

    assert bagit.Bag(str(folder / "record")).validate()


def test_tei_is_kept_byte_for_byte(
    hold: Callable[[bytes], Holding], make: Make, seed_tei: bytes
) -> None:
    """The payload is the file as it was given."""
    files = make("bagit", hold(seed_tei))

    assert seed_tei == files["record/data/record.xml"]
    assert b"Bagging-Date" not in files["record/bag-info.txt"]
