"""A reviewer's rulings on the description: they win over page, rules and metadata."""

from dataclasses import replace

from tei_encoder.assemble.description.dating import dates_in
from tei_encoder.assemble.ownership import Owner, owner
from tei_encoder.assemble.page import Page
from tei_encoder.model.decision import Decisions, Describe, Element, Ruling
from tei_encoder.model.description import Certainty, Description, Origin, Statement
from tei_encoder.model.source import Span


def rule_on_description(
    page: Page, found: Description, decisions: Decisions, within: Span
) -> Description:
    """Give the description of the record in `within` as reviewers want it.

    A ruling without a value, or on the words that are stated already, confirms them;
    one that quotes no words holds for every record of the source.
    """
    for ruling, action in decisions.of(Describe, within):
        name = str(action.element)
        said = _statement(page, getattr(found, name), ruling, action)
        # mypy cannot know that every `Element` names a statement
        found = replace(found, **{name: said})  # type: ignore[arg-type]
    return found


def _statement(
    page: Page, stated: Statement | None, ruling: Ruling, action: Describe
) -> Statement:
    is_date = action.element is Element.DATE
    made = Statement(
        action.value or "",
        origin=Origin.DECISION,
        when=action.value if is_date else None,
        certainty=Certainty.HIGH,
        responsible=ruling.by,
    )
    if ruling.span is None or (action.value and not is_date):
        return made
    words = ruling.span.of(page.text)
    made = replace(made, text=words, span=_span(page, stated, ruling.span))
    if is_date and made.when is None:
        made = replace(made, when=_when(page, stated, ruling.span))
    return made


def _when(page: Page, stated: Statement | None, span: Span) -> str | None:
    """Give the normalized form that is known, or that the words have."""
    if stated and stated.span == span:
        return stated.when
    return next((match.reading.when for match in dates_in(page, span)), None)


def _span(page: Page, stated: Statement | None, span: Span) -> Span | None:
    """Give the place of the words, where the header may point to it or has it."""
    if stated and stated.span == span:
        return span
    kept = (page.span(block) for block in page.blocks if owner(block) is Owner.PART)
    return span if any(span in place for place in kept) else None
