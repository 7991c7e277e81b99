"""The rulings of a file, one a line, and whether they find their words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tei_encoder.cli.render.excerpt import visible
from tei_encoder.cli.render.lines import Lines
from tei_encoder.decisions import find_rulings, wording
from tei_encoder.decisions.rules import OUTDATED
from tei_encoder.model.decision import Decisions, Review, Ruling
from tei_encoder.model.source import Source


@dataclass(frozen=True, slots=True)
class Row:
    """A ruling: its line in the file, where it holds, and what it says."""

    line: int
    finds: bool
    place: str
    words: str

    def __str__(self) -> str:
        """Give it on one line."""
        return f"{self.line or '':>5}  {self.place:<16} {visible(self.words)}"


def rows(source: Source, decisions: Decisions) -> Iterator[Row]:
    """Give a row for each ruling, in the order of the file, then the reviews."""
    lines = Lines(source.text)
    for ruling in decisions.rulings:
        found = find_rulings(source, replace(decisions, rulings=(ruling,)))
        held = next(iter(found.value.rulings), None)
        place = _place(held, lines) if held else found.diagnostics[0].rule.name
        words = wording(held or ruling, source.text)
        yield Row(ruling.line, held is not None, place, f"{words} {_signed(ruling)}")
    for review in decisions.reviews:
        finds = review.text in {None, source.text_sha256}
        place = "all" if finds else OUTDATED.name
        yield Row(0, finds, place, f"Reviewed. {_signed(review)}")


def _place(ruling: Ruling, lines: Lines) -> str:
    if ruling.span is None:
        return "all"
    line, column = lines.place(ruling.span.start)
    return f"{line}:{column}"


def _signed(signed: Ruling | Review) -> str:
    when = f", {signed.when}" if signed.when else ""
    return f"[{signed.by}{when}]"
