"""Ids that two elements share, and participants to whom nothing points."""

from collections.abc import Iterator

from tei_encoder.tei.names import XML_ID
from tei_encoder.tei.place import line_of
from tei_encoder.validate.finding import Finding
from tei_encoder.validate.pointers import rules
from tei_encoder.validate.pointers.index import Index

_PRESENT = "present"


def check_identifiers(index: Index) -> Iterator[Finding]:
    """Report each element whose id another one had before."""
    for identifier, element in index.repeated:
        line = line_of(index.ids[identifier])
        yield Finding(
            rules.DUPLICATE_ID,
            f"the id {identifier!r} is that of another element on line {line}",
            element,
            rules.SOURCE,
            attribute="xml:id",
            help="give one of the two another id",
        )


def check_participants(index: Index) -> Iterator[Finding]:
    """Report participants to whom nothing points, in files that ascribe speech."""
    if not any(use.attribute == "who" for use in index.uses):
        return
    meant = {use.token[1:] for use in index.uses if use.token.startswith("#")}
    for element in index.participants:
        identifier = element.get(XML_ID)
        # one of a corpus may stand for those of its records
        stands = element.get("corresp") or element.get("sameAs")
        present = stands or _PRESENT in element.get("role", "").split()
        if identifier and identifier not in meant and not present:
            yield Finding(
                rules.UNUSED_PARTICIPANT,
                f"nothing points to the participant {identifier!r}",
                element,
                rules.SOURCE,
                help='say role="present" if nothing is said by them',
            )
