"""Says which blocks are transcribed, which described, which set aside."""

from enum import StrEnum

from tei_encoder.model.block import Block, Field, Kind

#: kinds and fields whose text stands in the header alone
HEADER_KINDS = frozenset({Kind.ABSTRACT, Kind.RIGHTS})
SET_ASIDE_FIELDS = frozenset({Field.PAGE_LABEL, Field.ASIDE, Field.FURNITURE})
HEADER_FIELDS = frozenset({Field.FUNDER, Field.FUNDING, Field.RECORD_TYPE})


class Owner(StrEnum):
    """Who keeps the text of a block."""

    NOBODY = "nobody"
    PART = "part"
    DESCRIPTION = "description"
    SET_ASIDE = "set-aside"


def owner(block: Block) -> Owner:
    """Give the owner of a block by its kind and field; blanks have none."""
    if block.field is Field.BLANK:
        return Owner.NOBODY
    if block.field in SET_ASIDE_FIELDS:
        return Owner.SET_ASIDE
    if block.kind in HEADER_KINDS or block.kind is Kind.SOURCE:
        return Owner.DESCRIPTION
    if block.field in HEADER_FIELDS:
        return Owner.DESCRIPTION
    return Owner.PART
