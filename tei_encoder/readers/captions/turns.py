"""Makes one reading text of captions, with their turns and times.

A turn is a line end apart from its captions: the words of a voice, with the name that
the file states before them and a tab between. A voice that goes on over several
captions is named once. Where no voice is stated, `>>` and dashes tell another speaker;
without these too, a pause does, unless lines begin with `NAME:`: then nothing is
stated, and the words are read as any text is.
"""

from dataclasses import replace
from typing import Final

from tei_encoder.metadata.values import tag_problem
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.layout import Aside, Cue, StatedTurn
from tei_encoder.model.metadata import Metadata
from tei_encoder.model.source import Source
from tei_encoder.model.span import Span
from tei_encoder.readers.captions import caption
from tei_encoder.readers.captions.caption import Caption, Captions, Words
from tei_encoder.readers.captions.findings import findings
from tei_encoder.readers.captions.speakers import label_at, names_speakers, parted
from tei_encoder.readers.reading_text import CELL, LINE, PARAGRAPH, ReadingText

#: a stretch of speech ends with a silence (TEI Guidelines, 8.3.1): how long one is,
#: in milliseconds, where nothing else parts the turns
SILENCE: Final = 2000


def source_of(
    captions: Captions, data: bytes, uri: str, *, reader: str, encoding: str
) -> Outcome[Source]:
    """Give the source of captions; raises `ReadError` where they hold no words."""
    found = tuple(findings(captions, uri))
    text = ReadingText()
    writer = _Writer(text, captions)
    for item in captions.flow:
        writer.write(item)
    writer.close()
    text.part(PARAGRAPH)
    for item in captions.after:
        text.part(LINE)
        text.remember(Aside(text.add(item.text), item.reason))
    source = text.source(data, uri, reader=reader, encoding=encoding)
    if captions.language and tag_problem(captions.language) is None:
        told = Metadata(name=uri, language=captions.language)
        source = replace(source, stated=told)
    return Outcome(source, found)


class _Writer:
    """Writes captions one after the other, and closes each turn when it ends."""

    def __init__(self, text: ReadingText, captions: Captions) -> None:
        self.text = text
        all_words = [w for item in captions.captions for w in item.words]
        self.pieces = {id(w): tuple(parted(w)) for w in all_words}
        pieces = [piece for parts in self.pieces.values() for piece in parts]
        voiced = any(piece.voice for piece in pieces)
        self.marked = any(p.text[: p.mark].strip().startswith(">") for p in pieces)
        named = any(names_speakers(piece.text) for piece in pieces)
        self.stated = voiced or self.marked or not named
        self.voice: str | None = None
        self.label: Span | None = None
        self.speech: list[Span] = []
        self.open = False
        self.end: int | None = None

    def write(self, item: Caption | caption.Aside) -> None:
        """Write a caption, or words that nobody said."""
        if isinstance(item, Caption):
            for words in item.words:
                for piece in self.pieces[id(words)]:
                    self.say(piece, item)
            return
        self.text.part(PARAGRAPH)
        self.text.remember(Aside(self.text.add(item.text), item.reason))
        self.text.part(PARAGRAPH)
        self.open = False

    def say(self, words: Words, item: Caption) -> None:
        """Write the words of one voice; begin a turn where another one begins."""
        if self._is_another(words, item):
            self._begin(words)
        else:
            self.text.part(LINE)
        said = self._add(words)
        self._time(said, item)
        if self.open:
            self.speech[-1] = Span(self.speech[-1].start, said.end)
        elif said:
            self.speech.append(said)
            self.open = True

    def _begin(self, words: Words) -> None:
        self.close()
        self.text.part(PARAGRAPH)
        self.voice = words.voice
        if words.voice:
            self.label = self.text.add(words.voice)
            self.text.add(CELL)

    def close(self) -> None:
        """End the turn."""
        if self.stated and self.speech:
            self.text.remember(StatedTurn(self.label, tuple(self.speech)))
        self.label, self.speech, self.open = None, [], False

    def _is_another(self, words: Words, item: Caption) -> bool:
        if not self.stated:
            return False
        if self.voice is None or words.marked or words.voice != self.voice:
            return True
        silent = self.end is not None and (item.begin or 0) - self.end >= SILENCE
        return silent and not words.voice and not self.marked

    def _add(self, words: Words) -> Span:
        """Write words; give the span of what is said, without a mark before it."""
        bare = words.text.strip("\r\n")
        cut = len(words.text) - len(words.text.lstrip("\r\n"))
        start = self.text.add(bare).start
        for begin, end, style in words.styles:
            first, last = max(0, begin - cut), min(len(bare), end - cut)
            self.text.styled(Span(start + first, start + max(first, last)), [style])
        mark = max(0, words.mark - cut) if self.stated else 0
        if mark:
            sign = _trimmed(bare[:mark], start)
            self.text.remember(Aside(sign, "speaker-change"))
            if name := label_at(bare, mark):
                self.label = _trimmed(bare[name[0] : name[1] - 1], start + name[0])
                mark = name[1]
        return _trimmed(bare[mark:], start + mark)

    def _time(self, said: Span, item: Caption) -> None:
        begin, end = item.begin, item.end
        if said and begin is not None and end is not None and 0 <= begin <= end:
            self.text.remember(Cue(said, begin, end))
        self.end = end if end is not None else self.end


def _trimmed(words: str, start: int) -> Span:
    """Give the span of words that stand at `start`, without white space at the ends."""
    first = len(words) - len(words.lstrip())
    return Span(start + first, start + max(first, len(words.rstrip())))
