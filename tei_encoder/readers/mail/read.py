"""Reads mails, and web pages that browsers save as mails (MHTML)."""

import re
from collections import Counter
from collections.abc import Iterator
from email.message import EmailMessage
from typing import Final

from tei_encoder.model.diagnostic import Diagnostic, Outcome
from tei_encoder.model.source import Source
from tei_encoder.readers.html.read import page_findings, write_page
from tei_encoder.readers.html.walk import Walk
from tei_encoder.readers.mail import rules
from tei_encoder.readers.mail.message import (
    BROKEN,
    LONGEST,
    attachments,
    body_of,
    damaged,
    parsed,
    words_of,
)
from tei_encoder.readers.reading_text import LINE, ReadingText

#: fields that say who wrote to whom, when and about what (RFC 5322, 3.6.1 to 3.6.5)
FIELDS: Final = frozenset(
    {"date", "from", "sender", "reply-to", "to", "cc", "bcc", "subject"}
)
#: the end of a line within a field (RFC 5322, 2.2.3)
_FOLD: Final = re.compile(r"\r?\n")
#: fields that only a mail that was sent has
_SENT: Final = frozenset({"to", "received", "message-id", "return-path"})


def read(data: bytes, uri: str, *, encoding: str | None = None) -> Outcome[Source]:
    """Read a mail: its head as lines, then its plain text, else its page.

    The lines of the head that people write come first, decoded (RFC 2047), in the
    order of the file; what is attached is named in a finding.
    Raises `ReadError` where it is no mail, or holds no text.
    """
    message = parsed(data, uri)
    text = ReadingText()
    sent = any(name.lower() in _SENT for name in message)
    if sent:
        _write_head(message, text, uri)
    body = body_of(message, uri)
    walk = _write_body(body, text, uri, encoding) if body is not None else None
    charset = (body.get_content_charset() or "utf-8") if body is not None else ""
    source = text.source(data, uri, reader="eml", encoding=charset)
    findings = page_findings(walk) if walk else ()
    return Outcome(source, (*findings, *_left(message, sent=sent)))


def _write_head(message: EmailMessage, text: ReadingText, uri: str) -> None:
    for name, value in _fields(message, uri):
        if name.lower() in FIELDS:
            text.part(LINE)
            text.add(f"{name}: {value}")


def _fields(message: EmailMessage, uri: str) -> Iterator[tuple[str, str]]:
    """Give the fields, decoded; long ones as they are written, but on one line."""
    try:
        for name, raw in message.raw_items():
            short = len(raw) <= LONGEST
            value = message.policy.header_fetch_parse(name, raw) if short else raw
            yield name, _FOLD.sub("", str(value))
    except BROKEN as error:
        raise damaged(uri, error) from error


def _write_body(
    body: EmailMessage, text: ReadingText, uri: str, encoding: str | None
) -> Walk | None:
    words = words_of(body, uri, encoding)
    text.part()
    if body.get_content_subtype() == "html":
        return write_page(words, uri, text)
    text.add(words.strip("\r\n"))
    return None


def _left(message: EmailMessage, *, sent: bool) -> Iterator[Diagnostic]:
    names = [name for name, _ in attachments(message)]
    if names:
        counted = f"{len(names)} attachment{'s' * (len(names) > 1)}"
        yield Diagnostic(
            rules.ATTACHMENTS, f"{counted}: {', '.join(names)}", source="readers"
        )
    left = Counter(n for n in message if not sent or n.lower() not in FIELDS)
    if left:
        message_text = f"{left.total()} fields of the head left out: {', '.join(left)}"
        yield Diagnostic(rules.MAIL_FIELDS, message_text, source="readers")
