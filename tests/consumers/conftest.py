"""What the tests of consumers share: records made into what a target makes."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path

import pytest
from lxml import etree

from tei_encoder.decode import holding_of
from tei_encoder.export import load
from tei_encoder.export.given import completed
from tei_encoder.model.holding import Holding
from tei_encoder.model.metadata import Metadata, PublicationGiven, TargetGiven
from tei_encoder.stages import ExportSettings, Row, Table

#: what no header says, so that no target wants for anything
GIVEN = Metadata(
    genre="Minutes",
    language="en",
    publication=PublicationGiven(publisher="An Archive", date="2024-05-01"),
    target=TargetGiven(
        contact="Ann Archivist",
        email="archive@example.org",
        collection="123456789/2",
        level="item",
        extent="1 item",
        subject="Arts and Humanities",
        abstract="What they spoke of.",
        base="https://example.org/files/",
    ),
)
SETTINGS = ExportSettings(GIVEN.target)

Make = Callable[..., Mapping[str, bytes]]
Hold = Callable[[bytes], Holding]


@pytest.fixture
def hold() -> Hold:
    """Make a holding of TEI, completed with what no header says."""

    def made(data: bytes, name: str = "record") -> Holding:
        found = holding_of(data, name)
        return Holding(name, data, completed(found.entry, GIVEN), found.reading)

    return made


@pytest.fixture
def settings() -> ExportSettings:
    """Give what is told besides the record."""
    return SETTINGS


@pytest.fixture
def make() -> Make:
    """Make the files of a target, of one or several holdings."""

    def made(target: str, *holdings: Holding) -> Mapping[str, bytes]:
        exporter = load(target)
        if isinstance(exporter, Table):
            return {exporter.file_name: table(exporter, holdings)}
        packages = [exporter(holding, SETTINGS).value for holding in holdings]
        return {path: data for package in packages for path, data in package.items()}

    return made


def table(target: Table, holdings: tuple[Holding, ...]) -> bytes:
    """Make a table as a batch does."""
    rows: list[Row] = [
        row for holding in holdings for row in target.rows(holding, SETTINGS).value
    ]
    used = {key for row in rows for key in row} | target.always
    stream = io.BytesIO()
    target.write(rows, tuple(c for c in target.columns if c in used), stream)
    return stream.getvalue()


@pytest.fixture
def seed_tei(root: Path) -> bytes:
    """Give the seed as TEI."""
    name = "hoxha-baek-1966-09-07/expected-u.xml"
    return (root / "tests" / "golden" / name).read_bytes()


#: what http://www.w3.org/2001/xml.xsd says of the attributes that MODS uses
XML_ATTRIBUTES = """<xs:schema targetNamespace="http://www.w3.org/XML/1998/namespace"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:attribute name="lang"
  type="xs:language"/><xs:attribute name="space" type="xs:NCName"/></xs:schema>"""


class Local(etree.Resolver):
    """Finds the schemas that mods-3-4.xsd imports beside it."""

    def __init__(self, folder: Path) -> None:
        """Look in `folder`."""
        self.folder = folder

    def resolve(
        self, system_url: str | None, public_id: str | None, context: object
    ) -> object:
        """Give the words of an imported schema."""
        del public_id
        name = (system_url or "").rsplit("/", 1)[-1]
        if name == "xml.xsd":
            return self.resolve_string(XML_ATTRIBUTES, context)
        return self.resolve_filename(str(self.folder / name), context)


@pytest.fixture(scope="session")
def mods_schema() -> etree.XMLSchema:
    """Give mods-3-4.xsd, which the PyPI package eulxml carries (Apache-2.0)."""
    found = find_spec("eulxml")
    if found is None or found.origin is None:
        pytest.skip("mods-3-4.xsd comes with the PyPI package eulxml")
    folder = Path(found.origin).parent / "schema_data"
    parser = etree.XMLParser()
    parser.resolvers.add(Local(folder))
    return etree.XMLSchema(etree.parse(str(folder / "mods-3-4.xsd"), parser))


@pytest.fixture(scope="session")
def mets_schema() -> etree.XMLSchema:
    """Give mets.xsd, which the PyPI package metsrw carries (AGPL)."""
    mets, xlink = find_spec("metsrw"), find_spec("eulxml")
    if mets is None or xlink is None or not mets.origin or not xlink.origin:
        pytest.skip("mets.xsd comes with the PyPI package metsrw, xlink with eulxml")
    parser = etree.XMLParser()
    parser.resolvers.add(Local(Path(xlink.origin).parent / "schema_data"))
    path = Path(mets.origin).parent / "resources" / "mets.xsd"
    return etree.XMLSchema(etree.parse(str(path), parser))


@pytest.fixture(scope="session")
def ead_schema() -> etree.XMLSchema:
    """Give ead.xsd, which the PyPI package eadator carries (BSD)."""
    found = find_spec("eadator")
    if found is None or found.origin is None:
        pytest.skip("ead.xsd comes with the PyPI package eadator")
    return etree.XMLSchema(file=str(Path(found.origin).parent / "ents" / "ead.xsd"))


@pytest.fixture
def unpacked(tmp_path: Path) -> Callable[[Mapping[str, bytes]], Path]:
    """Write files below a folder."""

    def written(files: Mapping[str, bytes]) -> Path:
        for path, data in files.items():
            target = tmp_path / "made" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        return tmp_path / "made"

    return written


LOADER = """
import json, sys
from flask import Flask
from invenio_i18n import InvenioI18N
from invenio_rdm_records import config
from invenio_rdm_records.services.schemas.metadata import MetadataSchema
from marshmallow import ValidationError

app = Flask("schema")
app.config.from_object("invenio_config.default")
app.config.from_object(config)
InvenioI18N(app)
with app.test_request_context():
    for line in sys.stdin:
        try:
            print(json.dumps(["taken", MetadataSchema().load(json.loads(line))]))
        except ValidationError as error:
            print(json.dumps(["refused", error.messages], default=str))
"""


@pytest.fixture
def invenio() -> Callable[..., list[object]]:
    """Load metadata with InvenioRDM's schema: what it takes, or why it does not.

    The package invenio-rdm-records brings some two hundred others, so that it may live
    in an environment of its own: TEI_ENCODER_INVENIO_PYTHON is its Python. It wants
    `invenio-rdm-records[opensearch2] invenio-app invenio-access invenio-theme`.
    """
    here = sys.executable if find_spec("invenio_rdm_records") else None
    python = os.environ.get("TEI_ENCODER_INVENIO_PYTHON", here)
    if python is None:
        pytest.skip("invenio-rdm-records: see TEI_ENCODER_INVENIO_PYTHON")

    def loaded(*metadata: object) -> list[object]:
        done = subprocess.run(
            [python, "-c", LOADER],
            input="\n".join(map(json.dumps, metadata)),
            capture_output=True,
            text=True,
            check=True,
        )
        return [json.loads(line) for line in done.stdout.splitlines()]

    return loaded
