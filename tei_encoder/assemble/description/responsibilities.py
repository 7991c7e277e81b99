"""Finds who made the record: stenographer, typist, translator and others."""

import re
from collections.abc import Iterator, Sequence

from tei_encoder.assemble.page import Page
from tei_encoder.assemble.people.entities import preferred_name
from tei_encoder.assemble.people.identity import Mention
from tei_encoder.assemble.phrases import find_phrase, phrases
from tei_encoder.assemble.proper_names import name_after, name_at_end
from tei_encoder.model.block import Block, Field, Kind
from tei_encoder.model.description import Responsibility, Role, Statement
from tei_encoder.model.source import Span

#: up to the next comma or semicolon
CLAUSE = re.compile(r"[^,;.\]]*")
LINE = re.compile(r"[^\n]+")
#: kinds of lines in the head that may say so
HEAD = frozenset({Kind.HEADING, Kind.OTHER, Kind.NOTE, Kind.DATE, Kind.PLACE})
#: words of a body whose name goes on in small letters (`NHK television`), at most
BODY = 4
#: whom a source line names, by topic
CREDITED = (
    ("translated", Role.TRANSLATOR),
    ("obtained", Role.CONTRIBUTOR),
    ("provided", Role.PROVIDER),
)
#: MARC relator codes for roles that `Role` does not name
TRANSCRIBER, AUTHOR = "trc", "aut"
#: topic of the phrases that say so, and the role
TOPICS = (
    ("decipherer", Role.DECIPHERER),
    ("typist", Role.TYPIST),
    ("stenographer", Role.STENOGRAPHER),
    ("transcriber", TRANSCRIBER),
    ("note_taker", Role.NOTE_TAKER),
    ("translated", Role.TRANSLATOR),
    ("drafter", AUTHOR),
    ("editor", Role.EDITOR),
    ("signatory", Role.SIGNATORY),
    ("interpreter", Role.INTERPRETER),
)
FIELDS = {
    Field.STENOGRAPHER: Role.STENOGRAPHER,
    Field.DECIPHERER: Role.DECIPHERER,
    Field.TYPIST: Role.TYPIST,
    Field.TRANSLATOR: Role.TRANSLATOR,
    Field.SIGNATURE: Role.SIGNATORY,
}
#: what the participants may be beside
LISTED = (("note_taker", Role.NOTE_TAKER), ("interpreter", Role.INTERPRETER))
#: what a phrase of the first may tell more exactly
NARROWER = frozenset(
    (Role.STENOGRAPHER, narrower) for narrower in (TRANSCRIBER, Role.NOTE_TAKER, AUTHOR)
)
#: what a colophon also states, and is nobody's role
NO_ROLE = frozenset({Field.COPIES, Field.COLOPHON_DATE})


def responsibilities(page: Page) -> tuple[Responsibility, ...]:
    """Give who did what, in the order of the page, each once."""
    found: dict[tuple[str, str], Responsibility] = {}
    for stated in (*_from_colophon(page), *_captioned(page), *_credited(page)):
        found.setdefault((str(stated.role), stated.name.text), stated)
    return tuple(found.values())


def _from_colophon(page: Page) -> Iterator[Responsibility]:
    # a phrase alone on its line (`Notes taken by stenograph`) waits for the name
    waiting: tuple[str, Span] | None = None
    for block in page.blocks:
        if block.kind is not Kind.COLOPHON and block.field not in FIELDS:
            continue
        if block.field in NO_ROLE:
            continue
        role, phrase = _role(page, block)
        if role is None and waiting is None:
            continue
        name = _name(page, block, phrase)
        if name is None:
            waiting = (role, page.span(block)) if role else None
            continue
        resp = phrase or _before(page, block, name)
        if waiting is not None and resp is None:
            role, resp = waiting
        waiting = None
        if role is not None:
            yield Responsibility(
                role, page.state(name), page.state(resp) if resp else None
            )


def _role(page: Page, block: Block) -> tuple[str | None, Span | None]:
    told = FIELDS.get(block.field) if block.field else None
    for topic, role in TOPICS:
        if told not in (None, role) and (told, role) not in NARROWER:
            continue
        if phrase := find_phrase(page.text, block.span, phrases(page.tags, topic)):
            return role, phrase
    return told, None


def _name(page: Page, block: Block, phrase: Span | None) -> Span | None:
    span = page.span(block)
    if phrase is not None:
        after = Span(phrase.end, span.end)
        if page.text[after.start : after.start + 1] in tuple("]."):
            after = Span(after.start + 1, span.end)
        return name_after(page.text, after)
    return name_at_end(page.text, span)


def _before(page: Page, block: Block, name: Span) -> Span | None:
    before = Span(block.span.start, name.start).trimmed(page.text)
    return before if len(before) else None


def _captioned(page: Page) -> Iterator[Responsibility]:
    """Read lines of the head that say what was done and by whom, and no more.

    A colon parts them (`Transcriber: A. Lee`), or nothing (`Transcribed by A. Lee`).
    """
    for block in page.front:
        if block.kind not in HEAD or block.field in FIELDS:
            continue
        for match in LINE.finditer(page.text, block.span.start, block.span.end):
            line = Span(*match.span()).trimmed(page.text)
            for topic, role in TOPICS:
                wanted = phrases(page.tags, topic)
                said = find_phrase(page.text, line, wanted, at_start=True)
                name = name_after(page.text, Span(said.end, line.end)) if said else None
                if said and name and name.end == line.end:
                    yield Responsibility(role, page.state(name), page.state(said))


def _credited(page: Page) -> Iterator[Responsibility]:
    """Read whom a source line names as translator, finder or giver of the paper."""
    for block in page.of_kind(Kind.SOURCE):
        for topic, role in CREDITED:
            rest = block.span
            while phrase := find_phrase(page.text, rest, phrases(page.tags, topic)):
                rest = Span(phrase.end, rest.end)
                name = _credited_name(page, rest)
                if name is not None:
                    yield Responsibility(role, page.state(name), page.state(phrase))


def _credited_name(page: Page, after: Span) -> Span | None:
    """Give the name; `for CWIHP by Gary Goldberg` names whom it was for first."""
    name = name_after(page.text, after)
    if name is not None:
        return name
    clause = CLAUSE.match(page.text, after.start, after.end)
    within = Span(after.start, clause.end()) if clause else after
    by = find_phrase(page.text, within, ("by",))
    if by is not None:
        return name_after(page.text, Span(by.end, after.end))
    body = within.trimmed(page.text)
    words = body.of(page.text).split()
    return body if 1 < len(words) <= BODY and words[0][0].isupper() else None


def makers_listed(page: Page, mentions: Sequence[Mention]) -> Iterator[Responsibility]:
    """Give the note-takers and interpreters among the people listed."""
    for mention in mentions:
        if mention.office is None or mention.span is None:
            continue
        for topic, role in LISTED:
            if find_phrase(page.text, mention.office, phrases(page.tags, topic)):
                name = preferred_name(page.text, mention)
                yield Responsibility(
                    role, Statement(name.text, name.span), page.state(mention.office)
                )
