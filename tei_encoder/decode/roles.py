"""What somebody did, as a `respStmt` says: by code, by our ids, or in words."""

from typing import Final

from lxml import etree

from tei_encoder.model.description import Role
from tei_encoder.tei.names import XML_ID
from tei_encoder.tei.text import collapsed, plain_text

#: the ids of our own respStmt begin so; a role follows where one made the record
_OURS: Final = "resp-"
_ROLES: Final = {"translator": Role.TRANSLATOR, **{role.value: role for role in Role}}
_RELATORS: Final = "/relators/"


def role_of(statement: etree._Element, resp: etree._Element | None) -> str | None:
    """Give the role by its code, else by our id, else by the printed words.

    Of our own statements, those without a role answer for the file, not the record.
    """
    coded = _code(resp) if resp is not None else None
    identifier = statement.get(XML_ID, "").rpartition(".")[2]
    known = _ROLES.get(identifier.removeprefix(_OURS))
    if coded or known or identifier.startswith(_OURS):
        return coded or known
    return collapsed(plain_text(resp)) or None if resp is not None else None


def _code(resp: etree._Element) -> str | None:
    """Give the MARC relator code in `@key` or at the end of `@ref`."""
    address = resp.get("ref", "")
    return resp.get("key") or (
        address.rpartition("/")[2] if _RELATORS in address else None
    )
