"""What is to be said of the pages of a PDF."""

from collections.abc import Iterable, Iterator, Sequence

from tei_encoder.model.diagnostic import Diagnostic, Rule
from tei_encoder.readers.pdf import rules
from tei_encoder.readers.pdf.page import Page


def findings(pages: Sequence[Page], attached: int) -> Iterator[Diagnostic]:
    """Report what of a PDF is not in its reading text, or cannot be relied on."""
    damaged = [n for n, page in enumerate(pages, 1) if page.damaged]
    empty = [
        n
        for n, page in enumerate(pages, 1)
        if not (page.damaged or page.lines or page.turned)
    ]
    if damaged:
        yield _found(rules.DAMAGED_PAGE, f"{_pages(damaged)} cannot be opened")
    if empty:
        message = f"no text on {_pages(empty)} of {len(pages)}"
        yield _found(rules.PAGES_WITHOUT_TEXT, message)
    yield from _counted(pages)
    yield from _unread(sum(page.unread for page in pages), attached)


def _counted(pages: Sequence[Page]) -> Iterator[Diagnostic]:
    if unmapped := sum(page.unmapped for page in pages):
        message = f"{_count(unmapped, 'character')} without Unicode value: U+FFFD"
        yield _found(rules.UNMAPPED_CHARACTERS, message)
    if unseen := sum(page.unseen for page in pages):
        message = f"{_count(unseen, 'word')} written without being seen: left out"
        yield _found(rules.HIDDEN_TEXT, message)
    if turned := sum(len(page.turned) for page in pages):
        message = f"{_count(turned, 'line')} in another direction: set aside"
        yield _found(rules.TURNED_TEXT, message)


def _unread(comments: int, attached: int) -> Iterator[Diagnostic]:
    if comments or attached:
        parts = []
        if comments:
            parts.append(_count(comments, "comment or form field"))
        if attached:
            parts.append(_count(attached, "attached file"))
        yield _found(rules.NOT_READ, f"not read: {', '.join(parts)}")


def _found(rule: Rule, message: str) -> Diagnostic:
    return Diagnostic(rule, message, source="readers")


def _count(number: int, word: str) -> str:
    head, _, tail = word.partition(" ")
    return f"{number} {word}" if number == 1 else f"{number} {head}s {tail}".strip()


def _pages(numbers: list[int]) -> str:
    """Give page numbers as ranges: `pages 2, 4-6`."""
    ranges = ", ".join(_ranges(numbers))
    return f"page {ranges}" if len(numbers) == 1 else f"pages {ranges}"


def _ranges(numbers: Iterable[int]) -> Iterator[str]:
    start = end = 0
    for number in numbers:
        if start and number == end + 1:
            end = number
            continue
        if start:
            yield f"{start}-{end}" if end > start else str(start)
        start = end = number
    if start:
        yield f"{start}-{end}" if end > start else str(start)
