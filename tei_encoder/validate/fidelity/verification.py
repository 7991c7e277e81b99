"""The certificate checked later, by anyone, from two files alone."""

from hashlib import sha256

from lxml import etree

from tei_encoder.errors import ReadError
from tei_encoder.model.diagnostic import Diagnostic, Rule
from tei_encoder.model.source import Span
from tei_encoder.tei.names import PREFIXES
from tei_encoder.tei.place import place_of
from tei_encoder.validate.fidelity import rules
from tei_encoder.validate.fidelity.certificate import certify
from tei_encoder.validate.reading import read_tree

_DIGESTS = ".//tei:sourceDesc/tei:bibl//tei:idno[@type='sha256']"
_SCOPE = ".//tei:sourceDesc/tei:bibl//tei:biblScope[@unit='char']"


def verify(
    tei: bytes,
    text: bytes,
    *,
    tei_name: str = "TEI file",
    text_name: str = "text",
    encoding: str = "utf-8",
) -> tuple[Diagnostic, ...]:
    """Certify a TEI file against a text file, and check that it is the right text.

    The header records the SHA-256 of the source as received, of its reading text in
    UTF-8, or both (several `idno`): one of them must be that of `text`, so that a
    record made from another format is verified with its saved reading text.
    A file that encodes a share of the text says so in
    `sourceDesc/bibl/biblScope[@unit='char']` with `@from` and `@to`.
    Raises `ReadError` for XML that is not well-formed or bytes that do not decode.
    """
    root = read_tree(tei, tei_name)
    words = _decoded(text, text_name, encoding)
    findings = certify(root, words, within=_scope(root, words))
    return (*_digests(root, text, words), *findings)


def _decoded(data: bytes, name: str, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise ReadError(
            f"cannot be decoded as {encoding}: {error}",
            place=name,
            remedy="name its encoding with --encoding",
        ) from error


def _digests(root: etree._Element, data: bytes, words: str) -> tuple[Diagnostic, ...]:
    recorded = root.findall(_DIGESTS, PREFIXES)
    if not recorded:
        message = "the header records no SHA-256 of the source"
        return (_finding(rules.SOURCE_UNRECORDED, message, root),)
    found = {sha256(data).hexdigest(), sha256(words.encode()).hexdigest()}
    if found & {(idno.text or "").strip().lower() for idno in recorded}:
        return ()
    message = "the header records the SHA-256 of another text"
    return (_finding(rules.OTHER_SOURCE, message, recorded[0]),)


def _finding(rule: Rule, message: str, element: etree._Element) -> Diagnostic:
    return Diagnostic(rule, message, place=place_of(element), source=rules.SOURCE)


def _scope(root: etree._Element, words: str) -> Span | None:
    for scope in root.iterfind(_SCOPE, PREFIXES):
        start, end = scope.get("from", ""), scope.get("to", "")
        if start.isdecimal() and end.isdecimal() and int(start) <= int(end):
            return Span(int(start), min(int(end), len(words)))
    return None
