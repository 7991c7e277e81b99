"""Runs the annotators in order and collects their claims."""

from dataclasses import replace
from functools import cache

from tei_encoder import registry
from tei_encoder.annotate.identification import identify
from tei_encoder.annotate.mentions import with_mentioned
from tei_encoder.annotate.rules import ANNOTATION_OUT_OF_PLACE
from tei_encoder.annotate.rulings import rule_on_claims
from tei_encoder.annotate.spans import lies_within
from tei_encoder.annotate.stretches import stretches
from tei_encoder.model.annotation import Annotation
from tei_encoder.model.diagnostic import Diagnostic, Outcome
from tei_encoder.model.record import Record
from tei_encoder.model.source import Source
from tei_encoder.stages import Annotator, Settings

#: built-in annotators, in the order in which they run; plug-ins follow by name
ANNOTATORS: dict[str, str] = {
    "editorial": "tei_encoder.annotate.editorial:annotate_editorial",
    "directions": "tei_encoder.annotate.directions:annotate_directions",
    "remarks": "tei_encoder.annotate.remarks:annotate_remarks",
    "dates": "tei_encoder.annotate.dates:annotate_dates",
    "measures": "tei_encoder.annotate.measures:annotate_measures",
    "names": "tei_encoder.annotate.names:annotate_names",
    "abbreviations": "tei_encoder.annotate.abbreviations:annotate_abbreviations",
    "layout": "tei_encoder.annotate.layout:annotate_layout",
}
GROUP = "annotators"


def annotate(source: Source, record: Record, settings: Settings) -> Outcome[Record]:
    """Give the record with the claims of every annotator added.

    Each annotator sees the claims of those before it; what the record already
    claims stays. Claims are sorted by start, then longest first.
    What is named and was not known before becomes an entity; authority files then say
    who or what it is.
    """
    diagnostics: list[Diagnostic] = []
    places = sorted(stretch.span for stretch in stretches(record))
    for annotator in _annotators():
        outcome = annotator(source, record, settings)
        diagnostics += outcome.diagnostics
        claims = list(record.annotations)
        for claim in outcome.value:
            if lies_within(claim.span, places):
                claims.append(claim)
            else:
                diagnostics.append(_out_of_place(claim))
        record = replace(record, annotations=tuple(sorted(claims, key=_place)))
    ruled = rule_on_claims(source, record, settings.decisions)
    diagnostics += ruled.diagnostics
    record = with_mentioned(source, ruled.value)
    identified = identify(source, record, settings.authority.table)
    return Outcome(identified.value, (*diagnostics, *identified.diagnostics))


@cache
def _annotators() -> tuple[Annotator, ...]:
    """Load all annotators once: what is installed does not change meanwhile."""
    known = registry.names(GROUP, ANNOTATORS)
    plugged_in = [name for name in known if name not in ANNOTATORS]
    wanted = (*ANNOTATORS, *plugged_in)
    return tuple(registry.load(GROUP, ANNOTATORS, name) for name in wanted)


def _place(claim: Annotation) -> tuple[int, int, str, str]:
    return (claim.span.start, -claim.span.end, claim.kind, claim.rule)


def _out_of_place(claim: Annotation) -> Diagnostic:
    return Diagnostic(
        ANNOTATION_OUT_OF_PLACE,
        f"a {claim.kind} claimed by {claim.rule or 'an annotator'} lies in no passage",
        span=claim.span,
        source="annotate",
    )
