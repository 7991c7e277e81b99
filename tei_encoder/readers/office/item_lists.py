"""Makes lists of paragraphs that are items, each with its level."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tei_encoder.model.layout import ItemList
from tei_encoder.model.span import Span


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph's place in a list: level from 0, and which list it says it is of.

    `begins` is false for the further paragraphs of an item.
    """

    level: int
    key: str
    ordered: bool
    begins: bool = True


@dataclass(slots=True)
class _Open:
    """A list that may get more items."""

    item: Item
    spans: list[Span] = field(default_factory=list)

    def close(self) -> ItemList:
        """Give the list as it is."""
        span = Span(self.spans[0].start, self.spans[-1].end)
        return ItemList(span, tuple(self.spans), self.item.ordered)


@dataclass(slots=True)
class ItemLists:
    """The lists that are open at a place, outermost first; inner ones lie in items."""

    _open: list[_Open] = field(default_factory=list)

    def add(self, item: Item, span: Span) -> Iterator[ItemList]:
        """Add a paragraph; give the lists that it ends."""
        while self._open and not self._continues(item):
            yield self._pop()
        if not self._open or self._open[-1].item.level < item.level:
            self._open.append(_Open(item))
        spans = self._open[-1].spans
        if not item.begins and spans:
            span = Span(spans.pop().start, span.end)
        spans.append(span)

    def close(self) -> Iterator[ItemList]:
        """End all lists, and give them."""
        while self._open:
            yield self._pop()

    def _continues(self, item: Item) -> bool:
        last = self._open[-1].item
        same = last.level == item.level and last.key == item.key
        return same or last.level < item.level

    def _pop(self) -> ItemList:
        """End the innermost list; the item that holds it reaches as far."""
        made = self._open.pop().close()
        if self._open:
            outer = self._open[-1].spans
            outer[-1] = Span(outer[-1].start, max(outer[-1].end, made.span.end))
        return made
