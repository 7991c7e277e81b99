"""The addresses that characters of a PDF page point to."""

from collections.abc import Iterator
from ctypes import create_string_buffer
from typing import Any

#: links that one page may have
_MOST = 2000


def links(raw: Any, page: Any, textpage: Any) -> dict[int, str]:  # noqa: ANN401 - an optional library
    """Map the indexes of linked characters to the address, as the file has it.

    Links within the file have none and are left out.
    """
    found: dict[int, str] = {}
    for link in _links(raw, page):
        address = _address(raw, page.pdf, link)
        for area in _areas(raw, link) if address else ():
            for index in _characters(raw, textpage, area):
                found[index] = address
    return found


def _links(raw: Any, page: Any) -> Iterator[Any]:  # noqa: ANN401 - an optional library
    place, link = raw.c_int(0), raw.FPDF_LINK()
    for _ in range(_MOST):
        if not raw.FPDFLink_Enumerate(page, place, link):
            return
        yield link


def _address(raw: Any, document: Any, link: Any) -> str:  # noqa: ANN401 - an optional library
    action = raw.FPDFLink_GetAction(link)
    if not action:
        return ""
    length = raw.FPDFAction_GetURIPath(document, action, None, 0)
    if length <= 1:
        return ""
    buffer = create_string_buffer(length)
    raw.FPDFAction_GetURIPath(document, action, buffer, length)
    return buffer.value.decode("utf-8", "replace")


def _areas(raw: Any, link: Any) -> Iterator[tuple[float, float, float, float]]:  # noqa: ANN401 - an optional library
    """Give left, bottom, right, top of each line of a link."""
    points = raw.FS_QUADPOINTSF()
    count = raw.FPDFLink_CountQuadPoints(link)
    for number in range(min(count, _MOST)):
        if raw.FPDFLink_GetQuadPoints(link, number, points):
            xs = (points.x1, points.x2, points.x3, points.x4)
            ys = (points.y1, points.y2, points.y3, points.y4)
            yield min(xs), min(ys), max(xs), max(ys)
    area = raw.FS_RECTF()
    if count <= 0 and raw.FPDFLink_GetAnnotRect(link, area):
        yield area.left, area.bottom, area.right, area.top


def _characters(
    raw: Any,  # noqa: ANN401 - an optional library
    textpage: Any,  # noqa: ANN401 - the same
    area: tuple[float, float, float, float],
) -> Iterator[int]:
    """Give the characters whose middle lies in an area."""
    left, bottom, right, top = area
    box = raw.FS_RECTF()
    for index in range(raw.FPDFText_CountChars(textpage)):
        raw.FPDFText_GetLooseCharBox(textpage, index, box)
        x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
        if left <= x <= right and bottom <= y <= top:
            yield index
