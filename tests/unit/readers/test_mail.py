"""Mails: their head, their words and what is attached."""

from email.message import EmailMessage

import pytest

from tei_encoder.errors import ReadError
from tei_encoder.readers import read
from tei_encoder.readers.members import Members, open_members

HEAD = b"Message-ID: <1@x>\nFrom: =?utf-8?q?Ann_=C3=89?= <a@x.org>\nTo: b@x.org\n"


def mail(*, plain: str = "", page: str = "", files: tuple[str, ...] = ()) -> bytes:
    """Make a mail by the standard library."""
    message = EmailMessage()
    message["Message-ID"], message["From"], message["To"] = "<1@x>", "a@x", "b@x"
    message["Subject"] = "Talk of 3 May – “notes”"
    if plain:
        message.set_content(plain)
    if page:
        (message.add_alternative if plain else message.set_content)(
            page, subtype="html"
        )
    for name in files:
        message.add_attachment(b"Bo: No.", "text", "plain", filename=name)
    return message.as_bytes()


def attached(data: bytes) -> Members:
    """Open a mail."""
    members = open_members(data, "a.eml")
    assert members is not None
    return members


def test_the_head_comes_first_then_the_plain_text() -> None:
    """Fields that people write are lines, decoded; the page is the same text again."""
    outcome = read(mail(plain="Ann: Yes.  \n\nBo: No – “so”.\n", page="<p>x"), "a.eml")
    assert outcome.value.text == (
        "From: a@x\nTo: b@x\nSubject: Talk of 3 May – “notes”\n\n"
        "Ann: Yes.  \n\nBo: No – “so”."
    )
    assert ("eml", "utf-8") == (outcome.value.reader, outcome.value.encoding)
    (finding,) = outcome.diagnostics
    assert ("RD117", True) == (finding.rule.code, "Message-ID" in finding.message)


def test_a_page_is_read_where_there_is_no_plain_text() -> None:
    """The page keeps its layout after the lines of the head."""
    source = read(mail(page="<p>Ann: <b>Yes.</b></p><p>Bo: No."), "a.eml").value
    assert source.text.endswith("\n\nAnn: Yes.\n\nBo: No.")
    assert ["Yes."] == [run.span.of(source.text) for run in source.layout.runs]


def test_encoded_names_are_decoded() -> None:
    """RFC 2047 words in the head are read as what they mean."""
    data = HEAD + b"MIME-Version: 1.0\nContent-Type: text/plain; charset=koi8-r\n\n"
    source = read(data + "Анна: Да.".encode("koi8-r"), "a.eml").value
    assert source.text.startswith("From: Ann É <a@x.org>\n")
    assert source.text.endswith("\n\nАнна: Да.")


def test_attachments_are_members_and_named() -> None:
    """Of two files of one name the later has a number; steps of paths are dropped."""
    data = mail(plain="Ann: Yes.", files=("a.txt", "a.txt", "..\\b/c.txt"))
    members = attached(data)
    assert ("a.txt", "a-2.txt", "c.txt") == members.names()
    assert members.read("a-2.txt") == b"Bo: No."
    assert members.is_record
    messages = [d.message for d in read(data, "a.eml").diagnostics]
    assert "3 attachments: a.txt, a-2.txt, c.txt" in messages


def test_a_page_saved_as_mail_has_no_head() -> None:
    """MHTML of a browser was sent to nobody."""
    data = (
        b"From: <Saved by Blink>\nSubject: A page\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="B"\n\n'
        b"--B\nContent-Type: text/html; charset=utf-8\n"
        b"Content-Transfer-Encoding: quoted-printable\n\n<p>Ann: caf=C3=A9=\n.\n--B--\n"
    )
    assert read(data, "a.mht").value.text == "Ann: café."


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (HEAD + b"Content-Type: text/plain; charset=utf-8\n\n\xff", "0xFF of the text"),
        (HEAD + b"Content-Type: text/plain; charset=nosuch\n\nx", "no readable mail"),
        (HEAD + b"Content-Type: image/png\n\nx", None),
        (b"Ann said yes.", "it has no head"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, message: str | None) -> None:
    """Bytes of another charset and what is no mail give a clear error."""
    if message is None:
        assert read(data, "a.eml").value.text.startswith("From: Ann É")
        return
    with pytest.raises(ReadError, match=message):
        read(data, "a.eml", format="eml")
