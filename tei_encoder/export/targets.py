"""The targets: what each makes, what it insists on, and how far it is proven."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tei_encoder.export.requirements import (
    ABSTRACT,
    DAY_MADE,
    EAD_DATE,
    EAD_EXTENT,
    EMAIL,
    GENRE,
    INTERVAL_PUBLISHED,
    LANGUAGE,
    LEVEL,
    MAKER,
    PUBLISHED,
    PUBLISHER,
    SINGLE_PUBLISHED,
    SUBJECT,
    TITLE,
    Requirement,
)
from tei_encoder.model.catalogue import CatalogueEntry
from tei_encoder.stages import ExportSettings


@dataclass(frozen=True, slots=True)
class Target:
    """A place or form to which records are exported.

    `exporter` is `module:attribute`: an `Exporter` or a `Table` (see `stages`).
    `proof` says what took its output: "imported by X version Y in our tests" only
    of a real consumer, else "checked against X's rules".
    `extra` names the optional part that it needs, if any.
    """

    name: str
    exporter: str
    makes: str
    proof: str
    required: tuple[Requirement, ...] = ()
    extra: str = ""

    def missing(
        self, entry: CatalogueEntry, settings: ExportSettings
    ) -> tuple[Requirement, ...]:
        """Give what the target insists on and nobody tells."""
        return tuple(r for r in self.required if not r.is_told(entry, settings))


_ALL: Final = (
    Target(
        name="bagit",
        exporter="tei_encoder.export.bagit:export_bagit",
        makes="a bag of RFC 8493 for each record (sha256 and sha512)",
        proof="imported by bagit.py 1.9.0 in our tests",
    ),
    Target(
        name="archivematica",
        exporter="tei_encoder.export.archivematica:export_archivematica",
        makes="a bag laid out as a transfer: objects/, metadata.csv, rights.csv",
        proof="checked against Archivematica's rules",
    ),
    Target(
        name="csv",
        exporter="tei_encoder.export.utterances:CSV",
        makes="one CSV of all utterances, for analysis",
        proof="imported by Python's csv in our tests",
    ),
    Target(
        name="jsonl",
        exporter="tei_encoder.export.utterances:JSONL",
        makes="one JSON Lines file of all utterances, for analysis",
        proof="imported by Python's json in our tests",
    ),
    Target(
        name="parquet",
        exporter="tei_encoder.export.parquet:TABLE",
        makes="one Parquet file of all utterances, for analysis",
        proof="imported by pyarrow 26.0.1 in our tests",
        extra="parquet",
    ),
    Target(
        name="txt",
        exporter="tei_encoder.export.plain_text:export_txt",
        makes="a plain text of each record",
        proof="the words are compared with the TEI in our tests",
    ),
    Target(
        name="md",
        exporter="tei_encoder.export.markdown:export_md",
        makes="a CommonMark text of each record",
        proof="imported by markdown-it-py in our tests",
    ),
    Target(
        name="dc",
        exporter="tei_encoder.export.oai_dc:export_dc",
        makes="oai_dc: simple Dublin Core in XML",
        proof="imported by Sickle 0.7.0 in our tests",
        required=(TITLE,),
    ),
    Target(
        name="ead",
        exporter="tei_encoder.export.ead:export_ead",
        makes="a finding aid in EAD 2002, as ArchivesSpace imports it",
        proof="valid under ead.xsd in our tests; checked against ArchivesSpace's rules",
        required=(TITLE, LEVEL, EAD_DATE, EAD_EXTENT, LANGUAGE),
    ),
    Target(
        name="dspace-saf",
        exporter="tei_encoder.export.dspace_saf:export_saf",
        makes="an item folder of DSpace's Simple Archive Format for each record",
        proof="checked against DSpace's rules and its default registry",
        required=(TITLE, PUBLISHED, GENRE),
    ),
    Target(
        name="omeka-csv",
        exporter="tei_encoder.export.omeka_csv:TABLE",
        makes="one CSV for CSV Import of Omeka S",
        proof="read by PHP's fgetcsv, cell by cell, in our tests",
        required=(TITLE,),
    ),
    Target(
        name="atom-csv",
        exporter="tei_encoder.export.atom_csv:TABLE",
        makes="one CSV of archival descriptions for AtoM",
        proof="read by PHP's fgetcsv, cell by cell, in our tests; "
        "checked against AtoM's rules",
        required=(TITLE, LEVEL, LANGUAGE),
    ),
    Target(
        name="mods",
        exporter="tei_encoder.export.mods:export_mods",
        makes="a record of MODS 3.4",
        proof="valid under mods-3-4.xsd in our tests",
        required=(TITLE,),
    ),
    Target(
        name="schema-org",
        exporter="tei_encoder.export.schema_org:export_schema_org",
        makes="a description in JSON-LD with the words of schema.org",
        proof="expanded by PyLD 3.3.0 in our tests; checked against the vocabulary "
        "of schema.org",
        required=(TITLE,),
    ),
    Target(
        name="ro-crate",
        exporter="tei_encoder.export.ro_crate:export_ro_crate",
        makes="a folder of RO-Crate 1.1 for each record",
        proof="imported by rocrate 0.16.0 in our tests",
        required=(TITLE, SINGLE_PUBLISHED),
    ),
    Target(
        name="ocfl",
        exporter="tei_encoder.export.ocfl:export_ocfl",
        makes="an object of OCFL 1.1 for each record, with one version",
        proof="validated by ocfl-py 2.1.0 in our tests",
        required=(DAY_MADE,),
    ),
    Target(
        name="mets",
        exporter="tei_encoder.export.mets:export_mets",
        makes="a folder with the TEI file and a METS around a MODS",
        proof="imported by metsrw 0.7.0 and valid under mets.xsd in our tests",
        required=(TITLE,),
    ),
    Target(
        name="datacite",
        exporter="tei_encoder.export.datacite:export_datacite",
        makes="the metadata of a DOI in DataCite's JSON 4.5",
        proof="accepted by the schema of the package datacite 1.4.1 in our tests",
        required=(TITLE, PUBLISHER, SINGLE_PUBLISHED),
    ),
    Target(
        name="invenio",
        exporter="tei_encoder.export.invenio:export_invenio",
        makes="a folder with a draft for InvenioRDM or Zenodo, and the TEI file",
        proof="accepted by the schema of invenio-rdm-records 36.0.0 in our tests",
        required=(TITLE, MAKER, INTERVAL_PUBLISHED),
    ),
    Target(
        name="dataverse",
        exporter="tei_encoder.export.dataverse:export_dataverse",
        makes="a folder with a dataset for Dataverse, and the TEI file",
        proof="imported by pyDataverse 0.3.5 in our tests",
        required=(TITLE, MAKER, EMAIL, ABSTRACT, SUBJECT),
    ),
    Target(
        name="islandora-csv",
        exporter="tei_encoder.export.islandora_csv:TABLE",
        makes="one CSV for Islandora Workbench; --to tei makes the files",
        proof="checked against Workbench's rules, dates by edtf-validate 2.0.0",
        required=(TITLE,),
    ),
    Target(
        name="tei",
        exporter="tei_encoder.export.tei:export_tei",
        makes="the TEI files themselves, byte for byte, under safe names",
        proof="the bytes are compared in our tests",
    ),
)

#: by name, in the order in which they are listed
TARGETS: Final[Mapping[str, Target]] = {target.name: target for target in _ALL}
