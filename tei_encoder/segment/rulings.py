"""A reviewer's rulings on blocks and labels: they win over whatever was read."""

from dataclasses import dataclass, replace

from tei_encoder.decisions import without_effect
from tei_encoder.model.block import Block, Field, Kind, Label
from tei_encoder.model.decision import Decisions, Labelling, Relabel, Ruling
from tei_encoder.model.diagnostic import Diagnostic, Outcome
from tei_encoder.model.source import Source, Span
from tei_encoder.segment import rules
from tei_encoder.segment.advice import remedy
from tei_encoder.segment.cutting import (
    at,
    joined_with_speech,
    label_of,
    pieces,
    replaced,
    split,
)

#: named as the recognizer of what a person ruled; no reading comes near it
RULING = "ruling"
CERTAIN = 100.0
SPEECH = frozenset({Kind.TURN, Kind.TURN_CONTINUATION})
#: what a speech runs on over
WITHIN_SPEECH = frozenset({Kind.STAGE, Kind.NOTE, Kind.PAGE_MARKER, Kind.FOOTNOTE})

Blocks = tuple[Block, ...]


def rule_on_blocks(
    source: Source, decisions: Decisions, read: Outcome[Blocks], span: Span
) -> Outcome[Blocks]:
    """Give the blocks of the record in `span` as reviewers want them.

    They still partition the text. What a person has ruled on is no finding any more;
    a ruling that finds no block or label to rule on is one.
    """
    desk = _Desk(source.text, read.value)
    for ruling, relabel in decisions.of(Relabel, span):
        desk.relabel(ruling, relabel)
    for ruling, labelling in decisions.of(Labelling, span):
        if labelling.stands:
            desk.add_label(ruling)
        else:
            desk.strike_label(ruling)
    ruled = [b.span for b in desk.blocks if b.recognizer == RULING]
    spoken = any(b.kind is Kind.TURN for b in desk.blocks)
    left = (
        replace(d, help=d.help or remedy(source, d))
        for d in read.diagnostics
        if not _settled(d, ruled, spoken=spoken)
    )
    return Outcome(desk.blocks, (*left, *desk.findings))


def is_ruled(block: Block, decisions: Decisions) -> bool:
    """Tell whether a reviewer has ruled what a block, or its label, is."""
    return any(
        isinstance(ruling.action, Relabel | Labelling)
        and ruling.span is not None
        and ruling.span.overlaps(block.span)
        for ruling in decisions.rulings
    )


def _settled(finding: Diagnostic, ruled: list[Span], *, spoken: bool) -> bool:
    if finding.rule is rules.NO_TURNS:
        return spoken
    own = finding.rule in {
        rules.SINGLE_TURN_SPEAKER,
        rules.UNCLASSIFIED_BLOCK,
        rules.NARROW_MARGIN,
    }
    place = finding.span
    return own and place is not None and any(place.overlaps(span) for span in ruled)


@dataclass(slots=True)
class _Desk:
    """The blocks of a record while they are ruled on."""

    text: str
    blocks: Blocks
    findings: tuple[Diagnostic, ...] = ()

    def relabel(self, ruling: Ruling, action: Relabel) -> None:
        """Give every block that holds some of the words another kind."""
        span = ruling.span or Span(0, 0)
        touched = [b for b in self.blocks if _is_printed(b) and b.span.overlaps(span)]
        if not touched:
            self._report(ruling, "no block holds these words")
        for block in touched:
            keeps = action.kind is Kind.TURN
            made = [block] if keeps else self._without_label(block)
            if not keeps and block.label and span in block.label.printed:
                # a label on a line of its own goes without the speech below it
                first, *rest = made
                made = [self._ruled(first, ruling, action.kind, action.field), *rest]
            else:
                made = [self._ruled(b, ruling, action.kind, action.field) for b in made]
            self.blocks = replaced(self.blocks, block, made)

    def strike_label(self, ruling: Ruling) -> None:
        """Make text of a label: of the speech before it, or a paragraph."""
        block = self._block(ruling)
        label = block.label if block else None
        span = ruling.span
        if (
            block is None
            or label is None
            or not span
            or not span.overlaps(label.printed)
        ):
            self._report(ruling, "these words are not read as a label")
            return
        made = self._without_label(block)
        made = [self._ruled(made[0], ruling, made[0].kind), *made[1:]]
        self.blocks = replaced(self.blocks, block, made)

    def add_label(self, ruling: Ruling) -> None:
        """Begin a turn with the words, which are its label as printed."""
        block = self._block(ruling)
        if block is None or ruling.span is None or ruling.span.end > block.span.end:
            self._report(ruling, "no block holds these words")
            return
        before, rest = split(self.text, block, ruling.span.start)
        label = label_of(self.text, ruling.span, rest.span)
        turn = replace(rest, label=label, resumes=False)
        turn = self._ruled(turn, ruling, Kind.TURN)
        self.blocks = replaced(self.blocks, block, [*before, turn])
        if label.printed.end >= turn.span.end:
            self.blocks = joined_with_speech(self.text, self.blocks, turn)

    def _without_label(self, block: Block) -> list[Block]:
        if block.label is None:
            return [block]
        kind = self._kind_after(block)
        return [replace(b, kind=kind, label=None) for b in pieces(self.text, block)]

    def _kind_after(self, block: Block) -> Kind:
        """Tell what text without a label is: more of a speech, or none of one."""
        for other in reversed(self.blocks[: self.blocks.index(block)]):
            if _is_printed(other) and other.kind not in WITHIN_SPEECH:
                spoken = other.kind in SPEECH
                return Kind.TURN_CONTINUATION if spoken else Kind.NARRATION
        return Kind.NARRATION

    def _block(self, ruling: Ruling) -> Block | None:
        block = at(self.blocks, ruling.span.start) if ruling.span else None
        return block if block and _is_printed(block) else None

    def _ruled(
        self, block: Block, ruling: Ruling, kind: Kind, field: Field | None = None
    ) -> Block:
        why = f": {ruling.why}" if ruling.why else ""
        label: Label | None = block.label if kind is Kind.TURN else None
        return replace(
            block,
            kind=kind,
            field=field,
            label=label,
            recognizer=RULING,
            score=CERTAIN,
            margin=CERTAIN,
            evidence=(f"ruled by {ruling.by}{why}",),
        )

    def _report(self, ruling: Ruling, message: str) -> None:
        self.findings += (without_effect(ruling, message),)


def _is_printed(block: Block) -> bool:
    return block.field is not Field.BLANK
