"""What no schema sees: pointers, ids, language tags, dates and participants."""

from lxml import etree

from tei_encoder.validate.finding import Finding
from tei_encoder.validate.pointers.dates import check_dates
from tei_encoder.validate.pointers.identifiers import (
    check_identifiers,
    check_participants,
)
from tei_encoder.validate.pointers.index import index_of
from tei_encoder.validate.pointers.language_tags import check_language_tags
from tei_encoder.validate.pointers.targets import check_targets

__all__ = ["check_pointers"]


def check_pointers(root: etree._Element) -> tuple[Finding, ...]:
    """Check a TEI tree against itself; each wrong target is reported once.

    Only elements of TEI are read: examples in another namespace may point anywhere.
    """
    index = index_of(root)
    return (
        *check_targets(index),
        *check_identifiers(index),
        *check_participants(index),
        *check_language_tags(index),
        *check_dates(index),
    )
