"""The response: written element by element, so that a page is never a tree of all."""

import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from lxml import etree

from tei_encoder.export.xml_file import SCHEMA_LOCATION
from tei_encoder.serve.clock import now
from tei_encoder.serve.oai.arguments import request_of
from tei_encoder.serve.oai.elements import NAMESPACES, OAI, element, qualified
from tei_encoder.serve.oai.errors import Code, OaiError
from tei_encoder.serve.oai.repository import Repository
from tei_encoder.serve.oai.verbs import VERBS
from tei_encoder.serve.parameters import ParameterError, parameters_of

_LOCATION: Final = f"{OAI} http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd"
#: errors after which the arguments are not repeated (section 3.2)
_SILENT: Final = frozenset({Code.BAD_VERB, Code.BAD_ARGUMENT})


def respond(repository: Repository, query: bytes, address: str) -> bytes:
    """Answer a request; `address` is the base URL of the provider.

    Whatever is wrong with the request is said in the answer.
    Raises `ChangedError` where files change while they are read.
    """
    arguments: Mapping[str, str] = {}
    try:
        pairs = parameters_of(query)
        arguments = dict(pairs)
        request = request_of(pairs)
        return repository.library.answer(
            lambda: _written(
                address,
                arguments,
                request.verb,
                _addressed(VERBS[request.verb](repository, request), address),
            )
        )
    except ParameterError as error:
        problem = OaiError(Code.BAD_ARGUMENT, str(error))
    except OaiError as error:
        problem = error
    if problem.code in _SILENT:
        arguments = {}
    made = element("error", problem.message)
    made.set("code", problem.code)
    return _written(address, arguments, None, [made])


def _addressed(
    made: Iterator[etree._Element], address: str
) -> Iterator[etree._Element]:
    """Fill in the one element that states the address."""
    for child in made:
        if child.tag == qualified("baseURL"):
            child.text = address
        yield child


def _written(
    address: str,
    arguments: Mapping[str, str],
    container: str | None,
    children: Iterable[etree._Element],
) -> bytes:
    stream = io.BytesIO()
    request = element("request", address)
    for name, value in arguments.items():
        request.set(name, value)
    location = {SCHEMA_LOCATION: _LOCATION}
    with etree.xmlfile(stream, encoding="UTF-8") as file:
        file.write_declaration()
        with file.element(qualified("OAI-PMH"), location, nsmap=NAMESPACES):
            file.write(element("responseDate", now()), request)
            if container is None:
                file.write(*children)
            else:
                with file.element(qualified(container)):
                    for child in children:
                        file.write(child)
    return stream.getvalue()
