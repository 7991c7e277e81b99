"""What is attached to a mail, as members of it."""

from dataclasses import dataclass
from email.message import EmailMessage

from tei_encoder.readers.archive.names import checked
from tei_encoder.readers.mail.message import BROKEN, attachments, damaged, parsed


@dataclass(frozen=True, slots=True)
class Attached:
    """A mail that holds files; it is a record besides."""

    place: str
    parts: dict[str, EmailMessage]
    is_record: bool = True

    def names(self) -> tuple[str, ...]:
        """Give the names of the attachments."""
        return tuple(checked(self.parts, self.place))

    def read(self, name: str) -> bytes:
        """Give the bytes of an attachment; raises `ReadError`."""
        part = self.parts[name]
        try:
            if part.get_content_maintype() == "message":
                return bytes(part.get_payload(0))  # type: ignore[arg-type] # a message
            content = part.get_payload(decode=True)
        except BROKEN as error:
            raise damaged(f"{self.place}:{name}", error) from error
        return content if isinstance(content, bytes) else b""


def open_mail(data: bytes, place: str) -> Attached:
    """Open a mail; raises `ReadError` where it is none."""
    return Attached(place, dict(attachments(parsed(data, place))))
