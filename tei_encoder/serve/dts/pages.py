"""Long lists, page by page (the object `Pagination` of the specification)."""

from collections.abc import Mapping
from urllib.parse import urlencode

from tei_encoder.serve.dts.errors import not_found

JsonObject = dict[str, object]


def last_page(total: int, size: int) -> int:
    """Give the number of the last page, from 1."""
    return max(1, -(-total // size))


def pagination(
    address: str, arguments: Mapping[str, str], page: int, last: int
) -> JsonObject:
    """Give the property `view` of a list on several pages, none for a single one.

    `address` is that of the endpoint; raises `DtsError` (404) beyond the last page.
    """
    if page > last:
        raise not_found(f"the last page is {last}")
    if last == 1:
        return {}

    def at(number: int) -> str | None:
        within = 1 <= number <= last
        query = urlencode({**arguments, "page": number})
        return f"{address}?{query}" if within else None

    return {
        "view": {
            "@id": at(page),
            "@type": "Pagination",
            "first": at(1),
            "previous": at(page - 1),
            "next": at(page + 1),
            "last": at(last),
        }
    }
