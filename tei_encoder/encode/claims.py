"""Who claims something, and how surely: `@resp`, `@cert`, `@ref`."""

from lxml import etree

from tei_encoder.encode import rules
from tei_encoder.encode.attributes import checked
from tei_encoder.encode.draft import Draft
from tei_encoder.model.annotation import Annotation, AnnotationKind
from tei_encoder.model.description import Origin, Statement
from tei_encoder.tei.names import XML_LANG

#: whoever is responsible besides people
SOFTWARE = "software"
METADATA = "metadata"
WEB_PAGE = "web-page"
RECOGNITION = "recognition"
REVIEWER = "reviewer"

_AGENTS = {Origin.METADATA: METADATA, Origin.DECISION: REVIEWER}
_POINTING = frozenset(
    {
        AnnotationKind.ORG_NAME,
        AnnotationKind.PERS_NAME,
        AnnotationKind.PLACE_NAME,
        AnnotationKind.ROLE_NAME,
        AnnotationKind.RS,
    }
)


def mark(
    draft: Draft,
    element: etree._Element,
    annotation: Annotation,
    *,
    leaving: tuple[str, ...] = (),
) -> None:
    """Give `element` the attributes, target, certainty and author of a claim.

    `leaving` names attributes that `element` has no place for.
    The software is named where it infers, anybody else always.
    """
    if annotation.target is not None:
        _point(draft, element, annotation)
    for name, value in checked(draft, annotation).items():
        if name not in leaving:
            element.set(XML_LANG if name == "xml:lang" else name, value)
    if annotation.responsible != SOFTWARE or annotation.certainty:
        element.set("resp", draft.agent(_responsible(annotation)))
    if annotation.certainty:
        element.set("cert", annotation.certainty)


def _responsible(annotation: Annotation) -> str:
    """Give who is responsible: not an editor, where a web page hid an address."""
    if ("reason", "obfuscated") in annotation.attributes:
        return WEB_PAGE
    return annotation.responsible


def _point(draft: Draft, element: etree._Element, annotation: Annotation) -> None:
    known = draft.entity_ids.get(annotation.target or "")
    if known and annotation.kind in _POINTING:
        element.set("ref", f"#{known}")
    else:
        message = f"{annotation.kind} refers to {annotation.target!r}"
        draft.report(rules.UNKNOWN_ENTITY, message, annotation.span)


def attribute(draft: Draft, element: etree._Element, statement: Statement) -> None:
    """Say on `element` who stated it, unless the source did, and how sure that is."""
    agent = statement.responsible or _AGENTS.get(statement.origin)
    if agent is None and statement.certainty:
        agent = SOFTWARE
    if agent:
        element.set("resp", draft.agent(agent))
    if statement.certainty:
        element.set("cert", statement.certainty)
