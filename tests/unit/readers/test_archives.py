"""Archives: what they hold, and what is refused."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable

import pytest

from tei_encoder.errors import ReadError
from tei_encoder.readers import read
from tei_encoder.readers.archive import unpacking
from tei_encoder.readers.archive.unpacking import unpacked
from tei_encoder.readers.members import Members, meant, open_members

TEXT = b"Ann: Yes.\n\nBo: No.\n"


def zipped(**members: bytes) -> bytes:
    """Make a zip archive."""
    return zipped_names(
        {name.replace("_", "."): data for name, data in members.items()}
    )


def zipped_names(members: dict[str, bytes]) -> bytes:
    """Make a zip archive of members of any name."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def tarred(members: dict[str, bytes], mode: str = "w") -> bytes:
    """Make a tar archive, with a link besides."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode=mode) as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return stream.getvalue()


def opened(data: bytes, name: str = "a") -> Members:
    """Open an archive."""
    members = open_members(data, name)
    assert members is not None
    return members


@pytest.mark.parametrize("pack", [zipped_names, tarred])
def test_members_are_read_by_name(pack: Callable[[dict[str, bytes]], bytes]) -> None:
    """Folders, hidden files, links and other systems' remains are no members."""
    members = opened(
        pack({"a.txt": TEXT, "b/c.md": b"x", "b/.d.txt": b"", "__MACOSX/a.txt": b""})
    )
    assert ("a.txt", "b/c.md") == members.names()
    assert TEXT == members.read("a.txt")


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_tar_archives_may_be_packed(mode: str) -> None:
    """Each way of packing gives the same."""
    assert TEXT == opened(tarred({"a.txt": TEXT}, mode)).read("a.txt")


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_streams_may_follow_each_other(pack: Callable[[bytes], bytes]) -> None:
    """Packed files that were joined unpack as one."""
    assert unpacked(pack(b"a" * 3_000_000) + pack(b"b"), "a") == b"a" * 3_000_000 + b"b"


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_bombs_are_refused(
    pack: Callable[[bytes], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What unpacks to more than the limit is not unpacked."""
    monkeypatch.setattr(unpacking, "LIMIT", 2**20)
    with pytest.raises(ReadError, match="refused"):
        unpacked(pack(b"\0" * 2**22), "a")


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_torn_archives_are_refused(pack: Callable[[bytes], bytes]) -> None:
    """A file that ends too early is damaged, never half read."""
    with pytest.raises(ReadError, match="damaged archive"):
        unpacked(pack(bytes(range(256)) * 9)[:-9], "a")


@pytest.mark.parametrize(
    "name", ["../a.txt", "/a.txt", "b/../../a.txt", "C:\\a.txt", "..\\a.txt", "a\n.txt"]
)
@pytest.mark.parametrize("pack", [zipped_names, tarred])
def test_path_tricks_are_refused(
    pack: Callable[[dict[str, bytes]], bytes], name: str
) -> None:
    """A member that would lie elsewhere makes the archive unfit."""
    with pytest.raises(ReadError, match="outside of the archive"):
        opened(pack({"a.txt": TEXT, name: TEXT})).names()


def test_an_archive_of_one_record_is_read() -> None:
    """The record is read by its own format; other files do not count."""
    outcome = read(zipped(a_html=b"<p>Ann: <b>Yes.</b>", b_png=b""), "a.zip")
    assert ("Ann: Yes.", "html") == (outcome.value.text, outcome.value.reader)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (zipped(a_txt=TEXT, b_txt=TEXT), "holds 2 records"),
        (zipped(a_png=b"x"), "holds no record"),
        (zipped(a_zip=zipped(b_txt=TEXT)), "within an archive"),
    ],
)
def test_other_archives_are_refused(data: bytes, message: str) -> None:
    """Several records, none, and archives in archives give a clear error."""
    with pytest.raises(ReadError, match=message):
        read(data, "a.zip")


def test_a_format_asked_for_has_its_own_suffixes() -> None:
    """`--from` says which members are meant; without it all records are."""
    names = ("a.txt", "b.CSV", "c.xml", "d.html", "e.png")
    assert (("b.CSV",), ("a.txt", "d.html")) == (meant(names, "csv"), meant(names))
    assert ("a.txt", "d.html") == meant(names, "zip")
