"""The addresses of the server, and what answers at each (needs the extra `serve`)."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from tei_encoder.errors import TeiEncoderError, defect
from tei_encoder.serve import dts, oai
from tei_encoder.serve.library import ChangedError
from tei_encoder.serve.parameters import LONGEST_QUERY
from tei_encoder.serve.site import Site

Handler = Callable[[Request], Awaitable[Response]]

_FORM = "application/x-www-form-urlencoded"
_XML = "text/xml; charset=utf-8"  # section 3.1.2 of OAI-PMH 2.0
_LATER = {"Retry-After": "5"}


def application(site: Site, ready: Callable[[], None] = lambda: None) -> Starlette:
    """Give the ASGI application that serves a folder; nothing in it can write.

    `ready` is called when the server has begun, and can be interrupted in good order.
    """

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        ready()
        yield

    routes = [
        Route("/", partial(_welcome, site)),
        Route("/oai", partial(_oai, site), methods=["GET", "POST"]),
        *(
            Route(path, partial(_dts, site, name))
            for name in dts.ENDPOINTS
            for path in _paths(name)
        ),
    ]
    hosts = list(site.hosts) or ["*"]
    guard = Middleware(TrustedHostMiddleware, allowed_hosts=hosts, www_redirect=False)
    return Starlette(routes=routes, middleware=[guard], lifespan=lifespan)


def _paths(endpoint: str) -> tuple[str, str]:
    """Give the paths of an endpoint; people and clients forget the slash."""
    path = f"/dts/{endpoint}".rstrip("/")
    return path, f"{path}/"


async def _welcome(site: Site, request: Request) -> Response:
    base = site.base(str(request.base_url))
    text = (
        f"{site.repository.name}\n\nOAI-PMH 2.0  {base}oai\nDTS 1.0      {base}dts/\n"
    )
    return PlainTextResponse(text)


async def _oai(site: Site, request: Request) -> Response:
    query: bytes = request.scope["query_string"]
    if request.method == "POST":
        kind = request.headers.get("content-type", "").partition(";")[0].strip()
        if kind.lower() != _FORM:
            return PlainTextResponse(f"send {_FORM}\n", status_code=415)
        body = await _body(request)
        if body is None:
            return PlainTextResponse("the request is too long\n", status_code=413)
        query = body
    address = f"{site.base(str(request.base_url))}oai"
    return await _calmly(
        site,
        lambda: Response(oai.respond(site.repository, query, address), media_type=_XML),
    )


async def _dts(site: Site, endpoint: str, request: Request) -> Response:
    query: bytes = request.scope["query_string"]
    base = f"{site.base(str(request.base_url))}dts/"

    def answer() -> Response:
        made = dts.answer(site.repository, endpoint, query, base)
        return Response(
            made.body,
            status_code=made.status,
            media_type=made.media_type,
            headers=dict(made.headers),
        )

    return await _calmly(site, answer)


async def _body(request: Request) -> bytes | None:
    """Read what was posted; None where it is too long."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_QUERY:
            return None
    return body


async def _calmly(site: Site, answer: Callable[[], Response]) -> Response:
    """Answer beside other requests; ask for patience where the files are changing."""
    report = site.repository.library.report
    try:
        return await run_in_threadpool(answer)
    except ChangedError:
        text = "the files are changing; try again\n"
        return PlainTextResponse(text, status_code=503, headers=_LATER)
    except TeiEncoderError as error:
        problem = error
    except Exception as error:  # noqa: BLE001 - the server goes on, and says what it was
        problem = defect(error)
    await run_in_threadpool(report, problem)
    return PlainTextResponse("the server failed; its log says why\n", status_code=500)
