"""Authority files in SKOS: preferred and other labels of concepts (RDF/XML)."""

from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from tei_encoder.authority.entry import entry
from tei_encoder.model.authority import AuthorityEntry
from tei_encoder.model.record import EntityKind

_RDF: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_SKOS: Final = "{http://www.w3.org/2004/02/skos/core#}"
#: last parts of the addresses of classes (FOAF, schema.org, ORG, GeoNames, MADS)
_CLASSES: Final = {
    "person": EntityKind.PERSON,
    "personalname": EntityKind.PERSON,
    "organization": EntityKind.ORGANISATION,
    "organisation": EntityKind.ORGANISATION,
    "corporatename": EntityKind.ORGANISATION,
    "place": EntityKind.PLACE,
    "geographic": EntityKind.PLACE,
    "feature": EntityKind.PLACE,
}


def kind_by_types(types: Iterable[str]) -> EntityKind | None:
    """Give the kind that a class names, as `http://xmlns.com/foaf/0.1/Person`."""
    for each in types:
        last = each.replace("#", "/").replace(":", "/").rpartition("/")[2]
        if kind := _CLASSES.get(last.casefold()):
            return kind
    return None


def entries_of_rdf(root: etree._Element, name: str) -> Iterator[AuthorityEntry]:
    """Give an entry of each node with a `skos:prefLabel`."""
    for node in root:
        names = [*_labels(node, "prefLabel"), *_labels(node, "altLabel")]
        if node.find(f"{_SKOS}prefLabel") is None:
            continue
        types = [etree.QName(node).localname, *_resources(node, "type")]
        references = [node.get(f"{_RDF}about", ""), *_matches(node)]
        if made := entry(kind_by_types(types), names, references, file=name):
            yield made


def _labels(node: etree._Element, label: str) -> list[str]:
    return [each.text or "" for each in node.findall(f"{_SKOS}{label}")]


def _resources(node: etree._Element, name: str) -> list[str]:
    return [each.get(f"{_RDF}resource", "") for each in node.findall(f"{_RDF}{name}")]


def _matches(node: etree._Element) -> list[str]:
    same = node.findall(f"{_SKOS}exactMatch")
    return [each.get(f"{_RDF}resource", "") for each in same]
