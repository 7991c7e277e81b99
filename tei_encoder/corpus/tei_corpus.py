"""A corpus of records: `teiCorpus` (Guidelines 16.1) with what they share.

Every record stays as it is, certified and valid alone; the corpus header has each
person and each kind of record once, and `@corresp` points to them in every record.
Records are held in the file, or included from theirs (XInclude).
"""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import Any, Final

from lxml import etree

from tei_encoder.corpus.header import write_header
from tei_encoder.corpus.members import Member, check_ids
from tei_encoder.corpus.merging import merge
from tei_encoder.corpus.people import Person
from tei_encoder.encode.indentation import indent
from tei_encoder.encode.services import service_of
from tei_encoder.model.identifiers import slug
from tei_encoder.tei.elements import child
from tei_encoder.tei.names import PREFIXES, TEI, XML_ID, tei

_XI: Final = "http://www.w3.org/2001/XInclude"
SOURCE: Final = "Made of the records that it holds."


def corpus_of(
    members: Sequence[Member],
    *,
    title: str,
    identifier: str = "corpus",
    include: bool = False,
) -> etree._Element:
    """Give a corpus of records, in the order of their ids.

    With `include` the records are included from their files.
    Raises `ConfigurationError` where two records have one id, or one has none.
    """
    ordered = sorted(members, key=lambda member: member.decoded.id)
    check_ids(ordered, identifier)
    prefixes: Any = {None: TEI, "xi": _XI} if include else {None: TEI}
    root = etree.Element(tei("teiCorpus"), nsmap=prefixes)
    root.set(XML_ID, identifier)
    header = write_header(root, title, SOURCE)
    _write_genres(header, ordered, identifier)
    _write_people(header, ordered, identifier)
    indent(header, 1)
    for member in ordered:
        if include:
            etree.SubElement(root, f"{{{_XI}}}include", {"href": member.file})
        else:
            root.append(deepcopy(member.root))
    for part in root:
        part.tail = "\n"
    root.text = "\n"
    return root


def _write_people(
    header: etree._Element, members: Iterable[Member], identifier: str
) -> None:
    takes_part = (a for m in members for a in m.appearances if a.entity.role and a.id)
    persons = merge(takes_part).persons
    if not persons:
        return
    profile = child(header, "profileDesc")
    listed = child(child(profile, "particDesc"), "listPerson")
    for person in persons:
        _write_person(listed, person, identifier)


def _write_person(listed: etree._Element, person: Person, identifier: str) -> None:
    same = " ".join(f"#{each.id}" for each in person.appearances)
    made = child(listed, "person", xml_id=f"{identifier}.{person.id}", corresp=same)
    child(made, "persName", person.name)
    for name in person.names(labels=False):
        child(made, "persName", name, type="variant")
    for reference in person.references:
        child(made, "idno", reference, type=service_of(reference))


def _write_genres(
    header: etree._Element, members: Iterable[Member], identifier: str
) -> None:
    """Write each kind of record once, as the records' own taxonomies call it."""
    kinds: dict[str, list[str]] = {}
    for member in members:
        for category in member.root.iterfind(".//tei:taxonomy/tei:category", PREFIXES):
            described = category.find("tei:catDesc", PREFIXES)
            if described is not None and (own := category.get(XML_ID)):
                words = " ".join("".join(map(str, described.itertext())).split())
                kinds.setdefault(words, []).append(f"#{own}")
    encoding = header.find("tei:encodingDesc", PREFIXES)
    if not kinds or encoding is None:
        return
    declared = child(encoding, "classDecl")
    encoding.insert(0, declared)
    taxonomy = child(declared, "taxonomy", xml_id=f"{identifier}.kinds")
    for words, pointers in sorted(kinds.items()):
        own, same = f"{identifier}.kind-{slug(words)}", " ".join(pointers)
        child(child(taxonomy, "category", xml_id=own, corresp=same), "catDesc", words)
