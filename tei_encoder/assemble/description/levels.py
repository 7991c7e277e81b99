"""Tells what the pieces of a shelf mark number, by the habits of the archive."""

from collections.abc import Iterator, Sequence

from tei_encoder.assemble.page import Page
from tei_encoder.assemble.phrases import find_phrase
from tei_encoder.model.source import Span
from tei_encoder.profiles.archives import Archive

#: a level and the words that state it
Level = tuple[str, Span]


def archive_of(page: Page, repository: Span) -> Archive | None:
    """Give the archive that a piece of a citation names, the longest name first.

    Initials count in their own letters only: `PRO` is no `pro`.
    """
    best: tuple[int, Archive] | None = None
    for archive in page.archives:
        named = find_phrase(page.text, repository, archive.names)
        if named is None or named.of(page.text) not in archive.names:
            continue
        if best is None or len(named) > best[0]:
            best = (len(named), archive)
    return best[1] if best else None


def levels_of(page: Page, archive: Archive, pieces: Sequence[Span]) -> Iterator[Level]:
    """Give the level of each piece that the archive's habits tell.

    A piece with a form gives several; one with a word that numbers something (`op. 3`)
    is told by it; of the others, each takes the next level.
    """
    waiting = list(archive.levels)
    for piece in pieces:
        words = piece.of(page.text)
        if formed := list(_formed(archive, piece, words)):
            yield from formed
            waiting = [w for w in waiting if w not in dict(formed)]
        elif level := designated(archive, words):
            yield level, piece
            waiting = (
                waiting[waiting.index(level) + 1 :] if level in waiting else waiting
            )
        elif waiting:
            yield waiting.pop(0), piece


def _formed(archive: Archive, piece: Span, words: str) -> Iterator[Level]:
    for form in archive.forms:
        if match := form.fullmatch(words):
            for level in match.groupdict():
                start, end = match.span(level)
                yield level, Span(piece.start + start, piece.start + end)
            return


def designated(archive: Archive, words: str) -> str | None:
    """Give what the first word of a piece numbers; the longest word counts."""
    lower = words.casefold()
    for word in sorted(archive.words, key=len, reverse=True):
        rest = lower.removeprefix(word)
        if rest != lower and (not rest[:1].isalpha()) and any(map(str.isdigit, rest)):
            return archive.words[word]
    return None
