"""Namespaces and names of TEI P5 in the form that lxml wants."""

from typing import Final

TEI: Final = "http://www.tei-c.org/ns/1.0"
XML: Final = "http://www.w3.org/XML/1998/namespace"
XML_ID: Final = f"{{{XML}}}id"
XML_LANG: Final = f"{{{XML}}}lang"
PREFIXES: Final = {"tei": TEI}

#: the release that the project tests against, and its lasting address
TEI_VERSION: Final = "4.12.0"
TEI_ALL: Final = (
    f"https://www.tei-c.org/Vault/P5/{TEI_VERSION}"
    "/xml/tei/custom/schema/relaxng/tei_all.rng"
)


def tei(name: str) -> str:
    """Give the qualified name of a TEI element: `tei("u")` is `{...}u`."""
    return f"{{{TEI}}}{name}"


def local_name(tag: object) -> str:
    """Give a tag without its namespace; empty for comments and instructions."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
