"""Says what is worth knowing about a record that was put together."""

from collections.abc import Iterator, Sequence

from tei_encoder.assemble.page import Page
from tei_encoder.assemble.people.participants import Cast
from tei_encoder.assemble.rules import (
    AMBIGUOUS_LABEL,
    LABEL_WITHOUT_SPEECH,
    MERGED_LABELS,
    NO_SPEECH,
    UNATTRIBUTED_SPEECH,
    UNCLASSIFIED_BLOCKS,
    UNDATED_RECORD,
)
from tei_encoder.assemble.turns import Turn
from tei_encoder.model.block import Kind
from tei_encoder.model.diagnostic import Diagnostic, Rule
from tei_encoder.model.record import Record
from tei_encoder.model.source import Span


def findings(
    page: Page, record: Record, company: Cast, turns: Sequence[Turn]
) -> Iterator[Diagnostic]:
    """Give the findings on a record, those on the whole of it first."""
    if not turns:
        yield _finding(NO_SPEECH, "no turn was found; the record has paragraphs only")
    if record.description.date is None:
        yield _finding(UNDATED_RECORD, "no date of the conversation was found")
    unclassified = [b for b in page.blocks if b.kind is Kind.OTHER and b.field is None]
    if unclassified:
        count = len(unclassified)
        said = "1 block is" if count == 1 else f"{count} blocks are"
        yield _finding(
            UNCLASSIFIED_BLOCKS, f"{said} of no known kind", page.span(unclassified[0])
        )
    for span, reason in company.merged:
        yield _finding(MERGED_LABELS, f"merged {reason}", span)
    for span, printed in company.ambiguous:
        yield _finding(AMBIGUOUS_LABEL, f"“{printed}” could be several people", span)
    yield from _odd_turns(page, turns)


def _odd_turns(page: Page, turns: Sequence[Turn]) -> Iterator[Diagnostic]:
    if turns and turns[0].continued:
        yield _finding(
            UNATTRIBUTED_SPEECH,
            "speech stands before any label",
            turns[0].content[0].spans[0],
        )
    told = {turn.label.start for turn in turns if turn.label}
    for block in page.blocks:
        if block.label and page.span(block).start not in told:
            yield _finding(
                LABEL_WITHOUT_SPEECH,
                "no speech follows this label",
                block.label.printed,
            )


def _finding(rule: Rule, message: str, span: Span | None = None) -> Diagnostic:
    return Diagnostic(rule, message, span=span, source="assemble")
