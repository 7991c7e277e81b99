"""Addresses as TEI takes them (teidata.pointer): escaped, never a bare name."""

from urllib.parse import quote

#: characters that an address may hold besides letters and digits (RFC 3986)
_KEPT = "/:#?&=@+;,!$'()*~%"


def address(target: str) -> str:
    """Give an address as a URI reference; a bare name is one of this folder."""
    quoted = quote(target.strip(), safe=_KEPT)
    return quoted if any(sign in quoted for sign in "#:/.") else f"./{quoted}"
