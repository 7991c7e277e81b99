"""Lists of records, page by page (`ListIdentifiers`, `ListRecords`)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from lxml import etree

from tei_encoder.serve.item import Item
from tei_encoder.serve.oai.arguments import TOKEN, Request
from tei_encoder.serve.oai.dates import selection_of
from tei_encoder.serve.oai.elements import element, header, resumption
from tei_encoder.serve.oai.errors import Code, OaiError
from tei_encoder.serve.oai.formats import FORMATS, Format
from tei_encoder.serve.oai.repository import Repository
from tei_encoder.serve.oai.token import Token, read_token, write_token

#: a page ends before its files have more bytes than this, though never without one
_LARGEST: Final = 16_000_000

Made = Callable[[Repository, Item], etree._Element]  # noqa: SLF001 - its only name


def list_identifiers(
    repository: Repository, request: Request
) -> Iterator[etree._Element]:
    """Give headers of the records meant; raises `OaiError`."""
    start = _start(repository, request)
    return _page(repository, start, header)


def list_records(repository: Repository, request: Request) -> Iterator[etree._Element]:
    """Give the records meant; raises `OaiError`."""
    start = _start(repository, request)
    return _page(repository, start, record_in(format_of(start.prefix)))


def format_of(prefix: str) -> Format:
    """Give the format of that prefix; raises `OaiError` (cannotDisseminateFormat)."""
    if prefix not in FORMATS:
        raise OaiError(Code.CANNOT_DISSEMINATE, f"the formats are {', '.join(FORMATS)}")
    return FORMATS[prefix]


def record_in(form: Format) -> Made:
    """Give what makes records in a format; one that is gone has a header alone."""

    def made(repository: Repository, item: Item) -> etree._Element:
        record = element("record")
        record.append(header(repository, item))
        if not item.deleted:
            metadata = element("metadata")
            metadata.append(form.make(repository.library.read(item), item))
            record.append(metadata)
        return record

    return made


def _start(repository: Repository, request: Request) -> Token:
    """Give the place at which the page begins."""
    text = request.get(TOKEN)
    if text is not None:
        token = read_token(text, request.verb, repository.namespace)
        if token.prefix not in FORMATS:
            raise OaiError(Code.BAD_TOKEN, "the token is of a format that is no more")
        return token
    repository.library.freshen()
    prefix = request.arguments["metadataPrefix"]
    meant = selection_of(request.arguments)
    format_of(prefix)
    return Token(request.verb, prefix, meant.since, meant.until, meant.set, 0, "", "")


def _page(repository: Repository, start: Token, made: Made) -> Iterator[etree._Element]:
    register = repository.library.register
    items = register.page(start.selection, start.after, repository.size + 1)
    if not items:
        raise OaiError(Code.NO_RECORDS, "no record is meant by from, until and set")
    last, number = items[0], 0
    for item in _fitting(items[: repository.size]):
        yield made(repository, item)
        last, number = item, number + 1
    end = replace(
        start, cursor=start.cursor + number, datestamp=last.datestamp, id=last.id
    )
    goes_on = number < len(items)
    if goes_on or start.cursor:
        text = write_token(end, repository.namespace) if goes_on else ""
        size = register.count(start.selection)
        yield resumption(text, size=max(size, end.cursor), cursor=start.cursor)


def _fitting(items: list[Item]) -> Iterator[Item]:
    """Give items as long as their files together are not too large."""
    total = 0
    for item in items:
        total += 0 if item.deleted else item.size
        if total > _LARGEST and item is not items[0]:
            return
        yield item
