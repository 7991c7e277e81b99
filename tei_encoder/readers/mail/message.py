"""A mail and its parts."""

from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import default
from pathlib import PurePosixPath
from typing import Final

from tei_encoder.errors import ReadError

#: lines that may part a mail; a signature begins like one
_LINES: Final = 10_000
#: how long a field of the head may be to be decoded
LONGEST: Final = 2000
#: fields that say what a part is (RFC 2045, 3; RFC 2183)
_CONTENT: Final = frozenset({
    "content-type", "content-disposition", "content-transfer-encoding", "content-id",
    "mime-version",
})  # fmt: skip
#: what the standard library raises about mails that break its rules
BROKEN: Final = (
    MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError,
    OverflowError, AssertionError,
)  # fmt: skip


def parsed(data: bytes, place: str) -> EmailMessage:
    """Parse a mail (RFC 5322, MIME).

    Raises `ReadError` for what is none, or has too many parts.
    """
    if data.count(b"\n--") > _LINES:
        raise damaged(place, ValueError("it has too many parts"))
    try:
        message = message_from_bytes(data, policy=default)
        fields = [field for part in message.walk() for field in part.raw_items()]
    except BROKEN as error:
        raise damaged(place, error) from error
    if any(len(raw) > LONGEST and name.lower() in _CONTENT for name, raw in fields):
        raise damaged(place, ValueError("a field that describes a part is too long"))
    if not message.keys():
        raise damaged(place, ValueError("it has no head"))
    return message


def damaged(place: str, error: Exception) -> ReadError:
    """Say that a mail cannot be read."""
    return ReadError(
        f"no readable mail: {error}",
        place=place,
        remedy="save it again from the mail program",
    )


def words_of(part: EmailMessage, place: str, encoding: str | None) -> str:
    """Give the text of a part, in the charset that it states, else the one asked for.

    Raises `ReadError` for bytes that are not of that charset.
    """
    try:
        content = part.get_payload(decode=True)
        data = content if isinstance(content, bytes) else b""
        charset = part.get_content_charset() or encoding or "utf-8"
        return data.decode(_wider(charset))
    except UnicodeDecodeError as error:
        raise ReadError(
            f"byte 0x{error.object[error.start]:02X} of the text is not {charset}",
            place=place,
            remedy="save the mail again, or its text alone, in UTF-8",
        ) from error
    except BROKEN as error:
        raise damaged(place, error) from error


def body_of(message: EmailMessage, place: str) -> EmailMessage | None:
    """Give the part that is read as the mail: plain text, else a page."""
    try:
        found = message.get_body(preferencelist=("plain", "html"))
    except BROKEN as error:
        raise damaged(place, error) from error
    return found if isinstance(found, EmailMessage) else None


def attachments(message: EmailMessage) -> Iterator[tuple[str, EmailMessage]]:
    """Give the attached files with their names, each name once.

    Of two of one name the later gets a number.
    """
    taken: set[str] = set()
    for part in message.walk():
        name = _file_name(part)
        if not name or not isinstance(part, EmailMessage):
            continue
        path, number = PurePosixPath(name), 2
        while name in taken:
            name, number = f"{path.stem}-{number}{path.suffix}", number + 1
        taken.add(name)
        yield name, part


def _file_name(part: object) -> str:
    """Give the last step of a part's file name, empty where it has none."""
    try:
        name = part.get_filename() if isinstance(part, EmailMessage) else None
    except BROKEN:
        return ""
    stem = (name or "").replace("\\", "/").rpartition("/")[2]
    kept = "".join(c if c.isprintable() and c != ":" else "_" for c in stem)
    return "" if kept in {"", ".", ".."} else kept


def _wider(charset: str) -> str:
    """Give Windows-1252 for what mail programs call ASCII and Latin-1."""
    narrow = {"us-ascii", "ascii", "iso-8859-1", "latin-1", "latin1"}
    if charset.lower() == "us-ascii":
        return "utf-8"
    return "cp1252" if charset.lower() in narrow else charset
