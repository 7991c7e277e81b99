"""The four endpoints: from a request to what is sent."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from typing import Final

from tei_encoder.serve.dts import collection, document, navigation
from tei_encoder.serve.dts.addresses import Addresses
from tei_encoder.serve.dts.arguments import arguments_of
from tei_encoder.serve.dts.errors import DtsError
from tei_encoder.serve.dts.pages import JsonObject
from tei_encoder.serve.oai.repository import Repository
from tei_encoder.serve.parameters import ParameterError, parameters_of

CONTEXT: Final = "https://dtsapi.org/context/v1.0.json"
VERSION: Final = "1.0"
_JSON: Final = "application/ld+json"
#: RFC 9457; the specification knows statuses alone
_PROBLEM: Final = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent: a status, a media type, a body, further headers."""

    status: HTTPStatus
    media_type: str
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Asked:
    repository: Repository
    addresses: Addresses
    query: bytes

    def arguments(self, known: tuple[str, ...]) -> Mapping[str, str]:
        return arguments_of(parameters_of(self.query), known)


def answer(repository: Repository, endpoint: str, query: bytes, base: str) -> Answer:
    """Answer a request; `base` is the address of the entry point, with a slash.

    Whatever is wrong with the request is said in the answer.
    Raises `ChangedError` where files change while they are read.
    """
    asked = _Asked(repository, Addresses(base), query)
    try:
        return repository.library.answer(partial(ENDPOINTS[endpoint], asked))
    except ParameterError as error:
        return _problem(HTTPStatus.BAD_REQUEST, str(error))
    except DtsError as error:
        return _problem(error.status, error.message)


def _entry(asked: _Asked) -> Answer:
    asked.arguments(())
    made: JsonObject = {"@type": "EntryPoint", **asked.addresses.entry()}
    return _json({"@id": asked.addresses.base, **made})


def _collection(asked: _Asked) -> Answer:
    arguments = asked.arguments(collection.PARAMETERS)
    return _json(collection.collection(asked.repository, asked.addresses, arguments))


def _navigation(asked: _Asked) -> Answer:
    arguments = asked.arguments(navigation.PARAMETERS)
    made = navigation.navigation(asked.repository, asked.addresses, arguments)
    address = f"{asked.addresses.base}navigation/?{asked.query.decode('ascii')}"
    return _json({"@id": address, **made})


def _document(asked: _Asked) -> Answer:
    arguments = asked.arguments(document.PARAMETERS)
    item, media_type, body = document.document(asked.repository.library, arguments)
    link = f'<{asked.addresses.collection(item.id)}>; rel="collection"'
    return Answer(HTTPStatus.OK, media_type, body, {"Link": link})


#: by the last part of their address
ENDPOINTS: Final[Mapping[str, Callable[[_Asked], Answer]]] = {
    "": _entry,
    "collection": _collection,
    "navigation": _navigation,
    "document": _document,
}


def _json(made: JsonObject) -> Answer:
    stated: JsonObject = {"@context": CONTEXT, "dtsVersion": VERSION, **made}
    body = json.dumps(stated, ensure_ascii=False, indent=1).encode()
    return Answer(HTTPStatus.OK, _JSON, body)


def _problem(status: HTTPStatus, message: str) -> Answer:
    made = {"title": status.phrase, "status": int(status), "detail": message}
    return Answer(status, _PROBLEM, json.dumps(made, ensure_ascii=False).encode())
