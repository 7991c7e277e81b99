"""Reads Markdown: what its programs print, without the signs that ask for it."""

import re
from collections.abc import Iterator
from html import escape
from typing import Any, Final

from tei_encoder.model.diagnostic import Diagnostic, Outcome
from tei_encoder.model.source import Source
from tei_encoder.readers.decoding import decode
from tei_encoder.readers.extra import require
from tei_encoder.readers.html.read import write_page
from tei_encoder.readers.markdown import rules
from tei_encoder.readers.markdown.footnotes import Footnotes, body, refer, take_out
from tei_encoder.readers.reading_text import ReadingText
from tei_encoder.readers.text import on_encoding

#: lines about the file itself, between two lines of hyphens
_FRONT: Final = re.compile(
    r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL
)
#: the reason with which they are set aside
FRONT: Final = "front-matter"


def read(data: bytes, uri: str, *, encoding: str | None = None) -> Outcome[Source]:
    """Read Markdown (CommonMark 0.31, with tables, strike-through and footnotes).

    The reading text is what is printed: signs of markup are gone, the numbers and
    bullets of lists stand in it, and a line end within a paragraph stays a line end.
    Raises `ReadError` where there is no text, `MissingExtraError` without
    markdown-it-py.
    """
    decoded = decode(data, uri, encoding=encoding)
    words = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT.match(words)
    page = _rendered(words[front.end() :] if front else words, uri)
    text = ReadingText()
    if front:
        page = f'<pre class="{FRONT}">{escape(front[1].strip())}</pre>{page}'
    write_page(page, uri, text, asides={FRONT: FRONT})
    source = text.source(data, uri, reader="md", encoding=decoded.encoding)
    return Outcome(source, (*on_encoding(decoded, encoding), *_on_front(front)))


def _rendered(words: str, uri: str) -> str:
    """Give the page that a text is printed as; notes follow it."""
    markdown = _markdown(uri)
    footnotes = take_out(words)
    numbers: dict[str, str] = {}
    pages = [_page(markdown, footnotes.text, footnotes, numbers)]
    done = 0
    while done < len(numbers):  # a note may refer to another
        label, number = list(numbers.items())[done]
        note = _page(markdown, footnotes.definitions[label], footnotes, numbers)
        pages.append(body(number, note))
        done += 1
    unused = (label for label in footnotes.definitions if label not in numbers)
    pages += [f"<p>{escape(f'{x}: {footnotes.definitions[x]}')}</p>" for x in unused]
    return "".join(pages)


def _markdown(uri: str) -> Any:  # noqa: ANN401 - of an optional package
    module = require("markdown_it", "md", place=uri)
    options = {"html": True, "breaks": True, "maxNesting": 100}
    return module.MarkdownIt("commonmark", options).enable(["table", "strikethrough"])


def _page(
    markdown: Any,  # noqa: ANN401 - of an optional package
    words: str,
    footnotes: Footnotes,
    numbers: dict[str, str],
) -> str:
    tokens = markdown.parse(words)
    for token in tokens:
        for child in token.children or ():
            if child.type == "text" and "[^" in child.content:
                found = refer(child.content, footnotes, numbers)
                if found is not None:
                    child.type, child.content = "html_inline", found
    page: str = markdown.renderer.render(tokens, markdown.options, {})
    return page


def _on_front(front: re.Match[str] | None) -> Iterator[Diagnostic]:
    if front:
        count = front[1].count("\n")
        message = f"{count} lines of front matter set aside"
        yield Diagnostic(rules.FRONT_MATTER, message, source="readers")
