"""The six verbs: each gives the elements that its answer consists of (section 4)."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from lxml import etree

from tei_encoder.export.xml_file import SCHEMA_LOCATION, XSI, add
from tei_encoder.serve.clock import now
from tei_encoder.serve.item import Item
from tei_encoder.serve.oai.arguments import TOKEN, Request
from tei_encoder.serve.oai.elements import element
from tei_encoder.serve.oai.errors import Code, OaiError
from tei_encoder.serve.oai.formats import FORMATS
from tei_encoder.serve.oai.lists import (
    format_of,
    list_identifiers,
    list_records,
    record_in,
)
from tei_encoder.serve.oai.repository import Repository

Answer = Iterator[etree._Element]  # noqa: SLF001 - its only name
Verb = Callable[[Repository, Request], Answer]

_IDENTIFIER: Final = "http://www.openarchives.org/OAI/2.0/oai-identifier"
_IDENTIFIER_NAMESPACES: Final[Any] = {None: _IDENTIFIER, "xsi": XSI}
_SECONDS: Final = "YYYY-MM-DDThh:mm:ssZ"


def identify(repository: Repository, request: Request) -> Answer:  # noqa: ARG001 - as the others
    """Describe the repository; `baseURL` is filled in by the response."""
    yield element("repositoryName", repository.name)
    yield element("baseURL")
    yield element("protocolVersion", "2.0")
    yield element("adminEmail", repository.email)
    earliest = repository.library.register.earliest() or now()
    yield element("earliestDatestamp", earliest)
    yield element("deletedRecord", "persistent")
    yield element("granularity", _SECONDS)
    if "." in repository.namespace:
        description = element("description")
        description.append(_identifier_scheme(repository))
        yield description


def list_metadata_formats(repository: Repository, request: Request) -> Answer:
    """Give the formats; every record has all of them."""
    identifier = request.get("identifier")
    if identifier is not None:
        _item(repository, identifier)
    for form in FORMATS.values():
        made = element("metadataFormat")
        add(made, "metadataPrefix", form.prefix)
        add(made, "schema", form.schema)
        add(made, "metadataNamespace", form.namespace)
        yield made


def list_sets(repository: Repository, request: Request) -> Answer:
    """Give the sets, all at once; raises `OaiError` where there are none."""
    if request.get(TOKEN) is not None:
        raise OaiError(Code.BAD_TOKEN, "sets are listed all at once")
    sets = repository.library.register.sets()
    if not sets:
        raise OaiError(Code.NO_SETS, "no record names a collection or a genre")
    for found in sets:
        made = element("set")
        add(made, "setSpec", found.spec)
        add(made, "setName", found.name)
        yield made


def get_record(repository: Repository, request: Request) -> Answer:
    """Give one record."""
    form = format_of(request.arguments["metadataPrefix"])
    item = _item(repository, request.arguments["identifier"])
    yield record_in(form)(repository, item)


#: by the names of the protocol
VERBS: Final[Mapping[str, Verb]] = {
    "Identify": identify,
    "ListMetadataFormats": list_metadata_formats,
    "ListSets": list_sets,
    "GetRecord": get_record,
    "ListIdentifiers": list_identifiers,
    "ListRecords": list_records,
}


def _item(repository: Repository, identifier: str) -> Item:
    record = repository.record(identifier)
    item = repository.library.register.item(record) if record is not None else None
    if item is None:
        raise OaiError(Code.NO_SUCH_ID, "no record has that identifier")
    return item


def _identifier_scheme(repository: Repository) -> etree._Element:
    """Say how identifiers are built (guidelines for `oai-identifier`)."""
    made = etree.Element(
        f"{{{_IDENTIFIER}}}oai-identifier", nsmap=_IDENTIFIER_NAMESPACES
    )
    made.set(SCHEMA_LOCATION, f"{_IDENTIFIER} {_IDENTIFIER}.xsd")
    add(made, "scheme", "oai")
    add(made, "repositoryIdentifier", repository.namespace)
    add(made, "delimiter", ":")
    add(made, "sampleIdentifier", repository.identifier("record"))
    return made
