"""`encodingDesc` (Guidelines 2.3): how the source became this file."""

import re
from collections import Counter
from urllib.parse import quote

from lxml import etree

from tei_encoder.encode import rules
from tei_encoder.encode.classification import Genre, write_taxonomies
from tei_encoder.encode.draft import Draft
from tei_encoder.encode.editorial_decl import write_editorial_decl
from tei_encoder.encode.refs_decl import write_refs_decl
from tei_encoder.encode.responsibility import SOFTWARE_NAME
from tei_encoder.model.source import Span
from tei_encoder.tei.elements import child
from tei_encoder.tei.names import TEI, local_name
from tei_encoder.version import VERSION

#: the form of application/@version (teidata.versionNumber without local parts)
_VERSION = re.compile(r"\d+[a-z]*\d*(\.\d+[a-z]*\d*){0,3}")
_PROJECT = (
    "Encoded by rule from the text of the source named in sourceDesc. What the source "
    "does not say is left out, or has resp, which tells where it comes from."
)
_RANGES = (
    "Ranges of characters of the source (RFC 5147), whose SHA-256 is in sourceDesc."
)
_READ = (
    "Ranges of characters (RFC 5147) of the reading text that was made of the source; "
    "the SHA-256 of both is in sourceDesc. Reading the source again gives this text; "
    "convert --save-text writes it."
)


def write_encoding_desc(
    draft: Draft, made: etree._Element, text: etree._Element, genre: Genre | None
) -> None:
    """Write what was done, to `text`; `genre` is what kind of record it is."""
    child(child(made, "projectDesc"), "p", _PROJECT)
    counts = Counter(local_name(element.tag) for element in text.iter())
    write_editorial_decl(draft, made, text, counts)
    _write_tags(made, counts)
    write_refs_decl(made, text)
    _write_prefix(draft, made)
    write_taxonomies(draft, made, genre)
    if draft.characters:
        _write_characters(draft, made)
    version = _VERSION.match(VERSION)
    application = child(
        child(made, "appInfo"),
        "application",
        ident=SOFTWARE_NAME,
        version=version[0] if version else "0",
    )
    child(application, "label", SOFTWARE_NAME)


def _write_tags(made: etree._Element, counts: Counter[str]) -> None:
    tags = child(made, "tagsDecl", partial="false")
    namespace = child(tags, "namespace", name=TEI)
    for name, number in sorted(counts.items()):
        child(namespace, "tagUsage", gi=name, occurs=str(number))


def _write_prefix(draft: Draft, made: etree._Element) -> None:
    prefix = child(
        child(made, "listPrefixDef"),
        "prefixDef",
        ident="src",
        matchPattern="([0-9]+),([0-9]+)",
        replacementPattern=f"{quote(draft.source.uri)}#char=$1,$2",
    )
    child(prefix, "p", _RANGES if draft.source.reader == "text" else _READ)


def _write_characters(draft: Draft, made: etree._Element) -> None:
    """Declare the characters that XML forbids, and report each where it is first."""
    declared = child(made, "charDecl")
    words = draft.source.text
    for character, identifier in sorted(draft.characters.items()):
        code = f"U+{ord(character):04X}"
        char = child(declared, "char", xml_id=identifier)
        child(char, "localProp", name="codepoint", value=code)
        at = words.find(character, draft.record.span.start)
        number = words.count(character, draft.record.span.start, draft.record.span.end)
        place = Span(at, at + 1) if at >= 0 else None
        message = f"{code} is kept as g ({number} in the source)"
        draft.report(rules.FORBIDDEN_CHARACTER, message, place)
