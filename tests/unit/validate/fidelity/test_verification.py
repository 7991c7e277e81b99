"""The certificate checked later, from two files."""

from hashlib import sha256

import pytest

from tei_encoder.errors import ReadError
from tei_encoder.validate import verify

TEXT = "Zoë\n\nOne"


def tei(*digests: str, body: str = "", scope: str = "") -> bytes:
    """Write a TEI file of TEXT that records some digests."""
    idnos = "".join(f"<idno type='sha256'>{d}</idno>" for d in digests)
    body = body or "<p source='src:0,3'>Zoë</p><p source='src:5,8'>One</p>"
    return (
        "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><sourceDesc>"
        f"<bibl>{scope}{idnos}</bibl></sourceDesc></fileDesc></teiHeader>"
        f"<text><body>{body}</body></text></TEI>"
    ).encode()


def names(*arguments: bytes, **options: str) -> list[str]:
    """Verify and give the names of the rules that are broken."""
    return [d.rule.name for d in verify(*arguments, **options)]


def test_digest_of_the_bytes() -> None:
    """The digest may be that of the file as received, in its own encoding."""
    data = TEXT.encode("latin-1")
    assert names(tei(sha256(data).hexdigest()), data, encoding="latin-1") == []


def test_digest_of_the_reading_text() -> None:
    """The digest may be that of the reading text in UTF-8."""
    digest = sha256(TEXT.encode()).hexdigest()
    assert names(tei(digest), TEXT.encode("latin-1"), encoding="latin-1") == []


def test_one_of_several_digests() -> None:
    """One recorded digest that agrees is enough."""
    digest = sha256(TEXT.encode()).hexdigest()
    assert names(tei("0" * 64, digest.upper()), TEXT.encode()) == []


def test_no_digest() -> None:
    """A header without a digest is a warning."""
    assert names(tei(), TEXT.encode()) == ["unrecorded-source"]


def test_share_of_the_text() -> None:
    """A file that says which share it encodes answers for that share alone."""
    digest = sha256(TEXT.encode()).hexdigest()
    share = "<biblScope unit='char' from='4' to='8'/>"
    body = "<p source='src:5,8'>One</p>"
    assert names(tei(digest, body=body, scope=share), TEXT.encode()) == []
    assert names(tei(digest, body=body), TEXT.encode()) == ["text-missing"]


def test_undecodable_text() -> None:
    """Bytes that do not decode give a clear error that names the remedy."""
    with pytest.raises(ReadError, match=r"memo\.txt: cannot be decoded.*--encoding"):
        verify(tei(), b"\xff\xfe\xfa", text_name="memo.txt")


def test_broken_xml() -> None:
    """XML that is not well-formed gives a clear error with its place."""
    with pytest.raises(ReadError, match=r"a\.xml:1:"):
        verify(b"<TEI>", b"", tei_name="a.xml")
