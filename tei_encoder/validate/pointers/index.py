"""What a file has that can be pointed to, and everything that points (one pass)."""

from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tei_encoder.tei.names import TEI, XML_ID, XML_LANG, tei

#: attributes of TEI with the datatype teidata.pointer (P5 4.12.0); a few of them are
#: something else on other elements, but never begin with # there
POINTERS: Final = frozenset(
    {
        *("active", "adj", "adjFrom", "adjTo", "ana", "calendar", "change", "children"),
        *("class", "code", "copyOf", "corresp", "datcat", "datingMethod"),
        *("datingPoint", "decls", "domains", "edRef", "end", "exclude", "fVal"),
        *("facs", "feats", "follow", "from", "fromUnit", "given", "hand", "inst"),
        *("lemmaRef", "location", "mutual", "new", "next", "nymRef", "origin"),
        *("parent", "parts", "passive", "perf", "period", "prev", "ref"),
        *("rendition", "replyTo", "require", "resp", "sameAs", "scheme", "scribeRef"),
        *("scriptRef", "select", "since", "source", "spanTo", "start", "synch"),
        *("target", "targetDatcat", "targetEnd", "to", "toUnit", "toWhom", "unitRef"),
        *("url", "valueDatcat", "where", "who", "wit"),
    }
)
_PARTICIPANTS: Final = frozenset({tei("person"), tei("personGrp")})
_LANGUAGE: Final = tei("language")
_PREFIX_DEF: Final = tei("prefixDef")
#: elements that are noted whatever attributes they have
_NOTED: Final = _PARTICIPANTS | {_LANGUAGE, _PREFIX_DEF}
_OURS: Final = f"{{{TEI}}}"


@dataclass(frozen=True, slots=True)
class Use:
    """One token of a pointer attribute."""

    element: etree._Element
    attribute: str
    token: str


@dataclass(slots=True)
class Index:
    """Ids and pointers of a file, in document order."""

    ids: dict[str, etree._Element] = field(default_factory=dict)
    repeated: list[tuple[str, etree._Element]] = field(default_factory=list)
    uses: list[Use] = field(default_factory=list)
    prefixes: set[str] = field(default_factory=set)
    participants: list[etree._Element] = field(default_factory=list)
    dated: list[etree._Element] = field(default_factory=list)
    tagged: list[etree._Element] = field(default_factory=list)


_DATES: Final = frozenset({"when", "from", "to", "notBefore", "notAfter"})
_TAGS: Final = frozenset({XML_LANG, "mainLang", "otherLangs", "targetLang"})


def index_of(root: etree._Element) -> Index:
    """Read all attributes of all elements once."""
    index = Index()
    for element in root.iter("*"):
        attributes: dict[str, str] = dict(element.items())  # type: ignore[arg-type]  # never bytes
        tag = element.tag
        if XML_ID in attributes:
            _identify(index, attributes[XML_ID].strip(), element)
        if (attributes or tag in _NOTED) and tag.startswith(_OURS):
            _read(index, element, tag, attributes)
    return index


def _identify(index: Index, identifier: str, element: etree._Element) -> None:
    if index.ids.setdefault(identifier, element) is not element:
        index.repeated.append((identifier, element))


def _read(
    index: Index, element: etree._Element, tag: str, attributes: dict[str, str]
) -> None:
    for name, value in attributes.items():
        if name in POINTERS:
            index.uses += [Use(element, name, token) for token in value.split()]
    if not _DATES.isdisjoint(attributes):
        index.dated.append(element)
    if tag == _LANGUAGE or not _TAGS.isdisjoint(attributes):
        index.tagged.append(element)
    if tag == _PREFIX_DEF:
        index.prefixes.add(attributes.get("ident", ""))
    if tag in _PARTICIPANTS and _takes_part(element):
        index.participants.append(element)


def _takes_part(element: etree._Element) -> bool:
    return next(element.iterancestors(tei("particDesc")), None) is not None
