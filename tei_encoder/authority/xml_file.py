"""Authority files in XML: TEI with persons, bodies and places, or SKOS as RDF."""

from collections.abc import Iterator

from lxml import etree

from tei_encoder.authority.entry import wrong
from tei_encoder.authority.skos import entries_of_rdf
from tei_encoder.authority.tei_lists import entries_of_tei
from tei_encoder.errors import ReadError
from tei_encoder.model.authority import AuthorityEntry
from tei_encoder.tei.document import parse
from tei_encoder.tei.names import TEI

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def entries_of_xml(data: bytes, name: str) -> Iterator[AuthorityEntry]:
    """Read the entries of a TEI or RDF/XML file.

    Raises `ConfigurationError` where it is neither, or not well-formed.
    """
    try:
        root = parse(data, name)
    except ReadError as error:
        remedy = error.remedy or "mend the file"
        raise wrong(error.message, error.place or name, remedy) from error
    namespace = etree.QName(root).namespace
    if namespace == TEI:
        yield from entries_of_tei(root, name)
    elif namespace == _RDF:
        yield from entries_of_rdf(root, name)
    else:
        found = etree.QName(root).localname
        raise wrong(f"<{found}> is neither TEI nor RDF", name, "give TEI or SKOS")
