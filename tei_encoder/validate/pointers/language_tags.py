"""Language tags that are not well formed (BCP 47, RFC 5646 section 2.1)."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei_encoder.tei.names import XML_LANG, tei
from tei_encoder.validate.finding import Finding
from tei_encoder.validate.pointers import rules
from tei_encoder.validate.pointers.index import Index

#: the grammar of RFC 5646, but for primary codes of four to eight letters: they are
#: reserved, none is registered, and in practice they are names ("English")
_TAG = re.compile(
    r"""(?ix:
    [a-z]{2,3} (?:-[a-z]{3}){0,3}        # language, extensions of it
    (?:-[a-z]{4})?                       # script
    (?:-(?:[a-z]{2}|[0-9]{3}))?          # region
    (?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*    # variants
    (?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)* # extensions
    (?:-x(?:-[a-z0-9]{1,8})+)?           # private use
    | x(?:-[a-z0-9]{1,8})+
    | i-[a-z]{3,8} | en-gb-oed | sgn-(?:be-fr|be-nl|ch-de)
    )\Z"""
)
_ATTRIBUTES: Final = {
    XML_LANG: "xml:lang",
    "mainLang": "mainLang",
    "otherLangs": "otherLangs",
    "targetLang": "targetLang",
}


def check_language_tags(index: Index) -> Iterator[Finding]:
    """Report malformed tags; an empty `xml:lang` says that no language applies."""
    reported: set[str] = set()
    for element in index.tagged:
        for attribute, tag in _tags(element):
            if not _TAG.match(tag) and tag not in reported:
                reported.add(tag)
                yield Finding(
                    rules.MALFORMED_LANGUAGE,
                    f"{tag!r} is no language tag",
                    element,
                    rules.SOURCE,
                    attribute=attribute,
                    help=_advice(tag),
                )


def _tags(element: etree._Element) -> Iterator[tuple[str, str]]:
    for name, written in _ATTRIBUTES.items():
        for tag in element.get(name, "").split():
            yield written, tag
    if element.tag == tei("language"):
        yield "ident", element.get("ident", "")


def _advice(tag: str) -> str:
    mended = tag.replace("_", "-")
    if mended != tag and _TAG.match(mended):
        return f'write "{mended}"'
    return "write a BCP 47 tag, such as en or zh-Hant"
