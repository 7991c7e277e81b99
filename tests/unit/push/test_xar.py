"""The package for eXist-db: what is in it, and that it is the same each time."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from tei_encoder.push.existdb_index import configuration, is_ours
from tei_encoder.push.record import Candidate, Offer, examine
from tei_encoder.push.xar import abbreviation, package

TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{id}"><teiHeader><fileDesc>'
    "<titleStmt><title>T</title></titleStmt><publicationStmt><p>x</p>"
    "</publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader>"
    "<text><body><p>x</p></body></text></TEI>"
)


def record(name: str) -> Candidate:
    """Make a record."""
    data = TEI.format(id=name).encode()
    return examine(Offer(f"{name}.xml", name, lambda: data), "conversation")


def unpacked(data: bytes) -> dict[str, bytes]:
    """Give the files of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_files() -> None:
    """Records, indexes and the two descriptors are there, all well-formed."""
    files = unpacked(package("Talks/Old Talks", [record("a"), record("名")]))
    descriptor = etree.fromstring(files["expath-pkg.xml"])
    deployment = etree.fromstring(files["repo.xml"])

    assert [
        "collection.xconf",
        "data/a.xml",
        "data/名.xml",
        "expath-pkg.xml",
        "index.xql",
        "pre-install.xql",
        "repo.xml",
    ] == list(files)
    assert "old-talks" == descriptor.get("abbrev")
    assert "old-talks" == deployment.findtext("{*}target")
    assert files["data/a.xml"] == record("a").data


def test_same_bytes() -> None:
    """The same records give the same bytes, in whichever order; others do not."""
    one = package("talks", [record("a"), record("b")])

    assert one == package("talks", [record("b"), record("a")])
    assert one != package("talks", [record("a"), record("c")])


def test_version_changes_with_the_records() -> None:
    """Another content is another version, so that eXist-db replaces the package."""
    versions = [
        etree.fromstring(unpacked(package("talks", [record(n)]))["expath-pkg.xml"]).get(
            "version"
        )
        for n in "ab"
    ]

    assert versions[0] != versions[1]


@pytest.mark.parametrize(
    ("collection", "expected"),
    [("Old Talks", "old-talks"), ("a/b 2/", "b-2"), ("名", "records")],
)
def test_abbreviation(collection: str, expected: str) -> None:
    """Packages are called in ASCII."""
    assert expected == abbreviation(collection)


def test_configuration_is_known_as_ours() -> None:
    """Our configuration is well-formed, and told from that of others."""
    root = etree.fromstring(configuration())
    used = {facet.get("dimension") for facet in root.iter("{*}facet")}

    assert {"speaker", "date", "record-type", "archive", "donor"} == used
    assert is_ours(configuration())
    assert not is_ours(b"<collection/>")


def test_functions_of_the_configuration_exist() -> None:
    """Whatever the configuration calls is declared in the module."""
    folder = Path(__file__).parents[3] / "tei_encoder" / "push" / "existdb_files"
    module = (folder / "index.xql").read_text("utf-8")
    root = etree.fromstring(configuration())
    called = {str(value).partition("(")[0] for value in root.xpath("//@expression")}

    assert called
    assert [] == [name for name in called if f"declare function {name}(" not in module]
