"""Paragraphs that a file wraps at a margin, as one line each: offsets stay the same."""

from tei_encoder.model.source import Source

#: a line that a margin ended is at least as long (characters)
WRAPPED = 45


def unwrapped(source: Source) -> str:
    """Give the text of a source with spaces for the line ends of wrapped paragraphs.

    What the file has as an aside is blank. Without layout it is the text itself.
    """
    text, layout = source.text, source.layout
    if not (layout.paragraphs or layout.asides):
        return text
    pieces: list[str] = []
    done = 0
    blank = [(aside.span, True) for aside in layout.asides]
    spans = [*blank, *((p.span, False) for p in layout.paragraphs)]
    for span, hidden in sorted(spans, key=lambda each: (each[0], not each[1])):
        if span.start < done:
            continue
        words = span.of(text)
        pieces += (text[done : span.start], _blank(words) if hidden else _line(words))
        done = span.end
    return "".join((*pieces, text[done:]))


def _line(paragraph: str) -> str:
    lines = paragraph.split("\n")
    wrapped = all(len(line) >= WRAPPED for line in lines[:-1])
    return paragraph.replace("\n", " ") if wrapped else paragraph


def _blank(words: str) -> str:
    return "".join("\n" if char == "\n" else " " for char in words)
