"""Text to labelled blocks: the stage as a whole."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tei_encoder.model.block import Block, Field, Kind
from tei_encoder.model.diagnostic import Diagnostic, Outcome, Rule
from tei_encoder.model.source import Source, Span
from tei_encoder.profiles.load import load
from tei_encoder.profiles.model import Profile
from tei_encoder.segment import rules
from tei_encoder.segment.blocks import partition
from tei_encoder.segment.forms import key_of
from tei_encoder.segment.labelling import decode, plan
from tei_encoder.segment.laid_out import laid_out
from tei_encoder.segment.page import Page
from tei_encoder.segment.reading import Reading
from tei_encoder.segment.recognizers import readings, recognizers
from tei_encoder.segment.stated import RECOGNIZER
from tei_encoder.stages import Settings

#: a lead of less than this is worth a second look (points)
NARROW = 0.5


def segment(source: Source, settings: Settings) -> Outcome[tuple[Block, ...]]:
    """Cut a text into labelled blocks that partition it; never fails.

    A turn block runs from its label to the end of the first paragraph of speech;
    spans are code points, and no block but a blank one begins or ends with white space.
    """
    found = laid_out(source, complete(settings.profile))
    blocks = found.woven(parse(found.page))
    return Outcome(blocks, tuple(_findings(source.text, blocks)))


def complete(profile: Profile) -> Profile:
    """Give a profile the zones and costs of the generic one where it has none."""
    generic = load("generic")
    return replace(
        profile,
        zones={**generic.zones, **profile.zones},
        costs={**generic.costs, **profile.costs},
    )


def parse(page: Page) -> tuple[Block, ...]:
    """Label the stretches of a page and give its blocks."""
    if not page.stretches:
        return partition(page, ())
    return partition(page, decode(_readings(page), plan(page.profile)))


def explain(source: Source, settings: Settings, line: int) -> tuple[Reading, ...]:
    """Give the readings that compete for the stretch on a line, best first.

    `line` counts from 1; a blank line, and one that the file explains, has none.
    """
    found = laid_out(source, complete(settings.profile))
    page, line = found.page, found.view.line(source.text, line)
    for index, stretch in enumerate(page.stretches):
        if stretch.line <= line <= page.last_line(stretch):
            competing = readings(page, index, recognizers())
            return tuple(sorted(competing, key=lambda r: (-r.score, r.kind)))
    return ()


def _readings(page: Page) -> list[Sequence[Reading]]:
    cues = recognizers()
    return [tuple(readings(page, i, cues)) for i in range(len(page.stretches))]


def _findings(text: str, blocks: Sequence[Block]) -> Iterator[Diagnostic]:
    labels = Counter(key_of(b.label.name.of(text)) for b in blocks if b.label)
    if blocks and not labels and not any(b.kind is Kind.TURN for b in blocks):
        yield Diagnostic(rules.NO_TURNS, "no turn of speech found", source="segment")
    for block in blocks:
        if block.label and labels[key_of(block.label.name.of(text))] == 1:
            yield _finding(
                rules.SINGLE_TURN_SPEAKER,
                "speaker label occurs only once",
                block,
                block.label.printed,
            )
        if block.recognizer == RECOGNIZER:
            continue
        if block.kind is Kind.OTHER and block.field is None:
            yield _finding(
                rules.UNCLASSIFIED_BLOCK, "unclassified block", block, block.span
            )
        elif block.field is not Field.BLANK and block.margin < NARROW:
            yield _finding(
                rules.NARROW_MARGIN, "another reading is close", block, block.span
            )


def _finding(rule: Rule, message: str, block: Block, span: Span) -> Diagnostic:
    label = f"read as {block.kind} (score {block.score:g}, lead {block.margin:g})"
    return Diagnostic(rule, message, span=span, label=label, source="segment")
