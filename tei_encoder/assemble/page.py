"""The page as this stage looks at it: blocks without blanks, and the language."""

from collections.abc import Iterator
from dataclasses import dataclass

from tei_encoder.assemble.people.lexicon import Lexicon, lexicon
from tei_encoder.model.block import Block, Field, Kind
from tei_encoder.model.description import Statement
from tei_encoder.model.source import Span
from tei_encoder.profiles.archives import Archive

#: kinds that are the body of a record, not its head
BODY = frozenset({Kind.TURN, Kind.TURN_CONTINUATION, Kind.NARRATION})


@dataclass(frozen=True, slots=True)
class Page:
    """The text, its blocks in order without blanks, and the language of the record.

    `archives` are those whose citations the house style knows.
    """

    text: str
    blocks: tuple[Block, ...]
    language: str
    archives: tuple[Archive, ...] = ()

    @property
    def tags(self) -> tuple[str, ...]:
        """The languages to read phrases and dates in; archives describe in English."""
        return tuple(dict.fromkeys((self.language, "en")))

    @property
    def lexicon(self) -> Lexicon:
        """The words around names in the language of the record."""
        return lexicon(self.language)

    @property
    def front(self) -> tuple[Block, ...]:
        """The blocks before the body."""
        for number, block in enumerate(self.blocks):
            if block.kind in BODY:
                return self.blocks[:number]
        return self.blocks

    def of_kind(self, *kinds: Kind) -> Iterator[Block]:
        """Give the blocks of some kinds that no field refines to something else."""
        return (block for block in self.blocks if block.kind in kinds)

    def of_field(self, *fields: Field) -> Iterator[Block]:
        """Give the blocks of some fields."""
        return (block for block in self.blocks if block.field in fields)

    def words(self, block: Block) -> str:
        """Give the words of a block."""
        return self.span(block).of(self.text)

    def span(self, block: Block) -> Span:
        """Give the range of a block without white space at its ends."""
        return block.span.trimmed(self.text)

    def state(self, span: Span, when: str | None = None) -> Statement:
        """Make a statement of the words in a range."""
        return Statement(span.of(self.text), span, when=when)
